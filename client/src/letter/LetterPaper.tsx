import type { ReactNode } from 'react';
import type { OpenLetter } from '../../../server/contract/letter.ts';
import { groupedNumber } from '../i18n/phoneNumber.ts';
import { filled } from './letterWords.ts';
import type { LetterLanguage, Words } from './letterWords.ts';
import { dayAndClock } from './when.ts';

interface LetterPaperProps {
  letter: OpenLetter;
  words: Words;
  language: LetterLanguage;
  recordingUrl: string;
}

/** What is asked of the reader, the most pressing first. */
const wishes = ['call-back', 'wants-to-see', 'returned-your-call', 'came-to-see', 'will-call-again'] as const;

const known = (names: Record<string, string>, action: string): string => (Object.hasOwn(names, action) ? (names[action] ?? action) : action);

/** The message itself: who wants what, how urgent, where, the number, the words, and the other fields of the paper. */
export function LetterPaper({ letter, words: { letter: words, inbox, actions }, language, recordingUrl }: LetterPaperProps) {
  const { office } = letter;
  const to = letter.recipient || words.frontDesk;
  const who = letter.callerName || letter.callerCompany || inbox.somebody;
  const wish = wishes.find((name) => letter.actionsRequested.includes(name));
  const at = Date.parse(letter.calledAt);
  const number = [groupedNumber(letter.callerNumber), letter.callerExtension === '' ? '' : filled(actions.extension, { extension: letter.callerExtension })].filter((part) => part !== '').join(' ');
  const list = (chosen: readonly string[], names: Record<string, string>): string => chosen.map((action) => known(names, action)).join(inbox.comma);
  const why = letter.part === 'recipient' || letter.part === 'desk' ? '' : words.part[letter.part](to);
  const row = (name: string, text: ReactNode) =>
    text !== '' && (
      <div>
        <dt>{name}</dt>
        <dd dir="auto">{text}</dd>
      </div>
    );
  return (
    <>
      <p className="letter-by" dir="auto">
        {words.for(to, letter.recordedBy)}
      </p>
      {why !== '' && (
        <p className="letter-why" dir="auto">
          <b>{why}</b>
        </p>
      )}
      <h1 dir="auto">{filled(wish ? inbox.wishes[wish] : inbox.called, { who })}</h1>
      <p className="letter-from">
        {letter.actionsRequested.includes('urgent') && <span className="chip ink">{actions.requested.urgent}</span>} {[letter.callerCompany, letter.place].map((text) => text !== null && text !== '' && text !== who && <bdi key={text}>{text} </bdi>)} <b className="nowrap">{number}</b>
      </p>
      {letter.message !== '' && (
        <p className="letter-words" dir="auto">
          {letter.message}
        </p>
      )}
      {letter.hasRecording && <audio controls preload="none" src={recordingUrl} aria-label={words.listen} />}
      <dl>
        {row(actions.label, letter.actionsRequested.length > 0 ? list(letter.actionsRequested, actions.requested) : inbox.nothingAsked)}
        {row(words.permitted, list(letter.actionsPermitted, actions.allowed))}
        {row(inbox.when, [Number.isNaN(at) ? '' : dayAndClock(at, language, office.timeZone), letter.callerCity === '' ? '' : filled(inbox.city, { city: letter.callerCity })].filter((part) => part !== '').join(inbox.comma))}
        {row(inbox.checked, letter.readBack ? inbox.readBack : inbox.notReadBack)}
      </dl>
    </>
  );
}
