import type { OpenLetter } from '../../../server/contract/letter.ts';
import type { LetterLanguage, Words } from './letterWords.ts';
import { shortClock } from './when.ts';

/** What was done about the message, oldest first. */
export function LetterStory({ letter: { acts, now, office }, words: { letter: words }, language }: { letter: OpenLetter; words: Words; language: LetterLanguage }) {
  if (acts.length === 0) return null;
  const told = words.acts;
  const what = ({ what: act, words: said, to }: OpenLetter['acts'][number]): string => (act === 'acknowledged' ? told.acknowledged : act === 'passed' ? told.passed(to ?? '', said) : told[act](said));
  return (
    <section className="letter-story">
      <h2>{told.title}</h2>
      <ul>
        {acts.map((act) => (
          <li key={`${act.at} ${act.what}`} dir="auto">
            <time>{shortClock(act.at, now, language, office.timeZone)}</time> {act.isMine ? told.you : act.by} {what(act)}
          </li>
        ))}
      </ul>
    </section>
  );
}
