import { useEffect, useRef } from 'react';
import type { Words } from './letterWords.ts';
import type { LetterAct, LetterDesk } from './useLetter.ts';

interface LetterAskProps {
  desk: LetterDesk;
  words: Words;
  /** Beside the words of which act this stands; asked about others, nothing shows here. */
  of: LetterAct;
  keyClass?: string;
}

/** Somebody's private number in what was to be said: asked beside the words, which can be changed instead. */
export function LetterAsk({ desk: { ask }, words: { letter: say }, of, keyClass }: LetterAskProps) {
  const line = useRef<HTMLDivElement>(null);
  const isAsked = ask?.what === of;
  useEffect(() => {
    // The keys stay in sight at the bottom: what lies there is under them, except what stands among them.
    if (isAsked) line.current?.scrollIntoView({ block: of === 'pass' ? 'nearest' : 'center' });
  }, [isAsked, of]);
  if (!isAsked) return null;
  return (
    <div className="letter-ask" role="alert" ref={line}>
      <p>{say.privateNumber.ask(ask.names)}</p>
      <div className="letter-pair">
        <button type="button" className={keyClass} onClick={() => ask.decide({ maskPrivate: true })}>
          {say.privateNumber.mask}
        </button>
        <button type="button" className={keyClass} onClick={() => ask.decide({ confirmPrivate: true })}>
          {say.privateNumber.confirm}
        </button>
      </div>
    </div>
  );
}
