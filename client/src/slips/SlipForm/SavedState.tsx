import { useTranslation } from 'react-i18next';
import { useReason } from '../../app/words.ts';
import { exactClock } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import type { Saving } from '../slipSaver.ts';

/** Whether every letter is on the server, and since when. */
export function SavedState({ saving }: { saving: Saving }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { state, savedAt, error, isKept } = saving;
  const said = (): string => {
    switch (state) {
      case 'saved':
        return savedAt === null ? '' : t('slip.saved', { time: exactClock(savedAt, uiLanguage()) });
      case 'saving':
        return t('slip.saving');
      case 'waiting':
        return t(isKept ? 'slip.waiting' : 'slip.unkept');
      case 'conflict':
        return t('slip.bothWrote');
      case 'failed':
        return t('slip.failed', { why: reason(error) });
    }
  };
  return (
    <span className={`push slip-saved ${state === 'saved' || state === 'saving' ? 'quiet' : 'chip ink'}`} role="status" data-saving={state}>
      {said()}
    </span>
  );
}
