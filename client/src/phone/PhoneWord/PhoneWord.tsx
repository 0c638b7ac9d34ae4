import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { usePhone } from '../PhoneProvider/usePhone.ts';
import './phoneWord.css';

/** My phone in a few words: registered, or not, or in another window, with the key that brings it here. What is wrong with it stands in the PhoneBand. */
export function PhoneWord() {
  const { t } = useTranslation();
  const reason = useReason();
  const phone = usePhone();
  const { state } = phone.status;
  const [notice, setNotice] = useState<string | null>(null);
  const isElsewhere = state === 'elsewhere';

  const takeOver = (): void => {
    setNotice(null);
    phone.takeOver().catch((error: unknown) => setNotice(error instanceof Refusal && error.code === 'wrong_state' ? t('phone.takeOverBusy') : t('phone.takeOverFailed', { why: reason(error) })));
  };
  return (
    <span className="phone-word" data-phone={state}>
      <span role="status">{isElsewhere && notice !== null ? notice : t(`phone.${state}`)}</span>
      {isElsewhere && (
        <button type="button" className="phone-word-key" onClick={takeOver}>
          {t('phone.takeOver')}
        </button>
      )}
    </span>
  );
}
