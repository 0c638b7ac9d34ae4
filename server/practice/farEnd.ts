import type { Heard } from './script.ts';

/** The person at the far end of a leg, as the verbs meet him. */
export interface FarEnd {
  hears(heard: Heard): void;
  /** Is asked something and acts on it; what is returned stops the act where the prompt ended first. */
  prompted(prompt: { kind: 'gather' | 'record'; path: string; speech: boolean; keys: boolean }): () => void;
  /**
   * Talks with an agent from now on; what this person says is given to `agentHears`. Returns how the agent is heard. `converses` says that the
   * agent answers in text, so that this person waits longer before going on unasked.
   */
  bridged(agentHears: (text: string) => void, converses: boolean): (text: string) => void;
  unbridged(): void;
  press(digit: string): void;
  say(text: string, speakMs?: number): void;
  hangUp(): void;
}
