import type { Manners } from './conversation.ts';

/** What a resident heard: words with their language, or a sound by its URL. */
export interface Heard {
  text: string;
  language: string;
  sound?: string;
}

/** What a prompt asks for, as a resident understands it. */
export type Asked = 'recipient' | 'caller' | 'number' | 'message' | 'confirm' | 'other';

/** A moment in which the attendant waits for the resident. */
export interface Prompt {
  kind: 'gather' | 'record';
  asks: Asked;
  /** Everything heard since the last prompt. */
  heard: readonly Heard[];
  /** The path of the prompt's action URL. */
  path: string;
  speech: boolean;
  keys: boolean;
  /** Prompts before this one in the call. */
  turn: number;
  /** How often the same thing was asked before. */
  askedBefore: number;
}

/** What a resident does. Times are milliseconds of the carrier's own time; a text is spoken at the usual pace unless `speakMs` says otherwise. */
export type Act =
  | { do: 'say'; text: string; thinkMs?: number; speakMs?: number; confidence?: number; then?: 'hang-up' | 'press-hash' }
  | { do: 'key'; digits: string; thinkMs?: number; eachMs?: number }
  | { do: 'nothing' }
  | { do: 'hang-up'; thinkMs?: number };

/**
 * A sentence for a conversation with a human agent. Lines are said in order, after each sentence of the agent or when nothing comes for a while;
 * one with `when` is said as soon as the agent says something that matches, and otherwise only after a silence. Lines skipped so are not said any more.
 */
export interface TalkLine {
  text: string;
  when?: RegExp;
  /** Pause before it is said, where the agent has said something. */
  thinkMs?: number;
}

/** How a resident behaves in a call. Functions are pure: the same prompt gives the same act. */
export interface Script {
  /** Hangs up while it rings: in the middle of that ring, counted from 1, as heard on the caller's side. */
  hangsUpInRing?: number;
  /** Hangs up while it rings after this time. */
  hangsUpAfterMs?: number;
  answer(prompt: Prompt): Act;
  /** What is said to an agent after the bridge, in order. */
  talk: readonly TalkLine[];
  /** How the resident behaves with a person who answers in text; a Mandarin speaker's unless told. */
  manners?: Manners;
  /** How long the resident waits for the agent's next sentence before saying the next line unasked. Default 4000. */
  patienceMs?: number;
  /** Silence after the last line until the resident hangs up; false: leaves it to the agent. Default 3000. */
  hangsUpAfterTalkMs?: number | false;
}

/** A script that does nothing by itself: for tests that press and speak by hand. */
export const silentScript: Script = { answer: () => ({ do: 'nothing' }), talk: [], hangsUpAfterTalkMs: false };

const byPath: readonly (readonly [ending: RegExp, asks: Asked])[] = [
  [/\/recipient$/, 'recipient'],
  [/\/caller$/, 'caller'],
  [/\/number$/, 'number'],
  [/\/message$/, 'message'],
  [/\/confirm$/, 'confirm'],
];

const byWords: readonly (readonly [words: RegExp, asks: Asked])[] = [
  [/对吗|对不对|是否正确|确认请|\b(is that|is this) (right|correct)/i, 'confirm'],
  [/留言|讲低|leave (a|your) message|after the (tone|beep)/i, 'message'],
  [/电话号码|回电|联系电话|电话係|phone number|call you back|number to reach/i, 'number'],
  [/贵姓|姓名|怎么称呼|点称呼|your name|who is calling/i, 'caller'],
  [/找哪位|找谁|哪位同事|搵边位|who would you like|speak (to|with)|looking for/i, 'recipient'],
];

/** What a prompt asks: by its action path where that tells, else by the last words heard. A Record always asks for the message. */
export function askedBy(kind: 'gather' | 'record', path: string, heard: readonly Heard[]): Asked {
  if (kind === 'record') return 'message';
  const fromPath = byPath.find(([ending]) => ending.test(path));
  if (fromPath) return fromPath[1];
  const words = heard.map((one) => one.text).join(' ');
  return byWords.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}
