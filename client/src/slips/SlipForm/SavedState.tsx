import { useTranslation } from 'react-i18next';
import { useReason } from '../../app/words.ts';
import { exactClock } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import type { Saving } from '../slipSaver.ts';

/** Whether every letter is on the server, and since when. */
export function SavedState({ saving }: { saving: Saving }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { state, savedAt, error } = saving;
  return (
    <span className={`push nowrap ${state === 'saved' || state === 'saving' ? 'quiet' : 'chip ink'}`} role="status" data-saving={state}>
      {state === 'saved' ? (savedAt === null ? '' : t('slip.saved', { time: exactClock(savedAt, uiLanguage()) })) : state === 'saving' ? t('slip.saving') : state === 'waiting' ? t('slip.waiting') : t('slip.failed', { why: reason(error) })}
    </span>
  );
}
