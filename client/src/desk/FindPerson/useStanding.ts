import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../server/contract/people.ts';
import { backAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';

/** In; or away, why, and back when. */
export function useStanding(): (of: Pick<PersonView, 'away' | 'backAt' | 'why'>) => string {
  const { t } = useTranslation();
  return ({ away, backAt: at, why }) => {
    if (!away) return t('live.here');
    const because = why === null || why === 'other' ? '' : `（${t(`whereabouts.whys.${why}`)}）`;
    return `${t('live.away')}${because} · ${at === null ? t('live.backUnknown') : t('live.backAt', { when: backAt(at, serverNow(), uiLanguage()) })}`;
  };
}
