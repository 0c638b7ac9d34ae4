import { useTranslation } from 'react-i18next';
import type { PresenceReply } from '../../../../server/contract/leave.ts';
import { spokenBackAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useNow } from '../../live/serverClock.ts';

/** In or away, until when and why; and the sentence that callers hear. */
export function Standing({ presence: { person, absence, hereUntil, mayChange }, isOwn }: { presence: PresenceReply; isOwn: boolean }) {
  const { t } = useTranslation();
  const now = useNow(15_000);
  const { name, away, backAt, why } = person;
  const when = backAt === null ? null : spokenBackAt(backAt, now, uiLanguage());
  const reason = absence ? absence.why : why;
  const details = [
    away && reason !== null && reason !== 'other' && t(`whereabouts.whys.${reason}`),
    absence?.note,
    absence?.kind === 'daily' && t('whereabouts.daily'),
    absence?.source === 'desk' && isOwn && t('whereabouts.byDesk'),
    hereUntil !== null && t('whereabouts.hereUntil', { when: spokenBackAt(hereUntil, now, uiLanguage()) }),
  ].filter((detail) => typeof detail === 'string' && detail !== '');
  return (
    <div className="away-standing" role="status" data-away={away}>
      <p className="away-state">
        {isOwn ? t('whereabouts.you') : name} <b>{t(away ? 'whereabouts.away' : 'whereabouts.here')}</b>
        {away && <span>{when === null ? t('whereabouts.backUnknown') : t('whereabouts.backThen', { when })}</span>}
      </p>
      {details.length > 0 && <p className="quiet">{details.join(' · ')}</p>}
      {mayChange && (
        <p className="away-heard">
          <span className="quiet">{t('whereabouts.callersHear')}</span>
          <q>{!away ? t('live.saysHere', { name }) : when === null ? t('live.saysAwayUnknown', { name }) : t('live.saysAway', { name, when })}</q>
        </p>
      )}
    </div>
  );
}
