import { useTranslation } from 'react-i18next';
import { useNow } from '../live/serverClock.ts';

/** How long ago: 42 分, 3 小时, 2 天. */
export function useAge(): (at: number) => string {
  const { t } = useTranslation();
  const now = useNow(15_000);
  return (at) => {
    const minutes = Math.floor(Math.max(0, now - at) / 60_000);
    if (Number.isNaN(minutes)) return '';
    if (minutes < 1) return t('time.justNow');
    if (minutes < 60) return t('time.minutes', { n: minutes });
    if (minutes < 48 * 60) return t('time.hours', { n: Math.floor(minutes / 60) });
    return t('time.days', { n: Math.floor(minutes / 1440) });
  };
}
