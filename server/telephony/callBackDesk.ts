import { DomainError } from '../contract/errors.ts';
import type { Slip } from '../contract/slip.ts';
import { isUnderWay } from '../delivery/advanceDelivery.ts';
import { callBackWay } from '../delivery/callBackWay.ts';
import { actsAs } from '../people/actsAs.ts';
import type { Directory } from '../people/directory.ts';
import type { Line } from '../people/people.ts';
import type { SlipDesk } from '../slips/slipDesk.ts';
import type { Clock } from '../clockwork/clock.ts';
import type { CarrierRequest } from './carrierRequest.ts';
import { callBackDocument, callBackEndDocument, longestTalkSeconds } from './documents/callBack.ts';
import type { TelephonyLog } from './needs.ts';
import { phrasesOf } from './phrases/byLanguage.ts';
import type { CarrierRest } from './rest.ts';
import type { CarrierUrls } from './urls.ts';

/** How long the reader's phone rings, seconds: less than most mailboxes wait. */
const ringSeconds = 20;
/** After this a call-back whose end was never told counts as over, ms; the carrier adds a little to the ringing. */
const lostAfterMs = { ringing: 60_000, talking: (longestTalkSeconds + 120) * 1000 } as const;
/** Ended legs that are remembered, so that a callback that comes twice is told once. */
const rememberedEnds = 500;

/** What came of dialling the caller. */
interface Dialled {
  status: string;
  talkMs: number | null;
}

interface UnderWay {
  /** Null until the carrier has named it. */
  legSid: string | null;
  placedAt: number;
  answeredAt: number | null;
  dialled: Dialled | null;
}

/** Call-backs of readers through the office's line: the line rings at the reader's phone, then at the caller's, and neither sees the other's number. */
export interface CallBackDesk {
  isUnderWay(slipId: string, staffId: string): boolean;
  /** @throws DomainError `conflict` while one of this reader about this message is under way, `unavailable` */
  place(call: { slipId: string; staffId: string; line: Pick<Line, 'number' | 'byoc'>; phone: string }): Promise<'ringing' | 'refused'>;
  /** The reader's phone was answered: the document that connects him. */
  answered(slipId: string, staffId: string): Promise<string>;
  /** The Dial is over: what the reader hears last. */
  dialled(slipId: string, staffId: string, dial: CarrierRequest['dial']): Promise<string>;
  /** The reader's leg is over: what came of it is kept with the message, once; nothing where the caller was never dialled. */
  over(slipId: string, staffId: string, legSid: string, status: string): Promise<void>;
}

/** What the desk needs from outside. */
export interface CallBackNeeds {
  rest: Pick<CarrierRest, 'originate' | 'children'>;
  urls: CarrierUrls;
  directory: Directory;
  slips: Pick<SlipDesk, 'get' | 'deliver'>;
  clock: Clock;
  log: TelephonyLog;
}

