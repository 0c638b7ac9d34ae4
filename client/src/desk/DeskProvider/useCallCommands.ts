import { useQueryClient } from '@tanstack/react-query';
import type { CallCard, CallerMatch } from '../../../../server/contract/card.ts';
import { questionsOf } from '../../../../server/contract/matterNames.ts';
import type { Matter } from '../../../../server/contract/matter.ts';
import type { CommandInput } from '../../../../server/contract/live.ts';
import type { SessionUser } from '../../../../server/contract/people.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { request } from '../../app/request.ts';
import { keepCard } from '../../live/keepNews.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { usePhone } from '../../phone/PhoneProvider/PhoneProvider.tsx';
import { keepSlip } from '../../slips/keepSlip.ts';

interface CallCommandNeeds {
  /** My call, live or just ended; null when there is none. */
  call: CallCard | null;
  user: SessionUser;
  /** Runs a command and says in the bar what is refused. */
  run: (work: () => Promise<unknown>) => void;
}

/** What the agent writes about his call, as the server keeps it. */
export function useCallCommands({ call, user, run }: CallCommandNeeds) {
  const queries = useQueryClient();
  const { send } = useLive();
  const phone = usePhone();
  const keep = (card: CallCard): void => keepCard(queries, card, user.id);
  const mine = (work: (callId: string, card: CallCard) => Promise<unknown>): void => {
    if (call) run(() => work(call.id, call));
  };

  /** Where it is, is known once the caller is: nobody is asked twice. A hand's own word is never overwritten. */
  const fillPlace = async (card: CallCard): Promise<void> => {
    keep(card);
    const { matches, confirmedId } = card.caller;
    const address = matches.find(({ residentId }) => residentId === confirmedId)?.address;
    if (address === undefined || card.matter === null || !questionsOf[card.matter].includes('place') || (card.notes.place ?? '') !== '') return;
    keep(await send('call:note', { callId: card.id, name: 'place', text: address, base: '' }));
  };

  return {
    /** The caller asks for somebody; `opened` is told the slip when that person is away, or when one goes over to him. */
    wanted: (asked: Omit<CommandInput<'call:wanted'>, 'callId'>, opened: (slipId: string) => void): void =>
      mine(async (callId, { matter }) => {
        const person = await send('call:wanted', { callId, ...asked });
        if (person.slipId !== null) opened(person.slipId);
        if (person.away && matter === null) keep(await send('call:matter', { callId, matter: 'message' }));
      }),
    newSlip: (made: (slipId: string) => void): void =>
      mine(async (callId) => {
        const slip = await request<Slip>('POST', '/api/slips', { callId });
        keepSlip(queries, slip);
        made(slip.id);
      }),
    chooseMatter: (matter: Matter | null): void => mine(async (callId) => fillPlace(await send('call:matter', { callId, matter }))),
    confirmCaller: (match: CallerMatch | null): void => mine(async (callId) => fillPlace(await send('call:caller', { callId, residentId: match?.residentId ?? null }))),
    toggleMute: (): void =>
      mine(async (callId, { state, mutedSince }) => {
        if (state !== 'live') return;
        const muted = mutedSince === null;
        // The microphone first: what the card says must be true already.
        await phone.mute(callId, muted);
        keep(await send('call:mute', { callId, muted }));
      }),
    openWrapUp: (callId: string): void => run(() => send('call:wrapUp', { callId })),
  };
}
