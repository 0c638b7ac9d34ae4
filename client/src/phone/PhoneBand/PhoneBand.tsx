import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { usePage } from '../../app/pages.ts';
import { goTo } from '../../app/route.ts';
import type { Role } from '../../../../server/contract/primitives.ts';
import { isBellBlocked, onBellChange } from '../bell.ts';
import type { PhoneTrouble } from '../deskPhone.ts';
import { usePhone } from '../PhoneProvider/usePhone.ts';
import '../PhoneWord/phoneWord.css';

/** Troubles that the phone check explains and mends. */
const forTheCheck: ReadonlySet<PhoneTrouble> = new Set<PhoneTrouble>(['microphoneNotAsked', 'microphoneDenied', 'microphoneMissing', 'microphoneBusy', 'silentMicrophone', 'media', 'signaling']);

/** A band above every page while something keeps the phone from ringing or from being heard: what it is, and what to do. The page moves down; nothing is covered. */
export function PhoneBand({ role }: { role: Role }) {
  const { t } = useTranslation();
  const page = usePage(role);
  const { status, details } = usePhone();
  const isSilent = useSyncExternalStore(onBellChange, isBellBlocked) && status.state === 'registered';
  const trouble = 'trouble' in status ? status.trouble : null;
  // A lost server has a band of its own.
  const isTold = trouble !== null && trouble !== 'server';
  if (!isTold && !isSilent) return null;
  return (
    <div className="shell-note" role="alert" data-trouble={isTold ? trouble : 'bell'}>
      {isTold ? t(`phone.trouble.${trouble}`, { details: details.join(t('phone.and')) }) : t('phone.soundBlocked')}
      {isTold && forTheCheck.has(trouble) && page !== 'phone' && (
        <button type="button" className="phone-word-key" onClick={() => goTo('/phone')}>
          {t('phone.check')}
        </button>
      )}
    </div>
  );
}
