import type { Leg } from './leg.ts';
import { endLeg } from './progress.ts';
import type { RecordingCallback } from './recording.ts';
import type { Run } from './run.ts';

/** How two legs are joined. */
export interface BridgeOptions {
  /** The record attribute of the Dial. */
  record: string;
  callback: RecordingCallback | undefined;
  timeLimitMs: number;
  hangupOnStar: boolean;
  /** Told the recording's URL when it begins, so that an interrupted Dial can still name it. */
  begun(recordingUrl: string): void;
}

/**
 * Joins the run's leg to another until one of them goes; resolves with the recording's URL when the other one has (hung up, died, or sent elsewhere
 * through REST), and is interrupted when the run's own leg goes. A caller who was held back by answerOnBridge is answered now.
 */
export async function bridge(run: Run, other: Leg, options: BridgeOptions): Promise<string | undefined> {
  const { exchange, leg } = run;
  run.answerByBridge(other);
  exchange.note(leg, 'bridged', other.sid);
  const records = options.record !== 'do-not-record' && options.record !== 'false';
  const recording = records ? exchange.recordings.begin(leg, 'DialVerb', options.record.endsWith('dual') ? 2 : 1, options.callback) : undefined;
  if (recording) options.begun(exchange.recordings.urlOf(recording.sid));
  const words: string[] = [];

  const tellOther = (text: string) => {
    words.push(text);
    other.hearsPartner?.(text);
  };
  const callerHears = leg.person?.bridged(tellOther, exchange.phones.holderOf(other)?.converses === true);
  const otherHears = other.person?.bridged((text) => words.push(text), false);
  if (otherHears) other.hearsPartner = otherHears;
  other.partnerHears = (text) => {
    words.push(text);
    callerHears?.(text);
  };
  exchange.phones.bridged(other);

  try {
    await run.wait<void>((done) => {
      const limit = exchange.after(options.timeLimitMs, () => {
        exchange.tell(leg, '通话时间到限', 'the time limit of the call is reached');
        endLeg(exchange, other, 'completed', 'carrier-hung-up', 200);
      });
      const { agentLegDies } = exchange.switches;
      const death = agentLegDies === false ? undefined : exchange.after(agentLegDies, () => exchange.killLeg(other));
      const star = options.hangupOnStar
        ? leg.ear.listen((input) => {
            if (input.kind === 'digit' && input.digit === '*') endLeg(exchange, other, 'completed', 'other-leg-hung-up', 200);
          })
        : undefined;
      other.detach = () => done();
      other.whenEnded(() => done());
      return () => {
        limit.cancel();
        death?.cancel();
        star?.();
        other.detach = undefined;
      };
    });
  } finally {
    leg.person?.unbridged();
    other.person?.unbridged();
    other.partnerHears = undefined;
    if (recording) exchange.recordings.finish(recording, exchange.lasted(recording.startedAt, exchange.clock.now()), words.join(' / '), options.callback);
  }
  return recording ? exchange.recordings.urlOf(recording.sid) : undefined;
}
