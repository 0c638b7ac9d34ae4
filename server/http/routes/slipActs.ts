import { z } from 'zod';
import { doneInput, holdInput, passInput, replyInput, sendingList } from '../../contract/delivery.ts';
import { DomainError } from '../../contract/errors.ts';
import { letter } from '../../contract/letter.ts';
import { slip } from '../../contract/slip.ts';
import type { Slip } from '../../contract/slip.ts';
import type { DeliveryFact } from '../../delivery/advanceDelivery.ts';
import { choiceOf } from '../choiceOf.ts';
import type { SaidBody } from '../choiceOf.ts';
import type { User } from '../../people/people.ts';
import { maySeeSlip, staffIdsOf } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { letterSources } from '../letterSources.ts';
import { placeCallBack } from '../placeCallBack.ts';
import { presentLetter } from '../presentLetter.ts';
import type { LetterSources } from '../presentLetter.ts';
import { readerSignedIn } from '../slipReader.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const refusals = ['not_found', 'wrong_state'] as const;
const saidRefusals = [...refusals, 'needs_confirmation'] as const;
const frontDesk = ['agent', 'supervisor', 'admin'] as const;

/** What people do about a message that was taken: by whoever has it, and by the front desk for him. */
export function slipActRoutes(deps: HttpDeps): Route[] {
  const { slipDesk, callDesk, directory, clock } = deps;
  async function load(id: string, user: User): Promise<Slip> {
    const found = await slipDesk.get(id);
    if (!found || !maySeeSlip({ directory, callDesk }, user, found)) throw new DomainError('not_found', 'no such slip');
    return found;
  }
  async function act(id: string, user: User, factOf: (by: { id: string; name: string }) => DeliveryFact, said: SaidBody = {}): Promise<Slip> {
    const found = await load(id, user);
    return slipDesk.deliver(found.id, factOf({ id: user.id, name: user.name }), user.id, clock.now(), choiceOf(said));
  }
  async function sourcesOf(id: string, user: User): Promise<LetterSources> {
    const found = await load(id, user);
    return letterSources(deps, found, readerSignedIn(directory, user, found));
  }

  return [
    signedInRoute({ method: 'get', path: '/api/slips/:id/letter', summary: 'A message as whoever has it reads it: what happens next, how to call back, whom to pass it on to', reply: letter, refusals: ['not_found'] }, async ({ me, param }) => presentLetter(await sourcesOf(param('id'), me.user))),
    signedInRoute({ method: 'post', path: '/api/slips/:id/call-back', summary: 'The office’s line rings at the phone of whoever has the message, then at the caller’s; where it cannot, the reply says how else', reply: letter, refusals: [...refusals, 'conflict', 'throttled', 'unavailable'] }, async ({ me, param }) => {
      const sources = await sourcesOf(param('id'), me.user);
      if (presentLetter(sources).standing !== 'yours') throw new DomainError('wrong_state', 'this message is not with you now');
      return placeCallBack(sources, deps);
    }),
    signedInRoute({ method: 'get', path: '/api/slips/:id/sendings', summary: 'How a message went out, attempt by attempt, with what each channel said', reply: sendingList, refusals: ['not_found'] }, async ({ me, param }) => ({ items: await slipDesk.sendings((await load(param('id'), me.user)).id) })),
    signedInRoute({ method: 'post', path: '/api/slips/:id/shown', summary: 'It stood in the inbox before the eyes of whoever has it', body: z.strictObject({}).default({}), reply: slip, refusals: ['not_found'] }, async ({ me, param }) => {
      const found = await load(param('id'), me.user);
      return slipDesk.deliver(found.id, { kind: 'shown', to: [me.user.id, ...staffIdsOf(directory, me.user)] }, me.user.id, clock.now());
    }),
    signedInRoute({ method: 'post', path: '/api/slips/:id/acknowledge', summary: 'Whoever has it has understood it: it is chased no more', reply: slip, refusals }, ({ me, param }) => act(param('id'), me.user, (by) => ({ kind: 'acknowledged', by }))),
    signedInRoute({ method: 'post', path: '/api/slips/:id/reply', summary: 'A sentence to the front desk; an acknowledgement too', body: replyInput, reply: slip, refusals: saidRefusals }, ({ me, param, body }) => act(param('id'), me.user, (by) => ({ kind: 'replied', by, words: body.words }), body)),
    signedInRoute({ method: 'post', path: '/api/slips/:id/done', summary: 'The matter is settled', body: doneInput, reply: slip, refusals: saidRefusals }, ({ me, param, body }) => act(param('id'), me.user, (by) => ({ kind: 'done', by, words: body.words }), body)),
    signedInRoute({ method: 'post', path: '/api/slips/:id/pass', summary: 'Passes a message on to somebody else of the office', body: passInput, reply: slip, refusals: saidRefusals }, async ({ me, param, body }) => {
      const found = await load(param('id'), me.user);
      const to = directory.staff(body.staffId);
      if (!to || to.removedAt !== null || to.unitId !== found.unitId) throw new DomainError('bad_input', 'not accepted: staffId', { staffId: 'nobody of this office has this id' });
      return slipDesk.deliver(found.id, { kind: 'passed', by: { id: me.user.id, name: me.user.name }, to: { kind: 'staff', id: to.id, name: to.name }, words: body.words }, me.user.id, clock.now(), choiceOf(body));
    }),
    signedInRoute({ method: 'post', path: '/api/slips/:id/hold', summary: 'Nobody is told before then', body: holdInput, reply: slip, roles: frontDesk, refusals }, ({ me, param, body }) => act(param('id'), me.user, (by) => ({ kind: 'held', by, until: body.until }))),
    signedInRoute({ method: 'post', path: '/api/slips/:id/again', summary: 'Sends a message anew, from the first step', reply: slip, roles: frontDesk, refusals }, ({ me, param }) => act(param('id'), me.user, (by) => ({ kind: 'again', by }))),
  ];
}
