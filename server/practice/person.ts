import type { Timer } from './clock.ts';
import type { Exchange } from './exchange.ts';
import type { FarEnd } from './farEnd.ts';
import type { Leg } from './leg.ts';
import { farEndHangsUp } from './progress.ts';
import { ringCycleMs } from './cadence.ts';
import { Conversation } from './conversation.ts';
import { mannersOf } from './residents/manners.ts';
import type { Act, Asked, Heard, Prompt, Script } from './script.ts';
import { askedBy } from './script.ts';
import { speechMs } from './speechTime.ts';

const defaultThinkMs = 800;
const defaultKeyMs = 350;
const defaultPatienceMs = 4000;
const defaultGoodbyeMs = 3000;
// Who calls an office lets it greet first.
const greetingMs = 3000;

/** A resident at the far end of a leg: hears, thinks, speaks, keys and hangs up as the script says. */
export class Person implements FarEnd {
  private readonly exchange: Exchange;
  private readonly leg: Leg;
  private readonly script: Script;
  private readonly timers = new Set<Timer>();
  private heard: Heard[] = [];
  private turn = 0;
  private readonly asked = new Map<Asked, number>();
  private nextLine = 0;
  private agentHears: ((text: string) => void) | undefined;

  constructor(exchange: Exchange, leg: Leg, script: Script) {
    this.exchange = exchange;
    this.leg = leg;
    this.script = script;
    leg.whenEnded(() => this.stop());
  }

  /** Begins to wait for an answer. */
  dialled(): void {
    const { hangsUpInRing, hangsUpAfterMs } = this.script;
    const afterMs = hangsUpInRing !== undefined ? ringCycleMs(this.leg.to) * (hangsUpInRing - 0.5) : hangsUpAfterMs;
    if (afterMs === undefined) return;
    this.later(afterMs, () => {
      if (this.leg.answeredAt === null) this.hangUp();
    });
  }

  hears(heard: Heard): void {
    this.heard.push(heard);
  }

  prompted(prompt: { kind: 'gather' | 'record'; path: string; speech: boolean; keys: boolean }): () => void {
    const heard = this.heard;
    this.heard = [];
    const asks = askedBy(prompt.kind, prompt.path, heard);
    const askedBefore = this.asked.get(asks) ?? 0;
    this.asked.set(asks, askedBefore + 1);
    const whole: Prompt = { ...prompt, asks, heard, turn: this.turn, askedBefore };
    this.turn += 1;
    return this.perform(this.script.answer(whole));
  }

  bridged(agentHears: (text: string) => void, converses: boolean): (text: string) => void {
    this.agentHears = agentHears;
    this.nextLine = 0;
    if (converses) {
      const conversation = new Conversation({ talk: this.script.talk, manners: this.script.manners ?? mannersOf['zh-CN'], say: (text) => this.utter(text), after: (ms, run) => this.later(ms, run), hangUp: () => this.hangUp() });
      if (this.script.talk.length > 0) conversation.begin();
      return (text) => {
        if (this.agentHears) conversation.heard(text);
      };
    }
    this.sayNextLineAfter(greetingMs);
    return (text) => this.agentSaid(text);
  }

  unbridged(): void {
    this.agentHears = undefined;
    this.stop();
  }

  // A sentence that fits brings its line; after any other the resident goes on, unless the next line waits for something else to be said.
  private agentSaid(text: string): void {
    if (!this.agentHears) return;
    this.stop();
    const { talk } = this.script;
    const fitting = talk.findIndex((line, index) => index >= this.nextLine && line.when?.test(text) === true);
    if (fitting !== -1) this.nextLine = fitting;
    const line = talk[this.nextLine];
    const answers = fitting !== -1 || line?.when === undefined;
    this.sayNextLineAfter(answers ? (line?.thinkMs ?? defaultThinkMs) : (this.script.patienceMs ?? defaultPatienceMs));
  }

  private sayNextLineAfter(delayMs: number): void {
    const line = this.script.talk[this.nextLine];
    if (!line) {
      const goodbyeMs = this.script.hangsUpAfterTalkMs ?? defaultGoodbyeMs;
      if (goodbyeMs !== false) this.later(goodbyeMs, () => this.hangUp());
      return;
    }
    this.later(delayMs, () => {
      this.nextLine += 1;
      this.utter(line.text);
      this.later(speechMs(line.text), () => this.sayNextLineAfter((this.script.patienceMs ?? defaultPatienceMs)));
    });
  }

  /** To the agent, in text. */
  private utter(text: string): void {
    this.exchange.tell(this.leg, `住户：${text}`, `resident: ${text}`);
    this.exchange.note(this.leg, 'resident-said', text);
    this.agentHears?.(text);
  }

  private perform(act: Act): () => void {
    const timers: Timer[] = [];
    const at = (delayMs: number, run: () => void) => timers.push(this.later(delayMs, run));
    switch (act.do) {
      case 'nothing':
        break;
      case 'hang-up':
        at(act.thinkMs ?? defaultThinkMs, () => this.hangUp());
        break;
      case 'key': {
        const thinkMs = act.thinkMs ?? defaultThinkMs;
        [...act.digits].forEach((digit, index) => at(thinkMs + index * (act.eachMs ?? defaultKeyMs), () => this.press(digit)));
        break;
      }
      case 'say': {
        const thinkMs = act.thinkMs ?? defaultThinkMs;
        const endMs = thinkMs + (act.speakMs ?? speechMs(act.text));
        at(thinkMs, () => this.startSpeaking());
        at(endMs, () => this.finishSpeaking(act.text, act.confidence ?? 0.9));
        if (act.then === 'hang-up') at(endMs + 300, () => this.hangUp());
        if (act.then === 'press-hash') at(endMs + 300, () => this.press('#'));
        break;
      }
    }
    return () => {
      for (const timer of timers) timer.cancel();
    };
  }

  /** Presses one key. */
  press(digit: string): void {
    this.exchange.tell(this.leg, `按键 ${digit}`, `presses ${digit}`);
    this.exchange.note(this.leg, 'pressed', digit);
    this.leg.ear.hear({ kind: 'digit', digit });
  }

  /** Says something at the usual pace. */
  say(text: string, speakMs: number = speechMs(text), confidence = 0.9): void {
    this.startSpeaking();
    this.later(speakMs, () => this.finishSpeaking(text, confidence));
  }

  private startSpeaking(): void {
    this.leg.ear.hear({ kind: 'speech-start' });
  }

  private finishSpeaking(text: string, confidence: number): void {
    this.exchange.tell(this.leg, `住户说：${text}`, `resident says: ${text}`);
    this.exchange.note(this.leg, 'spoke', text);
    this.agentHears?.(text);
    this.leg.ear.hear({ kind: 'speech-end', text, confidence });
  }

  /** Hangs up. */
  hangUp(): void {
    if (this.leg.ended) return;
    this.exchange.tell(this.leg, '住户挂断', 'the resident hangs up');
    farEndHangsUp(this.exchange, this.leg);
  }

  private later(delayMs: number, run: () => void): Timer {
    const timer = this.exchange.after(delayMs, () => {
      this.timers.delete(timer);
      run();
    });
    this.timers.add(timer);
    return timer;
  }

  private stop(): void {
    for (const timer of this.timers) timer.cancel();
    this.timers.clear();
  }
}
