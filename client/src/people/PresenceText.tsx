import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../server/contract/people.ts';
import { backAt } from '../i18n/clock.ts';
import { uiLanguage } from '../i18n/i18n.ts';
import { useNow } from '../live/serverClock.ts';

/** In, or away and back when. */
export function PresenceText({ person }: { person: Pick<PersonView, 'away' | 'backAt'> }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  if (!person.away) return <span className="quiet">{t('live.here')}</span>;
  return (
    <span>
      <b>{t('live.away')}</b> {person.backAt === null ? t('live.backUnknown') : t('live.backAt', { when: backAt(person.backAt, now, uiLanguage()) })}
    </span>
  );
}
