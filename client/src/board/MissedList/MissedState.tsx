import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { shortWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import { reasonInWords } from './missedReason.ts';

/** What became of a missed call, by whom and when. */
export function MissedState({ missed }: { missed: NonNullable<CallCard['missed']> }) {
  const { t } = useTranslation();
  const { state, by, at, reason } = missed;
  return (
    <span dir="auto">
      <b>{t(`calls.missedStates.${state}`)}</b>
      {reason !== '' && `${t('missed.colon')}${reasonInWords(reason, t)}`} {by && at !== null && <span className="quiet">{t(state === 'open' ? 'missed.putBackBy' : 'missed.handledBy', { name: by.name, when: shortWhen(at, serverNow(), uiLanguage()) })}</span>}
    </span>
  );
}
