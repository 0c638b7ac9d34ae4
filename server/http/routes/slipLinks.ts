import type { Request, Response } from 'express';
import { z } from 'zod';
import { doneInput, passInput, replyInput } from '../../contract/delivery.ts';
import { DomainError } from '../../contract/errors.ts';
import { letter } from '../../contract/letter.ts';
import type { Letter } from '../../contract/letter.ts';
import type { DeliveryFact } from '../../delivery/advanceDelivery.ts';
import { choiceOf } from '../choiceOf.ts';
import type { SaidBody } from '../choiceOf.ts';
import type { HttpDeps } from '../deps.ts';
import { letterSources } from '../letterSources.ts';
import { placeCallBack } from '../placeCallBack.ts';
import { colleaguesOf, presentLetter } from '../presentLetter.ts';
import type { LetterSources } from '../presentLetter.ts';
import { recordingReply } from '../recordingReply.ts';
import { recordingSidOf } from '../../slips/recordingUrl.ts';
import { readerOf } from '../slipReader.ts';
import { openRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** What every one of them may refuse. */
const refusals = ['not_found', 'expired', 'throttled'] as const;
const nothing = z.strictObject({}).default({});
const path = (act: string): string => `/api/letters/:token${act === '' ? '' : `/${act}`}`;

/**
 * A message behind the link that was sent to somebody: read and answered on his phone without signing in. The link names a sending, the sending its
 * message and whom it went to; it opens that message and nothing else, and only while the message is with him. To look changes nothing: scanners of mail look too.
 */
export function slipLinkRoutes(deps: HttpDeps): Route[] {
  const { slipDesk, directory, limits, links, loadSending, fetchRecording, clock } = deps;
  /** @throws DomainError `not_found` for a wrong link, whatever is wrong with it; `expired` */
  async function load(token: string, request: Request, response: Response): Promise<LetterSources> {
    const address = request.ip ?? 'unknown';
    response.set('X-Robots-Tag', 'noindex, nofollow, noarchive');
    await limits.linkAttempt(address);
    const link = links.read(token);
    if (!link) throw new DomainError('not_found', 'this link opens nothing');
    await limits.linkSucceeded(address);
    if (link.expiresAt <= clock.now()) throw new DomainError('expired', 'this link is over');
    const sending = await loadSending(link.sendingId);
    const reader = sending && readerOf(directory, sending);
    const slip = sending && reader && (await slipDesk.get(sending.slipId));
    if (!slip) throw new DomainError('not_found', 'this link opens nothing');
    return letterSources(deps, slip, reader);
  }
  /** @throws DomainError `wrong_state` for a message that is not the reader's now */
  async function loadOwn(token: string, request: Request, response: Response): Promise<LetterSources> {
    const sources = await load(token, request, response);
    if (presentLetter(sources).standing !== 'yours') throw new DomainError('wrong_state', 'this message is not with you now');
    return sources;
  }
  async function act({ slip, reader }: LetterSources, fact: DeliveryFact, said: SaidBody = {}): Promise<Letter> {
    const after = await slipDesk.deliver(slip.id, fact, reader.by.id, clock.now(), choiceOf(said));
    return presentLetter(await letterSources(deps, after, reader));
  }
  const actRefusals = [...refusals, 'wrong_state'] as const;
  const saidRefusals = [...actRefusals, 'needs_confirmation'] as const;

  return [
    openRoute({ method: 'get', path: path(''), summary: 'The message that this link was sent for', reply: letter, refusals }, async ({ param, request, response }) => presentLetter(await load(param('token'), request, response))),
    openRoute({ method: 'get', path: path('recording'), summary: 'Its recorded words', replyTypes: ['audio/wav', 'audio/mpeg'], refusals: [...actRefusals, 'unavailable'] }, async ({ param, request, response }) => {
      const { slip } = await loadOwn(param('token'), request, response);
      const sid = slip.recordingUrl === undefined ? null : recordingSidOf(slip.recordingUrl);
      if (sid === null) throw new DomainError('not_found', 'nothing was recorded');
      return recordingReply(sid, fetchRecording, request, response);
    }),
    openRoute({ method: 'post', path: path('opened'), summary: 'It stands before the eyes of whoever has the link', body: nothing, reply: letter, refusals: actRefusals }, async ({ param, request, response }) => {
      const sources = await loadOwn(param('token'), request, response);
      return act(sources, { kind: 'opened', by: sources.reader.by });
    }),
    openRoute({ method: 'post', path: path('acknowledge'), summary: 'He has understood it: it is chased no more', body: nothing, reply: letter, refusals: actRefusals }, async ({ param, request, response }) => {
      const sources = await loadOwn(param('token'), request, response);
      return act(sources, { kind: 'acknowledged', by: sources.reader.by });
    }),
    openRoute({ method: 'post', path: path('reply'), summary: 'A sentence to the front desk; an acknowledgement too', body: replyInput, reply: letter, refusals: saidRefusals }, async ({ param, request, response, body }) => {
      const sources = await loadOwn(param('token'), request, response);
      return act(sources, { kind: 'replied', by: sources.reader.by, words: body.words }, body);
    }),
    openRoute({ method: 'post', path: path('done'), summary: 'The matter is settled', body: doneInput, reply: letter, refusals: saidRefusals }, async ({ param, request, response, body }) => {
      const sources = await loadOwn(param('token'), request, response);
      return act(sources, { kind: 'done', by: sources.reader.by, words: body.words }, body);
    }),
    openRoute({ method: 'post', path: path('pass'), summary: 'Passes it on to one of those whom the message names', body: passInput, reply: letter, refusals: saidRefusals }, async ({ param, request, response, body }) => {
      const sources = await loadOwn(param('token'), request, response);
      const to = colleaguesOf(sources).find(({ id }) => id === body.staffId);
      if (!to) throw new DomainError('bad_input', 'not accepted: staffId', { staffId: 'nobody to whom it may be passed on' });
      return act(sources, { kind: 'passed', by: sources.reader.by, to: { kind: 'staff', id: to.id, name: to.name }, words: body.words }, body);
    }),
    openRoute({ method: 'post', path: path('call-back'), summary: 'The office’s line rings at his phone, then at the caller’s; where it cannot, the reply says how else', body: nothing, reply: letter, refusals: [...actRefusals, 'conflict', 'unavailable'] }, async ({ param, request, response }) => {
      const sources = await loadOwn(param('token'), request, response);
      return placeCallBack(sources, deps);
    }),
  ];
}
