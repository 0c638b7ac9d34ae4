import { useState } from 'react';
import type { OpenLetter } from '../../../server/contract/letter.ts';
import { LetterAsk } from './LetterAsk.tsx';
import type { Words } from './letterWords.ts';
import type { LetterDesk } from './useLetter.ts';

/** To whom, with a word; chosen first and sent with a second press, because it cannot be taken back. */
export function LetterPass({ letter: { colleagues }, desk, words: all, close }: { letter: OpenLetter; desk: LetterDesk; words: Words; close: () => void }) {
  const { letter: words } = all;
  const [staffId, setStaffId] = useState('');
  const [typed, setTyped] = useState('');
  const chosen = colleagues.find(({ id }) => id === staffId);
  const say = words.passing;
  const leave = (): void => {
    desk.withdraw();
    close();
  };
  return (
    <form
      className="letter-pass"
      // Another word with it, or somebody else, is another question.
      onChange={desk.withdraw}
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen) return;
        void desk.act('pass', { staffId: chosen.id, words: typed.trim() }).then((isDone) => isDone && close());
      }}
    >
      <fieldset disabled={desk.pending === 'pass'}>
        <legend>{colleagues.length === 0 ? say.nobody : say.title}</legend>
        {colleagues.map(({ id, name, title, isDeputy }) => (
          <label key={id}>
            <input type="radio" name="colleague" value={id} checked={id === staffId} onChange={() => setStaffId(id)} />
            <b dir="auto">{name}</b> <span dir="auto">{title}</span> {isDeputy && <span className="letter-deputy">{say.deputy}</span>}
          </label>
        ))}
      </fieldset>
      {colleagues.length > 0 && <input className="letter-pass-words" aria-label={say.words} placeholder={say.words} value={typed} maxLength={500} readOnly={desk.pending === 'pass'} onChange={(event) => setTyped(event.target.value)} />}
      <LetterAsk desk={desk} words={all} of="pass" keyClass="letter-key" />
      <div className="letter-pair">
        <button type="button" className="letter-key" onClick={leave}>
          {say.back}
        </button>
        {colleagues.length > 0 && (
          <button type="submit" className="letter-call" disabled={!chosen || desk.pending !== null}>
            {chosen ? say.to(chosen.name) : say.choose}
          </button>
        )}
      </div>
    </form>
  );
}
