import { z } from 'zod';
import { DomainError } from '../../contract/errors.ts';
import { newSlip, slip, slipDrop, slipHistoryEntry, slipMerge, slipOwner, slipPatch, slipPrivate, slipQuery, slipReopen } from '../../contract/slip.ts';
import type { NewSlip, Slip, SlipHistoryEntry } from '../../contract/slip.ts';
import type { User } from '../../people/people.ts';
import { callUnits, isGiven, mayOwnSlips, maySeeCall, maySeeSlip, narrowUnits, staffIdsOf } from '../authority.ts';
import { choiceOf } from '../choiceOf.ts';
import type { HttpDeps } from '../deps.ts';
import { readableSlips } from '../readableSlips.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const slipList = z.object({ items: z.array(slip), next: z.string().optional() });
const slipHistory = z.object({ items: z.array(slipHistoryEntry) });
const writers = ['agent', 'supervisor', 'admin'] as const;
/** An agent's slip about a running call must not hang while the records do. */
const budgetMs = 800;

/** The eight-field slips: written by those who answer, read by them and by the person they are for. */
export function slipRoutes({ slipDesk, callDesk, directory, clock }: HttpDeps): Route[] {
  /** The office of a new slip: as said, else the call's, else the recipient's, else the writer's first. */
  async function officeOf(input: NewSlip, writer: User): Promise<string> {
    const call = input.callId == null ? null : await callDesk.look(input.callId);
    if (input.callId != null && (!call || !maySeeCall(writer, call.card))) throw new DomainError('bad_input', 'not accepted: callId', { callId: 'no such call' });
    const recipient = input.recipientId == null ? null : directory.staff(input.recipientId);
    if (input.recipientId != null && !recipient) throw new DomainError('bad_input', 'not accepted: recipientId', { recipientId: 'nobody has this id' });
    const unitId = input.unitId ?? call?.card.unit.id ?? recipient?.unitId ?? writer.unitIds[0] ?? directory.all().units[0]?.id;
    if (unitId === undefined || !directory.unit(unitId)) throw new DomainError('bad_input', 'not accepted: unitId', { unitId: 'no such office' });
    narrowUnits(callUnits(writer), unitId);
    return unitId;
  }

  async function load(id: string, user: User): Promise<Slip> {
    const found = await slipDesk.get(id);
    if (!found || !maySeeSlip({ directory, callDesk }, user, found)) throw new DomainError('not_found', 'no such slip');
    return found;
  }

  return [
    signedInRoute({ method: 'get', path: '/api/slips', summary: 'Slips, newest first', query: slipQuery, reply: slipList }, ({ me, query }) => {
      const { unitId, mine, read, toComplete, ...rest } = query;
      const listing = { ...rest, ...(read !== undefined && { isRead: read === 'true' }), ...(toComplete !== undefined && { toComplete: true as const }) };
      if (me.user.role !== 'staff' && mine === undefined) return readableSlips({ directory, callDesk, slipDesk }, me.user, { ...listing, unitIds: narrowUnits(callUnits(me.user), unitId) });
      return readableSlips({ directory, callDesk, slipDesk }, me.user, { ...listing, unitIds: unitId === undefined ? null : [unitId], recipientIds: staffIdsOf(directory, me.user) });
    }),
    signedInRoute({ method: 'post', path: '/api/slips', summary: 'Write a slip', status: 201, body: newSlip, reply: slip, roles: writers, refusals: ['needs_confirmation'] }, async ({ me, body, response }) => {
      const now = clock.now();
      const unitId = await officeOf(body, me.user);
      const written = await slipDesk.create({ ...body, unitId }, me.user, now);
      if (written.callId !== null) await callDesk.record(written.callId, [{ kind: 'slip', key: `slip:${written.id}`, at: now, slipId: written.id }], { budgetMs });
      response.location(`/api/slips/${written.id}`);
      return written;
    }),
    signedInRoute({ method: 'get', path: '/api/slips/:id', summary: 'One slip', reply: slip, refusals: ['not_found'] }, ({ me, param }) => load(param('id'), me.user)),
    signedInRoute({ method: 'get', path: '/api/slips/:id/private', summary: 'Whose private numbers stand in it', reply: slipPrivate, roles: writers, refusals: ['not_found'] }, async ({ me, param }) => ({ found: await slipDesk.privateIn(await load(param('id'), me.user)) })),
    signedInRoute({ method: 'get', path: '/api/slips/:id/history', summary: 'Who changed what of a slip, oldest first', reply: slipHistory, refusals: ['not_found'] }, async ({ me, param }) => {
      const { id } = await load(param('id'), me.user);
      const items = (await slipDesk.history(id)).map(({ version, at, by, changed }): SlipHistoryEntry => ({ version, at, by: { id: by, name: directory.user(by)?.name ?? null }, changed }));
      return { items };
    }),
    signedInRoute({ method: 'patch', path: '/api/slips/:id', summary: 'Write into a slip', body: slipPatch, reply: slip, roles: writers, refusals: ['not_found', 'conflict', 'needs_confirmation'] }, async ({ me, param, body }) => {
      const found = await load(param('id'), me.user);
      return slipDesk.patch(found.id, body, me.user, clock.now());
    }),
    signedInRoute({ method: 'post', path: '/api/slips/:id/drop', summary: 'Dismiss an unfinished slip, with the reason', body: slipDrop, reply: slip, roles: writers, refusals: ['not_found', 'wrong_state'] }, async ({ me, param, body }) => {
      const { id } = await load(param('id'), me.user);
      return slipDesk.drop(id, body.reason, me.user, clock.now());
    }),
    signedInRoute({ method: 'post', path: '/api/slips/:id/reopen', summary: 'Take a dismissed slip up again, or a message that is under way, to correct it', body: slipReopen, reply: slip, roles: writers, refusals: ['not_found', 'wrong_state', 'needs_confirmation'] }, async ({ me, param, body }) => {
      const { id } = await load(param('id'), me.user);
      return slipDesk.reopen(id, body.reason, me.user, clock.now(), choiceOf(body));
    }),
    signedInRoute({ method: 'post', path: '/api/slips/:id/merge', summary: 'The same matter as another slip of the office, which stays', body: slipMerge, reply: slip, roles: writers, refusals: ['not_found', 'wrong_state', 'conflict'] }, async ({ me, param, body }) => {
      const [{ id }, into] = [await load(param('id'), me.user), await load(body.into, me.user)];
      return slipDesk.merge(id, into.id, me.user, clock.now());
    }),
    signedInRoute({ method: 'post', path: '/api/slips/:id/owner', summary: 'Hand an unfinished slip to somebody else to finish', body: slipOwner, reply: slip, roles: writers, refusals: ['not_found', 'wrong_state'] }, async ({ me, param, body }) => {
      const { id, unitId } = await load(param('id'), me.user);
      const owner = body.ownerId === null ? null : directory.user(body.ownerId);
      if (body.ownerId !== null && (!owner || !mayOwnSlips(owner, unitId))) throw new DomainError('bad_input', 'not accepted: ownerId', { ownerId: 'nobody of this office who writes slips' });
      return slipDesk.handOver(id, owner, me.user, clock.now());
    }),
    signedInRoute({ method: 'post', path: '/api/slips/:id/read', summary: 'The person it is for has opened it', reply: slip, refusals: ['not_found', 'wrong_state'] }, async ({ me, param }) => {
      const found = await load(param('id'), me.user);
      if (!isGiven(directory, me.user, found)) throw new DomainError('forbidden', 'this slip is for somebody else');
      return slipDesk.markRead(found.id, me.user, clock.now());
    }),
  ];
}
