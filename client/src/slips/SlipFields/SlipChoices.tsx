import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ownWords, withOwnWords } from '../actions.ts';
import { useTyped } from './useTyped.ts';

interface SlipChoicesProps<K extends string> {
  id: string;
  label: string;
  ownLabel: string;
  names: readonly K[];
  chosen: readonly string[];
  stored: readonly string[];
  isPending: boolean;
  echo: { typed: unknown; stored: unknown } | undefined;
  words: (name: K) => string;
  isLocked: boolean;
  maxLength: number;
  onChange: (chosen: string[]) => void;
}

/** One half of field 6: one stop of the Tab key, arrows move, and a line for what no choice says. */
export function SlipChoices<K extends string>({ id, label, ownLabel, names, chosen, stored, isPending, echo, words, isLocked, maxLength, onChange }: SlipChoicesProps<K>) {
  const { t } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const toggle = (name: string): void => onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  const own = ownWords(chosen, names);
  const listOf = (value: unknown): string => ownWords(Array.isArray(value) ? (value as string[]) : [], names);
  const { text, change, handlers } = useTyped({
    shown: own,
    editable: own,
    value: own,
    isPending,
    echo: echo && { typed: listOf(echo.typed), stored: JSON.stringify(echo.stored) },
    stored: JSON.stringify(stored),
    onEdit: (typed) => onChange(withOwnWords(chosen, names, typed)),
  });

  const move = (event: React.KeyboardEvent<HTMLDivElement>): void => {
    const step = event.key === 'ArrowRight' || event.key === 'ArrowDown' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowUp' ? -1 : 0;
    const keys = [...(box.current?.querySelectorAll('button') ?? [])];
    const place = keys.findIndex((key) => key === event.target);
    if (step === 0 || place < 0) return;
    event.preventDefault();
    keys[(place + step + keys.length) % keys.length]?.focus();
  };
  const firstOn = Math.max(0, names.findIndex((name) => chosen.includes(name)));
  return (
    <div className="slip-choices" role="group" aria-label={label} ref={box} onKeyDown={move}>
      {names.map((name, index) => {
        const isOn = chosen.includes(name);
        return (
          <button key={name} type="button" aria-pressed={isOn} disabled={isLocked} tabIndex={index === firstOn ? 0 : -1} onClick={() => toggle(name)}>
            {isOn && '✓ '}
            {words(name)}
          </button>
        );
      })}
      {!(isLocked && own === '') && (
        <input
          id={id}
          className="slip-own"
          dir="auto"
          autoComplete="off"
          aria-label={ownLabel}
          title={ownLabel}
          placeholder={t('slip.own')}
          readOnly={isLocked}
          maxLength={maxLength}
          value={text}
          // As wide as its words; the line breaks before they would be cut.
          style={{ flexBasis: `${Math.min(560, text.length * 15)}px` }}
          onChange={(event) => change(event.target.value)}
          {...handlers}
        />
      )}
    </div>
  );
}
