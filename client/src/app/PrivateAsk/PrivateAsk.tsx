import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../request.ts';
import './privateAsk.css';

/** What is done about a private number in what somebody wrote (contract/privateChoice.ts). */
export type PrivateChoice = { confirmPrivate: true } | { maskPrivate: true };

/** The refusal that asks about a private number, or none. */
export function asksAboutNumber(error: unknown): error is Refusal {
  return error instanceof Refusal && error.code === 'needs_confirmation';
}

/** Somebody's private number in words that others will read: asked before they go. Nothing else refused shows here. `again`: the same request with the answer. */
export function PrivateAsk({ error, isBusy, again }: { error: unknown; isBusy: boolean; again: (choice: PrivateChoice) => void }) {
  const { t } = useTranslation();
  if (!asksAboutNumber(error)) return null;
  const names = [...new Set(Object.values(error.fields))].join('、');
  return (
    <div className="private-ask" role="alert" aria-label={t('privacy.number.title')}>
      <span>
        <b>{t('privacy.number.said', { names })}</b> {t('privacy.number.ask')}
      </span>
      <Button size="small" autoFocus disabled={isBusy} onClick={() => again({ maskPrivate: true })}>
        {t('privacy.number.mask')}
      </Button>
      <Button size="small" disabled={isBusy} onClick={() => again({ confirmPrivate: true })}>
        {t('privacy.number.confirm')}
      </Button>
    </div>
  );
}
