import type { Timer } from './clock.ts';
import type { TalkLine } from './script.ts';
import { speechMs } from './speechTime.ts';

/** How somebody of a language behaves on the telephone, besides his matter. */
export interface Manners {
  /** Said when the other side stays silent. */
  nudges: readonly [string, ...string[]];
  /** Said when he is asked whether something is right. */
  yes: string;
  /** Said when there is nothing more to say. */
  farewell: string;
  /** Answer to the other side's goodbye. */
  bye: string;
}

/** Who calls an office lets it greet first. */
const greetingMs = 6_000;
/** Somebody who writes down, or types, is waited for; after this the caller asks whether anybody is there. */
const silenceMs = 20_000;
/** With nothing left to say a caller waits a little longer, for what the office may still read back. */
const lastSilenceMs = 40_000;
const nudgesAtMost = 2;
const defaultThinkMs = 800;
const lastWordMs = 2_500;

const asksWhetherRight = /对吗|对不对|是吗|是不是|确认|right\s*\?|correct|啱唔啱|係咪/i;
const saysGoodbye = /再见|再見|拜拜|goodbye|\bbye\b/i;

interface ConversationNeeds {
  talk: readonly TalkLine[];
  manners: Manners;
  say(text: string): void;
  after(ms: number, run: () => void): Timer;
  hangUp(): void;
}

/**
 * A resident who talks with a person, not with a robot: waits to be greeted, answers what he is asked, asks whether anybody is there when
 * nothing comes, says yes when his words are read back, and goes only after a goodbye.
 */
export class Conversation {
  private readonly needs: ConversationNeeds;
  private next = 0;
  /** Lines that were said; one that was passed over is said when it is asked for. */
  private readonly said = new Set<number>();
  private nudged = 0;
  private timer: Timer | null = null;

  constructor(needs: ConversationNeeds) {
    this.needs = needs;
  }

  begin(): void {
    this.later(greetingMs, () => this.sayLine());
  }

  heard(text: string): void {
    const { talk, manners } = this.needs;
    this.nudged = 0;
    if (saysGoodbye.test(text) && this.next > 0) return this.later(defaultThinkMs, () => this.leaveWith(manners.bye));
    const fits = (line: TalkLine, index: number): boolean => !this.said.has(index) && line.when?.test(text) === true;
    const fitting = talk.findIndex((line, index) => index >= this.next && fits(line, index));
    const passedOver = talk.findIndex(fits);
    if (fitting === -1 && passedOver !== -1) return this.later(talk[passedOver]?.thinkMs ?? defaultThinkMs, () => this.sayPassedOver(passedOver));
    if (fitting !== -1) this.next = fitting;
    const line = talk[this.next];
    if (line && (fitting !== -1 || line.when === undefined)) return this.later(line.thinkMs ?? defaultThinkMs, () => this.sayLine());
    if (asksWhetherRight.test(text)) return this.later(defaultThinkMs, () => this.speak(manners.yes));
    this.waitInSilence();
  }

  stop(): void {
    this.timer?.cancel();
    this.timer = null;
  }

  private later(ms: number, run: () => void): void {
    this.stop();
    this.timer = this.needs.after(ms, run);
  }

  private sayLine(): void {
    const line = this.needs.talk[this.next];
    if (!line) return this.waitInSilence();
    this.said.add(this.next);
    this.next += 1;
    if (saysGoodbye.test(line.text) && this.next === this.needs.talk.length) return this.leaveWith(line.text);
    this.speak(line.text);
  }

  private sayPassedOver(index: number): void {
    this.said.add(index);
    this.speak(this.needs.talk[index]?.text ?? '');
  }

  private speak(text: string): void {
    this.needs.say(text);
    this.later(speechMs(text), () => this.waitInSilence());
  }

  private leaveWith(text: string): void {
    this.needs.say(text);
    this.later(speechMs(text) + lastWordMs, () => this.needs.hangUp());
  }

  private waitInSilence(): void {
    const { talk, manners } = this.needs;
    const line = talk[this.next];
    if (!line) return this.later(lastSilenceMs, () => this.leaveWith(manners.farewell));
    this.later(silenceMs, () => {
      // What waits for a question is not said into silence: first he asks whether anybody is there.
      if (line.when === undefined || this.nudged >= nudgesAtMost) {
        this.nudged = 0;
        return this.sayLine();
      }
      const nudge = manners.nudges[this.nudged % manners.nudges.length] ?? manners.nudges[0];
      this.nudged += 1;
      this.speak(nudge);
    });
  }
}
