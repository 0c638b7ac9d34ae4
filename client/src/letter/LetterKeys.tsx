import { useState } from 'react';
import type { OpenLetter } from '../../../server/contract/letter.ts';
import { LetterPass } from './LetterPass.tsx';
import type { LetterLanguage, Words } from './letterWords.ts';
import type { LetterDesk } from './useLetter.ts';
import { shortClock } from './when.ts';

interface LetterKeysProps {
  letter: OpenLetter;
  desk: LetterDesk;
  words: Words;
  language: LetterLanguage;
}

/** What happens if the reader does nothing, and what he can do: call back, say that he has it, pass it on, settle it. */
export function LetterKeys({ letter, desk, words, language }: LetterKeysProps) {
  const [isPassing, setIsPassing] = useState(false);
  const { letter: say } = words;
  const { next, acts, office } = letter;
  const at = next ? shortClock(next.at, letter.now, language, office.timeZone) : '';
  const who = next ? [next.title, next.name].filter((part) => part !== '').join(' ') : '';
  const settled = acts.findLast(({ what }) => what === 'done');
  const isBusy = desk.pending !== null;
  const line = letter.isDone
    ? settled && say.doneAt(shortClock(settled.at, letter.now, language, office.timeZone), settled.isMine ? say.acts.you : settled.by)
    : letter.isAcknowledged
      ? say.stopped
      : next && (next.whom === 'desk' ? say.next.desk(at) : next.whom === 'you' ? say.next.you(at, say.channels[next.channel ?? 'console']) : say.next.other(at, next.part === 'supervisor' && next.title === '' ? `${say.next.supervisor} ${next.name}` : who));
  return (
    <footer className="letter-keys">
      {line && <p>{line}</p>}
      {isPassing ? (
        <LetterPass letter={letter} desk={desk} words={words} close={() => setIsPassing(false)} />
      ) : (
        <>
          <CallBackKey letter={letter} desk={desk} words={words} />
          {!letter.isDone && (
            <div className="letter-pair">
              {letter.isAcknowledged ? (
                <button type="button" className="letter-key" disabled={isBusy} onClick={() => void desk.act('done')}>
                  {say.done}
                  <small>{say.doneHint}</small>
                </button>
              ) : (
                <button type="button" className="letter-key" disabled={isBusy} onClick={() => void desk.act('acknowledge')}>
                  {say.acknowledge}
                  <small>{say.acknowledgeHint}</small>
                </button>
              )}
              <button type="button" className="letter-key" disabled={isBusy} onClick={() => setIsPassing(true)}>
                {say.pass}
                <small>{say.passHint}</small>
              </button>
            </div>
          )}
        </>
      )}
      <p className="letter-said" aria-live="polite">
        {desk.said !== null && say.said[desk.said]}
        {desk.fault !== null && say.failed[desk.fault.why]}
      </p>
    </footer>
  );
}

function CallBackKey({ letter, desk, words: { letter: say } }: Pick<LetterKeysProps, 'letter' | 'desk' | 'words'>) {
  const { callBack } = letter;
  const icon = (
    <svg width="20" height="20" viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true">
      <path d="M6 3h3l2 5-2.5 1.5a11 11 0 0 0 6 6L16 13l5 2v3a3 3 0 0 1-3 3C10 21 3 14 3 6a3 3 0 0 1 3-3z" />
    </svg>
  );
  if (callBack.kind === 'none') return <p>{say.noNumber}</p>;
  if (callBack.kind === 'line') {
    return (
      <button type="button" className="letter-call" disabled={desk.pending !== null || callBack.isUnderWay} onClick={() => void desk.act('call-back')}>
        <span>
          {icon} {say.callBack}
        </span>
        <small>{callBack.isUnderWay ? say.ringing : say.throughLine}</small>
      </button>
    );
  }
  const keys = letter.callerExtension.replace(/\D/g, '');
  return (
    // Whoever dials has the message: that is an acknowledgement, as it is through the line.
    <a className="letter-call" href={`tel:${letter.callerNumber}${keys === '' ? '' : `,${keys}`}`} onClick={() => void (letter.isAcknowledged || desk.act('acknowledge'))}>
      <span>
        {icon} {say.callBack}
      </span>
      <small>{callBack.why === 'refused' ? say.refusedLine : say.ownPhone}</small>
    </a>
  );
}
