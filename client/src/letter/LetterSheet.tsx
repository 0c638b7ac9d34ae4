import type { OpenLetter } from '../../../server/contract/letter.ts';
import { LetterKeys } from './LetterKeys.tsx';
import { LetterPaper } from './LetterPaper.tsx';
import { LetterReply } from './LetterReply.tsx';
import { LetterStory } from './LetterStory.tsx';
import { letterWords } from './letterWords.ts';
import type { LetterLanguage } from './letterWords.ts';
import type { LetterDesk } from './useLetter.ts';
import './letter.css';

interface LetterSheetProps {
  letter: OpenLetter;
  desk: LetterDesk;
  language: LetterLanguage;
  recordingUrl: string;
  /** Names this message for what is typed about it. */
  place: string;
}

/** A message with everything that its reader can do about it: behind a link and in the inbox alike. */
export function LetterSheet({ letter, desk, language, recordingUrl, place }: LetterSheetProps) {
  const words = letterWords[language];
  return (
    <>
      <LetterPaper letter={letter} words={words} language={language} recordingUrl={recordingUrl} />
      <LetterStory letter={letter} words={words} language={language} />
      <LetterReply letter={letter} desk={desk} words={words} place={place} />
      <LetterKeys letter={letter} desk={desk} words={words} language={language} />
    </>
  );
}
