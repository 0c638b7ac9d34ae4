import { skipToken, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PrivateNote, Slip } from '../../../../server/contract/slip.ts';
import { asksAboutNumber, namesOf } from '../../app/privateNumbers.ts';
import type { PrivateChoice } from '../../app/privateNumbers.ts';
import { request } from '../../app/request.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import type { SlipDraft } from '../useSlip.ts';
import { useSlipWords } from '../SlipStory/useSlipWords.ts';

/** Fewer digits in any script are no number; then the server is not asked. */
const couldHoldNumber = ({ message, callerName, callerCompany, callerNumber, callerExtension, recipient, actionsRequested, actionsPermitted }: Slip): boolean =>
  ([message, callerName, callerCompany, callerNumber, callerExtension, recipient, ...actionsRequested, ...actionsPermitted].join(' ').normalize('NFKC').match(/[\d零〇一二三四五六七八九幺两]|[a-z]{3,}/gi) ?? []).length >= 7;

/** Somebody's private number in the slip: said while it is written, asked before it is sent. Nothing opens, nothing covers the call. */
export function PrivateLine({ draft: { slip, stored, saver, saving } }: { draft: SlipDraft }) {
  const { t } = useTranslation();
  const words = useSlipWords();
  const refusal = saving.state === 'failed' && asksAboutNumber(saving.error) ? saving.error : null;
  const isDraft = stored?.state === 'draft' && couldHoldNumber(stored);
  const { data } = useQuery({
    queryKey: ['slip-private', stored?.id, stored?.version],
    queryFn: isDraft ? () => request<{ found: PrivateNote[] }>('GET', `/api/slips/${encodeURIComponent(stored.id)}/private`) : skipToken,
    placeholderData: (before, query) => (query?.queryKey[1] === stored?.id ? before : undefined),
    retry: false,
  });
  const decide = (choice: PrivateChoice): void => (refusal ? saver?.edit({ ...saving.unsaved, ...choice }) : undefined);
  const confirm = (): void => decide({ confirmPrivate: true });
  const mask = (): void => decide({ maskPrivate: true });
  useDeskKeys(refusal ? { 'Alt Y': confirm, 'Alt X': mask } : {});

  const places = refusal ? Object.entries(refusal.fields).map(([field, told]) => ({ field, names: namesOf([told]).join(t('people.and')) })) : isDraft && slip ? (data?.found ?? []).map(({ field, name }) => ({ field, names: name })) : [];
  if (places.length === 0) return null;
  return (
    <div className={`slip-private${refusal ? ' asked' : ''}`} role={refusal ? 'alert' : 'status'} aria-label={t('privacy.number.title')}>
      <span>
        {places.map(({ field, names }) => (
          <b key={`${field} ${names}`}>{t('privacy.number.in', { field: words.nameOf(field), names })} </b>
        ))}
        {refusal ? t('privacy.number.ask') : t('privacy.number.warn')}
      </span>
      {refusal && (
        <span className="slip-conflict-keys">
          <Button size="small" onClick={mask}>
            {t('privacy.number.mask')} <kbd>Alt X</kbd>
          </Button>
          <Button size="small" onClick={confirm}>
            {t('privacy.number.confirm')} <kbd>Alt Y</kbd>
          </Button>
        </span>
      )}
    </div>
  );
}
