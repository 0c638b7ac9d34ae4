import type { Words } from '../../i18n/zh.ts';
import type { PhoneStatus, PhoneTrouble } from '../deskPhone.ts';
import type { MicrophonePermission } from '../microphone.ts';

/** How well a test call over the carrier was heard. `mos`: 1 (bad) to 4.5 (as good as a telephone gets). */
export type LineQuality = { kind: 'measured'; mos: number; roundTripMs: number; jitterMs: number; lostPercent: number } | { kind: 'trouble'; trouble: PhoneTrouble };

/** In this order: a fault of an earlier one would explain those behind it. */
export const checks = ['server', 'clock', 'microphone', 'phone', 'line'] as const;
/** @see checks */
export type CheckId = (typeof checks)[number];

/** `weak`: it works, but somebody should see to it. `say` is a sentence of the words (`phoneCheck.results`), with what it names. */
export interface CheckResult {
  state: 'good' | 'weak' | 'bad';
  say: keyof Words['phoneCheck']['results'];
  values: Record<string, string | number>;
  /** The trouble whose sentence (`phone.trouble`) tells what to do. */
  trouble: PhoneTrouble | null;
}

/** What is looked at, from the browser or from a test. */
export interface LineTestNeeds {
  /** One short question to our server: how long it took, and how far this computer's clock is ahead of the server's, ms. @throws when there is no answer */
  ask(): Promise<{ roundTripMs: number; aheadMs: number }>;
  isLive(): boolean;
  openMicrophone(): Promise<MicrophonePermission>;
  phone(): { kind: 'practice' | 'twilio' | 'none'; status: PhoneStatus; details: readonly string[] };
  /** A test call over the carrier; null where the line has none or may not call out. */
  callNobody: (() => Promise<LineQuality>) | null;
}

/** Questions to the server; the middle one of the answers counts. */
const questions = 5;
const slowRoundTripMs = 400;
/** A clock that is wrong by more than this is told, ms. */
export const clockToleranceMs = 5_000;
/** What a telephone call needs to be understood well. */
const wellHeard = { mos: 3.7, roundTripMs: 300, jitterMs: 30, lostPercent: 2 } as const;

const microphoneTroubles: Partial<Record<MicrophonePermission, PhoneTrouble>> = { denied: 'microphoneDenied', missing: 'microphoneMissing', busy: 'microphoneBusy', unsupported: 'unsupported', prompt: 'microphoneNotAsked' };

const result = (state: CheckResult['state'], say: CheckResult['say'], values: CheckResult['values'] = {}, trouble: PhoneTrouble | null = null): CheckResult => ({ state, say, values, trouble });

const middle = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

/** Good at a MOS of 3.7 with at most 300 ms round trip, 30 ms jitter and 2 % lost; bad below a MOS of 3. */
export function judgeLine(quality: LineQuality): CheckResult {
  if (quality.kind === 'trouble') return result('bad', 'lineTrouble', {}, quality.trouble);
  const { mos, roundTripMs, jitterMs, lostPercent } = quality;
  const values = { mos: mos.toFixed(1), ms: Math.round(roundTripMs), jitter: Math.round(jitterMs), lost: lostPercent.toFixed(1) };
  const isWell = mos >= wellHeard.mos && roundTripMs <= wellHeard.roundTripMs && jitterMs <= wellHeard.jitterMs && lostPercent <= wellHeard.lostPercent;
  if (isWell) return result('good', 'lineGood', values);
  // Below three a caller asks "what did you say?" at every other sentence.
  return result(mos < 3 ? 'bad' : 'weak', mos < 3 ? 'lineBad' : 'lineWeak', values);
}

/** Looks at one thing after the other and tells each result as it is known; the order is that in which a fault would explain the next. */
export async function runLineTest(needs: LineTestNeeds, tell: (check: CheckId, result: CheckResult | 'running') => void): Promise<void> {
  const answers: { roundTripMs: number; aheadMs: number }[] = [];
  const run = async (check: CheckId, work: () => CheckResult | Promise<CheckResult>): Promise<void> => {
    tell(check, 'running');
    try {
      tell(check, await work());
    } catch {
      tell(check, result('bad', check === 'server' ? 'serverBad' : 'failed', {}, check === 'server' ? 'server' : null));
    }
  };

  await run('server', async () => {
    for (let asked = 0; asked < questions; asked++) answers.push(await needs.ask());
    const ms = Math.round(middle(answers.map(({ roundTripMs }) => roundTripMs)));
    if (!needs.isLive()) return result('bad', 'serverNotLive', { ms }, 'server');
    return ms > slowRoundTripMs ? result('weak', 'serverSlow', { ms }) : result('good', 'serverGood', { ms });
  });
  await run('clock', () => {
    if (answers.length === 0) return result('weak', 'clockUnknown');
    const aheadMs = middle(answers.map((answer) => answer.aheadMs));
    const seconds = Math.round(Math.abs(aheadMs) / 1000);
    if (Math.abs(aheadMs) <= clockToleranceMs) return result('good', 'clockGood');
    return result('weak', aheadMs > 0 ? 'clockFast' : 'clockSlow', { seconds });
  });
  await run('microphone', async () => {
    const found = await needs.openMicrophone();
    const trouble = microphoneTroubles[found];
    return trouble === undefined ? result('good', 'microphoneGood') : result('bad', 'microphoneBad', {}, trouble);
  });
  await run('phone', () => {
    const { status, kind } = needs.phone();
    if (status.state === 'elsewhere') return result('weak', 'phoneElsewhere');
    if (status.state === 'connecting') return result('weak', 'phoneConnecting');
    if (status.state === 'unregistered') return result('bad', 'phoneBad', {}, status.trouble);
    if (status.trouble !== null) return result('weak', 'phoneWeak', {}, status.trouble);
    return result('good', kind === 'practice' ? 'phonePractice' : 'phoneGood');
  });
  await run('line', async () => {
    const { kind, status } = needs.phone();
    if (kind === 'practice') return status.state === 'registered' ? result('good', 'linePractice') : result('bad', 'lineNotRegistered');
    if (needs.callNobody === null) return result('weak', 'lineNoCallsOut');
    return judgeLine(await needs.callNobody());
  });
}
