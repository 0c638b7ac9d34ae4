import twilio from 'twilio';
import { readNumber } from '../../people/phoneNumber.ts';
import { whoCalls } from '../arrival.ts';
import { lastResortDocument } from '../documents/lastResort.ts';
import { lineTestDocument } from '../documents/lineTest.ts';
import { budgetLeft } from '../needs.ts';
import { phrasesOf } from '../phrases/byLanguage.ts';
import type { WebhookHandler } from './webhook.ts';
import type { Fact } from '../../calls/fact.ts';

/**
 * A call out of the console (TwiML App). The line of the agent's office calls; a mainland number without a BYOC trunk is refused before
 * dialling, with the reason (carrier facts 9: outbound calls to the mainland ended in 2023). A call to nobody is a test of the agent's line.
 */
export const client: WebhookHandler = async ({ request, at }, needs) => {
  const userId = /^client:([A-Za-z0-9_]{1,64})$/.exec(request.from)?.[1] ?? null;
  const user = userId === null ? null : needs.directory.user(userId);
  const line = user ? (needs.directory.all().lines.find((known) => user.unitIds.includes(known.unitId)) ?? null) : null;
  const unit = line ? needs.directory.unit(line.unitId) : null;
  if (request.callSid === null || !user || user.role === 'staff' || !line || !unit) {
    needs.log.warn({ oddities: request.oddities }, 'a call out of no console of ours');
    return lastResortDocument({ unit: null, language: 'zh-CN' }, needs.urls);
  }
  if (request.to === '') return lineTestDocument();
  const callee = readNumber(request.to, unit.country);
  const refused = callee.kind !== 'number' || (callee.e164.startsWith('+86') && line.byoc === undefined);
  const facts: Fact[] = [
    {
      kind: 'arrived',
      key: 'arrived',
      at,
      direction: 'outbound',
      line: { lineId: line.id, number: line.number, unitId: unit.id, unitName: unit.name, unitNameEn: unit.nameEn ?? null, language: line.language, languages: line.languages, cycleMs: line.cycleMs },
      callerNumber: callee.kind === 'number' ? callee.e164 : null,
      callerRaw: request.to.slice(0, 200),
      callerCity: null,
      ...(callee.kind === 'number' ? await whoCalls(needs, callee.e164, unit.id) : { matches: [] }),
    },
    ...(refused ? [{ kind: 'marked', key: 'marked:refused', at, as: 'refused' } as const] : []),
  ];
  await needs.desk.record(request.callSid, facts, { budgetMs: budgetLeft(at, needs), arriving: true });

  const response = new twilio.twiml.VoiceResponse();
  if (refused) {
    const phrases = phrasesOf[user.language];
    needs.log.info({ callId: request.callSid, why: callee.kind === 'number' ? 'mainland without a trunk' : 'not a number' }, 'a call out was refused before dialling');
    response.say(phrases.say, callee.kind === 'number' ? phrases.outgoingMainland : phrases.outgoingNoNumber);
    response.hangup();
    return response.toString();
  }
  const dial = response.dial({ answerOnBridge: true, callerId: line.number, action: needs.urls.outgoingEnded, method: 'POST' });
  dial.number(line.byoc === undefined ? {} : { byoc: line.byoc }, callee.e164);
  return response.toString();
};