/** @see CallBackDesk. What is under way is known to this process alone; the messages keep what came of it. */
export function openCallBackDesk({ rest, urls, directory, slips, clock, log }: CallBackNeeds): CallBackDesk {
  const calls = new Map<string, UnderWay>();
  const ended = new Set<string>();
  const keyOf = (slipId: string, staffId: string): string => `${slipId} ${staffId}`;

  function underWay(key: string): UnderWay | null {
    const call = calls.get(key);
    if (!call) return null;
    const until = call.answeredAt === null ? call.placedAt + lostAfterMs.ringing : call.answeredAt + lostAfterMs.talking;
    if (clock.now() < until) return call;
    calls.delete(key);
    return null;
  }

  const languageOf = (unitId: string): Line['language'] => directory.all().lines.find((line) => line.unitId === unitId)?.language ?? 'zh-CN';

  function wordsOf(unitId: string, { status, talkMs }: Dialled): string {
    const { calledBack } = phrasesOf[languageOf(unitId)];
    switch (status) {
      case 'completed':
      case 'answered':
        return calledBack.talked(talkMs);
      case 'busy':
        return calledBack.busy;
      case 'no-answer':
        return calledBack.noAnswer;
      default:
        return calledBack.failed;
    }
  }

  /** What the carrier says of the leg to the caller: its word on the Dial may have been lost, or overtaken. */
  async function askedOf(legSid: string): Promise<Dialled | null> {
    const child = (await rest.children(legSid)).at(-1);
    return child ? { status: child.status, talkMs: null } : null;
  }

  async function keep(slip: Slip, staffId: string, words: string): Promise<void> {
    const member = directory.staff(staffId);
    if (!member) return;
    if (!isUnderWay(slip)) {
      log.info({ slipId: slip.id }, 'a call-back ended after its message was taken back');
      return;
    }
    const by = actsAs(member);
    await slips.deliver(slip.id, { kind: 'calledBack', by, words }, by.id, clock.now());
  }

  return {
    isUnderWay: (slipId, staffId) => underWay(keyOf(slipId, staffId)) !== null,

    async place({ slipId, staffId, line, phone }) {
      const key = keyOf(slipId, staffId);
      if (underWay(key)) throw new DomainError('conflict', 'a call-back is under way');
      const call: UnderWay = { legSid: null, placedAt: clock.now(), answeredAt: null, dialled: null };
      calls.set(key, call);
      try {
        const placed = await rest.originate({ to: phone, from: line.number, url: urls.callBack(slipId, staffId, 'answered'), statusUrl: urls.callBack(slipId, staffId, 'over'), timeoutSeconds: ringSeconds, byoc: line.byoc });
        if ('legSid' in placed) {
          call.legSid = placed.legSid;
          return 'ringing';
        }
        calls.delete(key);
        log.warn({ slipId, code: placed.refused }, 'the carrier refused a call-back');
        return 'refused';
      } catch (cause) {
        calls.delete(key);
        throw new DomainError('unavailable', 'the carrier does not answer', undefined, { cause });
      }
    },

    async answered(slipId, staffId) {
      const slip = await slips.get(slipId);
      const unit = slip && directory.unit(slip.unitId);
      const member = directory.staff(staffId);
      if (!slip || !unit || !member) return callBackEndDocument('zh-CN', phrasesOf['zh-CN'].nothingToCall);
      const language = languageOf(unit.id);
      // As things are now: the message may have been corrected or taken back since he asked for it.
      const way = callBackWay(slip, member, unit, directory.all().lines.filter(({ unitId }) => unitId === unit.id));
      if (!isUnderWay(slip) || way.kind !== 'line') return callBackEndDocument(language, phrasesOf[language].nothingToCall);
      const call = underWay(keyOf(slipId, staffId));
      if (call) call.answeredAt = clock.now();
      return callBackDocument({ language, caller: slip.callerName || slip.callerCompany, number: way.callee, extension: slip.callerExtension, line: way.line, action: urls.callBack(slipId, staffId, 'dialled') });
    },

    async dialled(slipId, staffId, { status, talkMs }) {
      const call = calls.get(keyOf(slipId, staffId));
      if (call) call.dialled = { status, talkMs };
      if (status === 'completed' || status === 'answered') return callBackEndDocument('zh-CN', null);
      const slip = await slips.get(slipId);
      const unitId = slip?.unitId ?? '';
      return callBackEndDocument(languageOf(unitId), wordsOf(unitId, { status, talkMs }));
    },

    async over(slipId, staffId, legSid, status) {
      if (ended.has(legSid)) return;
      ended.add(legSid);
      for (const oldest of ended) {
        if (ended.size <= rememberedEnds) break;
        ended.delete(oldest);
      }
      const key = keyOf(slipId, staffId);
      const call = calls.get(key);
      const isThisOne = call?.legSid == null || call.legSid === legSid;
      try {
        // Whoever did not answer his own phone has called nobody.
        const dialled = status === 'completed' ? ((isThisOne && call?.dialled) || (await askedOf(legSid))) : null;
        const slip = dialled && (await slips.get(slipId));
        if (dialled && slip) await keep(slip, staffId, wordsOf(slip.unitId, dialled));
      } finally {
        if (isThisOne) calls.delete(key);
      }
    },
  };
}
