import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { useReason } from '../../app/words.ts';
import { isBellBlocked, onBellChange } from '../bell.ts';
import type { DeskPhone, PhoneTrouble } from '../deskPhone.ts';
import { usePhone } from '../PhoneProvider/usePhone.ts';
import './phoneWord.css';

/** Troubles that the phone check explains and mends. */
const forTheCheck: ReadonlySet<PhoneTrouble> = new Set<PhoneTrouble>(['microphoneNotAsked', 'microphoneDenied', 'microphoneMissing', 'microphoneBusy', 'silentMicrophone', 'media', 'signaling']);

/** What the state of a phone is called, and the sentence of its trouble. */
export function usePhoneSentences(): (phone: Pick<DeskPhone, 'status' | 'details'>) => { state: string; trouble: string | null } {
  const { t } = useTranslation();
  return ({ status, details }) => ({
    state: t(`phone.${status.state}`),
    trouble: 'trouble' in status && status.trouble !== null ? t(`phone.trouble.${status.trouble}`, { details: details.join(t('phone.and')) }) : null,
  });
}

/** My phone in words: registered, in another window (with the key that brings it here), or why it does not ring and what to do. */
export function PhoneWord() {
  const { t } = useTranslation();
  const reason = useReason();
  const phone = usePhone();
  const sentences = usePhoneSentences();
  const [notice, setNotice] = useState<string | null>(null);
  const isSilent = useSyncExternalStore(onBellChange, isBellBlocked) && phone.status.state === 'registered';
  const { status } = phone;
  const { state, trouble } = sentences(phone);
  const needsCheck = 'trouble' in status && status.trouble !== null && forTheCheck.has(status.trouble);

  const takeOver = (): void => {
    setNotice(null);
    phone.takeOver().catch((error: unknown) => setNotice(error instanceof Refusal && error.code === 'wrong_state' ? t('phone.takeOverBusy') : t('phone.takeOverFailed', { why: reason(error) })));
  };
  return (
    <span className="phone-word" data-phone={status.state} role="status">
      <span>{state}</span>
      {status.state === 'elsewhere' && (
        <button type="button" className="phone-word-key" onClick={takeOver}>
          {t('phone.takeOver')}
        </button>
      )}
      {trouble !== null && <b>{trouble}</b>}
      {isSilent && <b>{t('phone.soundBlocked')}</b>}
      {needsCheck && (
        <button type="button" className="phone-word-key" onClick={() => goTo('/phone')}>
          {t('phone.check')}
        </button>
      )}
      {status.state === 'elsewhere' && notice !== null && <b>{notice}</b>}
    </span>
  );
}
