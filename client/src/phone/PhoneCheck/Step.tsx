import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface StepProps {
  number: number;
  title: string;
  hint?: string;
  /** `look`: something is wrong; null: there is nothing to be done or not. */
  state: 'todo' | 'done' | 'look' | null;
  children: ReactNode;
}

/** One step of the phone check, with its number and how it stands. */
export function Step({ number, title, hint, state, children }: StepProps) {
  const { t } = useTranslation();
  return (
    <li className="sheet check-step" data-state={state ?? undefined}>
      <h2>
        <span className="check-number" aria-hidden="true">
          {number}
        </span>
        {title}
        {state !== null && <span className={`chip push${state === 'look' ? ' ink' : ''}`}>{t(`phoneCheck.states.${state}`)}</span>}
      </h2>
      {hint !== undefined && <p className="quiet">{hint}</p>}
      {children}
    </li>
  );
}
