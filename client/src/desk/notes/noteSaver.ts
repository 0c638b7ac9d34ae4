import type { NoteName } from '../../../../server/contract/matter.ts';
import { Refusal } from '../../app/request.ts';
import { remember, remembered } from '../../app/remembered.ts';

interface Noting {
  /** What was typed here and is not yet on the server; null when nothing is. */
  typed: string | null;
  state: 'saved' | 'saving' | 'waiting' | 'conflict' | 'failed';
  error: unknown;
}

interface NoteSaver {
  /** `stored` is the text of the card as it stands: what the writer had before him when he began. */
  edit(text: string, stored: string): void;
  /** After a conflict: this text over theirs, which the writer has now seen. */
  keepMine(stored: string): void;
  takeTheirs(): void;
  retry(): void;
  noting(): Noting;
  subscribe(listener: () => void): () => void;
}

/** Brings one text to the server. @throws Refusal `conflict` where another window changed it meanwhile */
export type SendNote = (note: { name: NoteName; text: string; base: string }) => Promise<void>;

/** A pause in typing after which what was typed is sent, ms: a fact each key would fill the call's story with half words. */
const pauseMs = 500;
const retryMs = 2000;

interface Pending {
  text: string;
  base: string;
}

/** The texts that this computer still keeps for the server; a browser that keeps nothing loses them with the page only. */
function keptText(key: string): Pending | null {
  const text = remembered(key);
  if (text === null) return null;
  try {
    return JSON.parse(text) as Pending;
  } catch {
    // Somebody else's text under our name.
    return null;
  }
}

function keepText(key: string, pending: Pending | null): void {
  remember(key, pending === null ? null : JSON.stringify(pending));
}

const savers = new Map<string, NoteSaver>();

/** One line of a call's record: sent after each pause in typing, kept over a reload and a cut connection, never over another's text unseen. */
export function noteSaver(callId: string, name: NoteName, send: SendNote): NoteSaver {
  const key = `three-rings.note.${callId}.${name}`;
  const known = savers.get(key);
  if (known) return known;
  let pending = keptText(key);
  let flying = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let noting: Noting = { typed: pending?.text ?? null, state: pending ? 'waiting' : 'saved', error: null };
  const listeners = new Set<() => void>();

  function tell(next: Partial<Noting>): void {
    keepText(key, pending);
    noting = { ...noting, ...next, typed: pending?.text ?? null };
    for (const listener of [...listeners]) listener();
  }

  function later(ms: number): void {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void flush(), ms);
  }

  async function flush(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    if (flying || !pending || noting.state === 'conflict') return;
    flying = true;
    const sent = pending;
    tell({ state: 'saving', error: null });
    try {
      await send({ name, ...sent });
      flying = false;
      // What was typed meanwhile builds on what was just stored.
      pending = pending.text === sent.text ? null : { text: pending.text, base: sent.text };
      tell({ state: pending ? 'saving' : 'saved' });
      if (pending) later(pauseMs);
    } catch (error) {
      flying = false;
      const code = error instanceof Refusal ? error.code : 'internal';
      if (code === 'conflict') return tell({ state: 'conflict', error });
      const isFinal = ['bad_input', 'forbidden', 'not_found', 'wrong_state'].includes(code);
      tell({ state: isFinal ? 'failed' : 'waiting', error });
      if (!isFinal) later(retryMs);
    }
  }

  const saver: NoteSaver = {
    edit(text, stored) {
      pending = { text, base: pending?.base ?? stored };
      tell({ state: noting.state === 'conflict' ? 'conflict' : 'saving' });
      later(pauseMs);
    },
    keepMine(stored) {
      if (!pending) return;
      pending = { ...pending, base: stored };
      tell({ state: 'saving' });
      void flush();
    },
    takeTheirs() {
      pending = null;
      tell({ state: 'saved', error: null });
    },
    retry: () => void flush(),
    noting: () => noting,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  savers.set(key, saver);
  if (pending) void flush();
  return saver;
}
