import { useEffect } from 'react';
import type { Letter } from '../../../server/contract/letter.ts';
import { request } from '../app/request.ts';
import { groupedNumber } from '../i18n/phoneNumber.ts';
import { LetterSheet } from './LetterSheet.tsx';
import { letterLanguage, letterWords } from './letterWords.ts';
import type { Words } from './letterWords.ts';
import { useLetter } from './useLetter.ts';
import { clockOf } from './when.ts';
import './letterPage.css';

/** Says once that the message stands before somebody's eyes: a page that was only fetched, by a scanner or in a tab behind, says nothing. */
function useSaidOpened(letter: Letter | null, base: string): void {
  const isNew = letter?.standing === 'yours' && ['taken', 'sent', 'delivered'].includes(letter.state);
  useEffect(() => {
    if (!isNew) return;
    const say = (): void => {
      if (document.visibilityState !== 'visible') return;
      document.removeEventListener('visibilitychange', say);
      // It is said again at the next opening.
      request<Letter>('POST', `${base}/opened`, {}).catch(() => undefined);
    };
    document.addEventListener('visibilitychange', say);
    say();
    return () => document.removeEventListener('visibilitychange', say);
  }, [isNew, base]);
}

/** The page behind a link: the message, or friendly words why it does not open. */
export function LetterPage({ token }: { token: string }) {
  const base = `/api/letters/${encodeURIComponent(token)}`;
  const desk = useLetter(base, base);
  const { view } = desk;
  const letter = view.kind === 'letter' ? view.letter : null;
  const language = letterLanguage(navigator.language, letter?.office.language ?? null);
  const words = letterWords[language];
  const office = letter ? (language === 'en' ? (letter.office.nameEn ?? letter.office.name) : letter.office.name) : '';
  useSaidOpened(letter, base);
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = office === '' ? words.letter.title : `${words.letter.title} · ${office}`;
  }, [language, office, words]);
  return (
    <div className="letter-page">
      <header>
        <img src="/mark.svg" width="24" height="24" alt="" />
        <b dir="auto">{office}</b>
        {letter?.standing === 'yours' && <span>{clockOf(letter.now, language, letter.office.timeZone)}</span>}
      </header>
      <main className="letter" aria-busy={view.kind === 'loading'}>
        {view.kind === 'loading' && <p className="letter-by">{words.letter.loading}</p>}
        {view.kind === 'shut' && <Shut why={view.why} words={words} retry={desk.reload} />}
        {letter && letter.standing !== 'yours' && (
          <div className="letter-shut">
            <h1>{letter.standing === 'elsewhere' ? words.letter.shut.elsewhere.title(letter.holder ?? '') : words.letter.shut[letter.standing].title}</h1>
            <p>{words.letter.shut[letter.standing].words}</p>
            {desk.said === 'pass' && <p aria-live="polite">{words.letter.said.pass}</p>}
            {letter.office.number !== null && <a href={`tel:${letter.office.number}`}>{words.letter.shut.ask(groupedNumber(letter.office.number))}</a>}
          </div>
        )}
        {letter?.standing === 'yours' && <LetterSheet letter={letter} desk={desk} language={language} recordingUrl={`${base}/recording`} place={token} />}
      </main>
    </div>
  );
}

function Shut({ why, words: { letter: words }, retry }: { why: 'wrong' | 'expired' | 'throttled' | 'failed'; words: Words; retry: () => void }) {
  return (
    <div className="letter-shut" role="alert">
      <h1>{words.shut[why].title}</h1>
      <p>{words.shut[why].words}</p>
      {why === 'failed' && (
        <button type="button" onClick={retry}>
          {words.retry}
        </button>
      )}
      {(why === 'expired' || why === 'wrong') && <a href="/inbox">{words.shut.signIn}</a>}
    </div>
  );
}
