import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDay } from '../dayRange.ts';
import type { Day } from '../dayRange.ts';

/** A date that is typed; it counts when the field is left or Enter is pressed, and what is none is said. */
export function DateField({ label, value, today, onChange }: { label: string; value: Day | null; today: Day; onChange: (day: Day | null) => void }) {
  const { t } = useTranslation();
  const [kept, setKept] = useState(value);
  const [typed, setTyped] = useState(value ?? '');
  const [isWrong, setIsWrong] = useState(false);
  if (kept !== value) {
    setKept(value);
    setTyped(value ?? '');
    setIsWrong(false);
  }
  const settle = (): void => {
    const day = typed.trim() === '' ? null : readDay(typed, today);
    setIsWrong(day === null && typed.trim() !== '');
    if (day !== null) setTyped(day);
    if ((day !== null || typed.trim() === '') && day !== value) onChange(day);
  };
  return (
    <label className="calls-date">
      <span className="quiet">{label}</span>
      <Input value={typed} aria-invalid={isWrong} placeholder={t('calls.dateHint')} maxLength={20} inputMode="numeric" onChange={(event) => setTyped(event.target.value)} onBlur={settle} onPressEnter={settle} />
      {isWrong && <b role="alert">{t('calls.dateWrong')}</b>}
    </label>
  );
}
