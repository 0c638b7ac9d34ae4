import { useTranslation } from 'react-i18next';
import { useReason } from '../app/words.ts';
import type { AskedChoices } from './useTaskChoices.ts';

/** Where due times and colleagues would stand: that they are being read, or why they could not be, in one line beside a call; nothing once they are known. */
export function ChoicesAsked({ choices, error, reload }: AskedChoices) {
  const { t } = useTranslation();
  const reason = useReason();
  if (choices) return null;
  if (error === null) return <span className="quiet">{t('calls.loading')}</span>;
  return (
    <span role="alert">
      {t('tasks.choicesFailed', { why: reason(error) })}{' '}
      <button type="button" className="text-key" onClick={reload}>
        {t('errors.retry')}
      </button>
    </span>
  );
}
