import { ringCallee } from './ringCallee.ts';
import { Leg } from './leg.ts';
import type { LegEnding } from './legStatus.ts';
import { answerLeg, endLeg, reportProgress } from './progress.ts';
import type { Run } from './run.ts';
import { newSid } from './sids.ts';
import type { Noun } from './verbs/noun.ts';

/** Parties that ring for one Dial. */
export interface Ringing {
  /** The leg that won, ready to be bridged; undefined where nobody did. Interrupted like every wait of the run. */
  readonly answered: Promise<Leg | undefined>;
  /** The leg that decides what the action says: the one that answered, else the one that ended last. */
  readonly decisive: Leg | undefined;
  /** Ends what still rings or talks. */
  stop(ending: LegEnding): void;
}

// From the dialling to the first ring on the other side.
const setupMs = 300;
const fastFailureMs = 400;

/**
 * Rings the parties at once, or one after the other, each for the whole timeout. The first to answer wins, exactly: the others end before anything
 * else happens. A whisper runs on the winner's leg before it counts as answered; where the leg ends in it, nobody did.
 */
export function ringParties(run: Run, nouns: readonly Noun[], options: { callerId: string | undefined; timeoutMs: number; sequential: boolean }): Ringing {
  const { exchange } = run;
  const legs: Leg[] = [];
  let winner: Leg | undefined;
  let lastEnded: Leg | undefined;
  let decide: (leg: Leg | undefined) => void = () => undefined;

  function start(noun: Noun): Leg {
    const leg = new Leg({
      sid: newSid('CA', exchange.random),
      parent: run.leg,
      direction: 'outbound-dial',
      from: options.callerId ?? run.leg.from,
      to: noun.address,
      createdAt: exchange.clock.now(),
      status: 'initiated',
      callback: noun.callback,
    });
    exchange.legs.set(leg.sid, leg);
    legs.push(leg);
    exchange.note(leg, 'initiated', noun.address);
    leg.onAnswer = () => answered(leg, noun);
    leg.whenEnded(() => {
      lastEnded = leg;
    });
    reportProgress(exchange, leg, 'initiated');
    const unreachable = noun.kind === 'client' && !exchange.phones.isRegistered(noun.identity) && exchange.switches.unregisteredClient === 'fails-fast';
    if (unreachable) {
      exchange.after(fastFailureMs, () => {
        if (leg.ended || leg.answeredAt !== null) return;
        exchange.tell(leg, `${noun.identity} 未登录`, `${noun.identity} is not registered`);
        endLeg(exchange, leg, exchange.switches.unregisteredClientStatus, 'unreachable', 480);
      });
      return leg;
    }
    exchange.after(setupMs, () => {
      if (leg.ended || leg.answeredAt !== null) return;
      leg.status = 'ringing';
      exchange.note(leg, 'ringing');
      reportProgress(exchange, leg, 'ringing');
      exchange.tell(leg, `振铃：${noun.address.replace(/^client:/, '')}`, `rings: ${noun.address.replace(/^client:/, '')}`);
      if (noun.kind === 'client') exchange.phones.ring(leg, noun.identity, noun.parameters);
      else ringCallee(exchange, leg, { byoc: noun.kind === 'number' && noun.byoc });
    });
    return leg;
  }

  function answered(leg: Leg, noun: Noun): boolean {
    if (winner || leg.ended || run.leg.ended) return false;
    winner = leg;
    answerLeg(exchange, leg);
    exchange.tell(leg, `${noun.address.replace(/^client:/, '')} 接听`, `${noun.address.replace(/^client:/, '')} answers`);
    const { losingLegStatus } = exchange.switches;
    for (const other of legs) if (other !== leg) endLeg(exchange, other, losingLegStatus, 'answered-elsewhere', 487);
    if (noun.whisper === undefined) {
      decide(leg);
      return true;
    }
    void exchange.run(leg, noun.whisper, { whisper: true }).then(() => decide(leg.ended ? undefined : leg));
    leg.whenEnded(() => decide(undefined));
    return true;
  }

  /** Waits until one of the legs wins, all have ended, or the timeout ends them. */
  function contest(parties: readonly Noun[]): Promise<Leg | undefined> {
    return run.wait<Leg | undefined>((done) => {
      decide = done;
      const timer = exchange.after(options.timeoutMs, () => {
        if (winner) return;
        exchange.tell(run.leg, '振铃超时，无人接听', 'nobody answered in time');
        for (const leg of legs) endLeg(exchange, leg, 'no-answer', 'timed-out', 487);
      });
      const begun = parties.map(start);
      for (const leg of begun) {
        leg.whenEnded(() => {
          if (!winner && begun.every((one) => one.ended)) done(undefined);
        });
      }
      return () => timer.cancel();
    });
  }

  async function oneByOne(): Promise<Leg | undefined> {
    for (const noun of nouns) {
      const leg = await contest([noun]);
      if (leg || winner) return leg;
    }
    return undefined;
  }

  return {
    answered: options.sequential ? oneByOne() : contest(nouns),
    get decisive() {
      return winner ?? lastEnded ?? legs[0];
    },
    stop(ending) {
      for (const leg of legs) {
        if (leg.answeredAt === null) endLeg(exchange, leg, 'canceled', ending, 487);
        else endLeg(exchange, leg, 'completed', 'other-leg-hung-up', 200);
      }
    },
  };
}
