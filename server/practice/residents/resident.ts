import type { Act, Asked, Prompt, Script } from '../script.ts';

/** A scripted resident: who calls, about what, and how the call goes with the attendant or with a person. */
export interface Resident {
  id: string;
  name: { zh: string; en: string };
  summary: { zh: string; en: string };
  /** The number shown, or a free word where it is withheld. */
  from: string;
  /** What the resident speaks. */
  language: 'zh-CN' | 'en' | 'yue';
  script: Script;
}

/** What a resident says or does when asked for something; `other` is the answer to anything not foreseen. */
export type Replies = Partial<Record<Asked, Act>> & { other: Act };

// Somebody who is asked the same thing for the fourth time gives up.
const patience = 3;

/**
 * Answers prompts from a list. Where a prompt takes keys only, a yes becomes key 1 and a number is keyed with # at the end; where it takes
 * speech only, keys stay in the pocket.
 */
export function answering(replies: Replies, number?: string): (prompt: Prompt) => Act {
  return (prompt) => {
    if (prompt.askedBefore >= patience) return { do: 'hang-up' };
    const act = replies[prompt.asks] ?? replies.other;
    if (act.do === 'say' && !prompt.speech) {
      if (prompt.asks === 'confirm') return { do: 'key', digits: '1' };
      if (prompt.asks === 'number' && number !== undefined) return { do: 'key', digits: `${number}#` };
      return { do: 'nothing' };
    }
    if (act.do === 'key' && !prompt.keys) return { do: 'nothing' };
    return act;
  };
}

/** Says a text after the usual moment of thought. */
export function say(text: string, more: { thinkMs?: number; speakMs?: number; confidence?: number; then?: 'hang-up' | 'press-hash' } = {}): Act {
  return { do: 'say', text, ...more };
}
