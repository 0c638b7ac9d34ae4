import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../server/contract/slip.ts';

/** What is asked of the reader, the most pressing first. */
const wishes = ['call-back', 'wants-to-see', 'returned-your-call', 'came-to-see', 'will-call-again'] as const;

/** The first line of a message: who wants what. */
export function useHeadline(): (slip: Slip) => string {
  const { t } = useTranslation();
  return (slip) => {
    const who = slip.callerName || slip.callerCompany || t('inbox.somebody');
    const wish = wishes.find((name) => slip.actionsRequested.includes(name));
    return wish ? t(`inbox.wishes.${wish}`, { who }) : t('inbox.called', { who });
  };
}

/** Field 6 of the slip says so; the office's chase has minutes then ([V4]). */
export const isUrgent = (slip: Slip): boolean => slip.actionsRequested.includes('urgent');
