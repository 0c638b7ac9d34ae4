import type { DeliveryFact } from '../delivery/advanceDelivery.ts';
import type { Slip } from '../contract/slip.ts';
import type { ChannelSettings } from './outwardChannels.ts';
import { outwardChannels } from './outwardChannels.ts';
import { composeLetter } from './composeLetter.ts';
import type { ComposeNeeds } from './composeLetter.ts';
import { sendAt } from '../delivery/sendAt.ts';
import { openDispatcher } from './dispatcher.ts';
import type { Dispatcher, DispatcherNeeds } from './dispatcher.ts';
import { openSlipLinks } from './slipLink.ts';
import type { SlipLinks } from './slipLink.ts';

/** `slipDesk.onSaved` gives the way to stop listening. */
export interface DeliveriesNeeds extends ChannelSettings, Omit<ComposeNeeds, 'links'>, Pick<DispatcherNeeds, 'store' | 'onTrouble'> {
  slipDesk: { get(id: string): Promise<Slip | null>; deliver(id: string, fact: DeliveryFact, by: string, now: number): Promise<Slip>; onSaved(listener: (slip: Slip) => void): () => void };
  /** What links are signed with; kept in the records. */
  linkSecret: string;
}

/** The ways out of the house, and what goes them: messages that were taken reach people. */
export interface Deliveries extends Dispatcher {
  /** Links that open one message. */
  links: SlipLinks;
}

/** What is saved and under way is looked at soon; nothing goes out before `start`. */
export function openDeliveries(needs: DeliveriesNeeds): Deliveries {
  const { store, slipDesk, clock, onTrouble } = needs;
  const links = openSlipLinks(needs.linkSecret, needs.publicUrl);
  const dispatcher = openDispatcher({ store, slipDesk, channels: outwardChannels(needs), compose: composeLetter({ ...needs, links }), sendAt: (slip, channel, at) => sendAt(slip, channel, at, needs.directory), clock, onTrouble });
  const stopWatching = slipDesk.onSaved((slip) => {
    if (slip.delivery) dispatcher.wake();
  });
  return {
    ...dispatcher,
    links,
    async close() {
      stopWatching();
      await dispatcher.close();
    },
  };
}
