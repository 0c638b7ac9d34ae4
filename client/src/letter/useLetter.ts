import { useCallback, useEffect, useRef, useState } from 'react';
import type { Letter } from '../../../server/contract/letter.ts';
import { asksAboutNumber, namesOf } from '../app/privateNumbers.ts';
import type { PrivateChoice } from '../app/privateNumbers.ts';
import { Refusal, request } from '../app/request.ts';

/** What a reader does about his message. */
export type LetterAct = 'acknowledge' | 'reply' | 'pass' | 'done' | 'call-back';

/** Why nothing was done. */
export type ActFault = 'network' | 'busy' | 'throttled' | 'underWay';

/** A message as far as it is known: on its way, read, or why not. */
export type LetterView = { kind: 'loading' } | { kind: 'letter'; letter: Letter } | { kind: 'shut'; why: 'wrong' | 'expired' | 'throttled' | 'failed' };

/** What a page shows of a message and does about it. `pending`: what is being said to the server now. `said` and `fault` are emptied by the next act. */
export interface LetterDesk {
  view: LetterView;
  reload: () => void;
  /** Whether it was done; if not, `fault` says why. */
  act: (what: LetterAct, body?: object) => Promise<boolean>;
  pending: LetterAct | null;
  fault: { what: LetterAct; why: ActFault } | null;
  /** What was to be said holds a private number of these: `decide` says whether it goes masked or as it is. It stays unsaid where something else is done instead. */
  ask: { what: LetterAct; names: readonly string[]; decide: (choice: PrivateChoice) => void } | null;
  /** Takes that question back: it was about other words. Nothing is done. */
  withdraw: () => void;
  /** What was done last. */
  said: LetterAct | null;
}

const whyShut = (cause: unknown): 'wrong' | 'expired' | 'throttled' | 'failed' => {
  const code = cause instanceof Refusal ? cause.code : 'internal';
  return code === 'not_found' ? 'wrong' : code === 'expired' || code === 'throttled' ? code : 'failed';
};

const faultOf = (cause: unknown): ActFault => {
  const code = cause instanceof Refusal ? cause.code : 'internal';
  return code === 'network' || code === 'throttled' ? code : code === 'conflict' ? 'underWay' : 'busy';
};

/** How often it is looked at while a call-back is on the line, ms. */
const callBackEveryMs = 4_000;

/**
 * A message and what its reader does about it. `read`: the address of the letter; `acts`: in front of the name of what is done. Read anew when the page comes back before somebody's
 * eyes, when the next step of the chase is due, and while a call-back is on the line.
 */
export function useLetter(read: string, acts: string): LetterDesk {
  const [view, setView] = useState<LetterView>({ kind: 'loading' });
  const [pending, setPending] = useState<LetterAct | null>(null);
  const [fault, setFault] = useState<LetterDesk['fault']>(null);
  const [said, setSaid] = useState<LetterAct | null>(null);
  const [ask, setAsk] = useState<LetterDesk['ask']>(null);
  /** Ends the question that stands. */
  const undecided = useRef<() => void>(() => undefined);
  // The answer to a later question counts, whichever comes last.
  const asked = useRef(0);

  const reload = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    request<Letter>('GET', read).then(
      (letter) => mine === asked.current && setView({ kind: 'letter', letter }),
      (cause: unknown) =>
        mine === asked.current &&
        // What stands there stays while the network is away.
        setView((before) => (before.kind === 'letter' && whyShut(cause) === 'failed' ? before : { kind: 'shut', why: whyShut(cause) })),
    );
  }, [read]);

  useEffect(reload, [reload]);
  useEffect(() => {
    const look = (): void => {
      if (document.visibilityState === 'visible') reload();
    };
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }, [reload]);

  const letter = view.kind === 'letter' && view.letter.standing === 'yours' ? view.letter : null;
  const isCalling = letter?.callBack.kind === 'line' && letter.callBack.isUnderWay;
  const dueInMs = letter?.next ? Math.max(1_000, letter.next.at - letter.now + 2_000) : null;
  useEffect(() => {
    const waitMs = isCalling ? callBackEveryMs : dueInMs;
    // A timer counts no further than 2^31 ms.
    if (waitMs === null || waitMs > 2_000_000_000) return;
    const timer = setTimeout(reload, waitMs);
    return () => clearTimeout(timer);
  }, [isCalling, dueInMs, reload, letter]);

  const withdraw = useCallback(() => {
    undecided.current();
    setAsk(null);
  }, []);
  const act = useCallback(
    async function tell(what: LetterAct, body: object = {}): Promise<boolean> {
      withdraw();
      setPending(what);
      let question: Refusal | null = null;
      setFault(null);
      setSaid(null);
      try {
        const answer = await request<Letter | object>('POST', `${acts}/${what}`, body);
        asked.current += 1;
        if ('standing' in answer) setView({ kind: 'letter', letter: answer });
        else reload();
        setSaid(what);
        return true;
      } catch (cause) {
        // It is not his any more, or the link is over: the letter itself says what became of it.
        const code = cause instanceof Refusal ? cause.code : 'internal';
        if (asksAboutNumber(cause)) question = cause;
        else if (['wrong_state', 'expired', 'not_found'].includes(code)) reload();
        else setFault({ what, why: faultOf(cause) });
      } finally {
        setPending(null);
      }
      if (question === null) return false;
      const names = namesOf(Object.values(question.fields));
      const choice = await new Promise<PrivateChoice | null>((resolve) => {
        undecided.current = () => resolve(null);
        setAsk({ what, names, decide: resolve });
      });
      return choice !== null && (await tell(what, { ...body, ...choice }));
    },
    [acts, reload, withdraw],
  );
  return { view, reload, act, pending, fault, ask, withdraw, said };
}
