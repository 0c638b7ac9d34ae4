import { useTranslation } from 'react-i18next';
import type { Delivery, WayStep } from '../../../../server/contract/delivery.ts';
import { isHeld } from '../../../../server/contract/isHeld.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { nearWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';

/** One slip's way, in words of the screen's language. */
export interface Standing {
  /** Where it is: 已放进张伟的收件箱. */
  now: string;
  /** What comes by itself, and when: 10:50 通知刘强 · 短信; null: nothing. */
  next: string | null;
  /** Nothing goes on without a hand. */
  isStuck: boolean;
}

/** Where a message stands now and what comes next, in words. */
export function useStandingWords(): { standing: (slip: Slip) => Standing; who: (step: Pick<WayStep, 'to' | 'part'>) => string; next: (delivery: Delivery) => string | null } {
  const { t } = useTranslation();
  const when = (at: number): string => nearWhen(at, serverNow(), uiLanguage());
  const who = ({ to, part }: Pick<WayStep, 'to' | 'part'>): string => (part === 'desk' ? t('delivery.parts.desk') : part === 'recipient' ? to.name : t('delivery.whoPart', { name: to.name, part: t(`delivery.parts.${part}`) }));
  const onChannel = (step: Pick<WayStep, 'to' | 'part' | 'channel'>): string => t('delivery.on', { who: who(step), channel: t(`delivery.channels.${step.channel}`) });

  function next({ chaseAt, nextStep }: Delivery): string | null {
    if (chaseAt === null) return null;
    if (nextStep === null) return t('delivery.now.nextAgain', { at: when(chaseAt) });
    return chaseAt <= serverNow() ? t('delivery.now.due', { who: onChannel(nextStep) }) : t('delivery.now.next', { at: when(chaseAt), who: onChannel(nextStep) });
  }

  function underWay(slip: Slip, delivery: Delivery): string {
    const { step, holdUntil, acts } = delivery;
    if (holdUntil !== null && isHeld(delivery, serverNow())) return t('delivery.now.held', { at: when(holdUntil) });
    const opened = slip.state === 'read' ? acts.findLast(({ what }) => what === 'opened')?.by?.name : undefined;
    if (opened !== undefined) return t('delivery.now.seen', { who: opened });
    if (!step) return t('delivery.now.taken');
    if (step.part === 'desk') return t('delivery.now.atDesk');
    if (step.channel === 'console') return t('delivery.now.given', { who: who(step) });
    if (step.dueAt > serverNow()) return t('delivery.now.waiting', { at: when(step.dueAt), who: onChannel(step) });
    return t(delivery.sentAt === null ? 'delivery.now.sending' : 'delivery.now.told', { who: onChannel(step) });
  }

  function standing(slip: Slip): Standing {
    const { state, delivery } = slip;
    const at = (now: string, after: string | null = null, isStuck = false): Standing => ({ now, next: after, isStuck });
    if (state === 'draft') return at(slip.missing.length > 0 ? t('slip.missing', { count: slip.missing.length }) : t('slip.complete'));
    if (state === 'dropped' || state === 'merged') return at(t(`delivery.now.${state}`));
    if (!delivery) return at(state === 'done' || state === 'acknowledged' ? t(`slip.states.${state}`) : t('delivery.now.taken'));
    if (delivery.done) return at(t('delivery.now.done', { who: delivery.done.by.name }));
    if (delivery.acknowledged) return at(t('delivery.now.acknowledged', { who: delivery.acknowledged.by.name }));
    if (delivery.stuck !== null) return at(t(`delivery.now.stuck.${delivery.stuck}`), t('delivery.now.byHand'), true);
    return at(underWay(slip, delivery), isHeld(delivery, serverNow()) ? null : next(delivery));
  }
  return { standing, who, next };
}
