import { Button } from 'antd';
import { useId } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Edit } from './useEdit.ts';
import { useFaultWords } from './useFaultWords.ts';
import './edit.css';

interface EditRowProps<F extends object> {
  edit: Edit<F>;
  field: keyof F & string;
  label: string;
  hint?: ReactNode;
  /** How a value is told in the line about what another person wrote. */
  show: (value: F[keyof F & string]) => string;
  /** Who wrote it; null: not known. */
  by: string | null;
  /** Several controls under one name: none of them bears it alone. */
  isGroup?: boolean;
  /** The control; `id` and `describedBy` tie it to its label and to what is wrong with it. */
  children: (control: { id: string; 'aria-describedby': string | undefined; status: 'error' | '' }) => ReactNode;
}

/** One field: its name, its control, why it was refused, and what another person wrote into it meanwhile. */
export function EditRow<F extends object>({ edit, field, label, hint, show, by, isGroup = false, children }: EditRowProps<F>) {
  const { t } = useTranslation();
  const words = useFaultWords();
  const id = useId();
  const fault = Object.values(edit.faults(field))[0];
  const isClash = edit.clashes.includes(field);
  const theirs = show(edit.stored[field]);
  return (
    <div className={`edit-row${fault || isClash ? ' wrong' : ''}`} data-field={field}>
      {isGroup ? (
        <span className="edit-label" id={`${id}-label`}>
          {label}
        </span>
      ) : (
        <label className="edit-label" htmlFor={id}>
          {label}
        </label>
      )}
      <div {...(isGroup && { role: 'group', 'aria-labelledby': `${id}-label` })}>
        {children({ id, 'aria-describedby': fault ? `${id}-fault` : undefined, status: fault ? 'error' : '' })}
        {hint !== undefined && <div className="edit-hint quiet">{hint}</div>}
        {fault && (
          <p className="edit-fault" role="alert" id={`${id}-fault`}>
            {words(fault)}
          </p>
        )}
        {isClash && (
          <div className="edit-clash" role="alert">
            <span>{t('edit.clash', { who: by ?? t('edit.somebody') })}</span> {theirs === '' ? <span className="quiet">{t('edit.empty')}</span> : <q dir="auto">{theirs}</q>}
            <span className="edit-clash-keys">
              <Button size="small" onClick={() => edit.takeTheirs(field)}>
                {t('edit.takeTheirs')}
              </Button>
              <Button size="small" onClick={() => edit.keepMine(field)}>
                {t('edit.keepMine')}
              </Button>
            </span>
          </div>
        )}
      </div>
    </div>
  );
}
