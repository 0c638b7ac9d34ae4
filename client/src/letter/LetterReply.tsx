import { useId, useRef, useState } from 'react';
import type { OpenLetter } from '../../../server/contract/letter.ts';
import { remember, remembered } from '../app/remembered.ts';
import { LetterAsk } from './LetterAsk.tsx';
import type { Words } from './letterWords.ts';
import { quickReplies } from './quickReplies.ts';
import type { LetterDesk } from './useLetter.ts';

const longest = 500;

/** A sentence to the front desk: one tap for the usual ones, or written. What is written stays until it has arrived, over a reload too. */
export function LetterReply({ letter, desk, words: all, place }: { letter: OpenLetter; desk: LetterDesk; words: Words; place: string }) {
  const { letter: words } = all;
  const key = `three-rings.reply ${place}`;
  const [typed, setTyped] = useState(() => remembered(key) ?? '');
  const [isWriting, setIsWriting] = useState(typed !== '');
  const id = useId();
  // What stands there when the answer comes: he may have written on meanwhile.
  const latest = useRef(typed);
  const write = (text: string): void => {
    latest.current = text;
    setTyped(text);
    remember(key, text);
  };
  const send = async (text: string): Promise<void> => {
    const isWritten = latest.current.trim() === text;
    const isDone = await desk.act('reply', { words: text });
    const stands = latest.current.trim();
    if (isDone && stands === text) write('');
    // A ready sentence that did not arrive is kept like a written one.
    if (!isDone && !isWritten && stands === '') write(text);
    if (latest.current !== '') setIsWriting(true);
    else if (isDone) setIsWriting(false);
  };
  return (
    <section className="letter-reply" aria-labelledby={id}>
      <h2 id={id}>{words.reply.title}</h2>
      <div className="letter-quick">
        {quickReplies(letter.now, letter.office.timeZone, words).map((text) => (
          <button key={text} type="button" disabled={desk.pending !== null} onClick={() => void send(text)}>
            {text}
          </button>
        ))}
        {!isWriting && (
          <button type="button" onClick={() => setIsWriting(true)}>
            {words.reply.own}
          </button>
        )}
      </div>
      {isWriting && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (typed.trim() !== '') void send(typed.trim());
          }}
        >
          <textarea
            aria-label={words.reply.label}
            value={typed}
            maxLength={longest}
            rows={3}
            readOnly={desk.pending === 'reply'}
            autoFocus={typed === ''}
            onChange={(event) => {
              desk.withdraw();
              write(event.target.value);
            }}
          />
          <button type="submit" disabled={desk.pending !== null || typed.trim() === ''}>
            {words.reply.send}
          </button>
        </form>
      )}
      <LetterAsk desk={desk} words={all} of="reply" />
    </section>
  );
}
