import { useTranslation } from 'react-i18next';
import { percentInTime, ringShareOf } from './ringShare.ts';
import { useToday } from './useToday.ts';

/** The promise, today: the share of calls answered within three rings, and in which. */
export function ThreeRings() {
  const { t } = useTranslation();
  const today = useToday();
  const share = ringShareOf(today ?? []);
  const percent = percentInTime(share);
  // Not known is not none.
  const told = (calls: number): number | string => (today === null ? '–' : calls);
  const [a, b, c] = share.inRing.map(told);
  return (
    <section className="board-share" aria-label={t('board.share')} data-percent={percent ?? ''}>
      <span className="quiet">
        {today === null ? t('calls.loading') : share.calls === 0 ? t('board.todayNone') : t('board.todayCalls', { n: share.calls })}
        {share.measured > 0 && <b> {share.late === 0 ? t('board.allInTime') : t('board.someLate', { n: share.late })}</b>}
      </span>
      <b className="board-figure">
        {t('board.share')} {percent === null ? '–' : `${percent}%`}
      </b>
      <span className="quiet board-rings-of">
        {t('board.ringsOf', { a, b, c, attendant: told(share.attendant) })}
        {share.averageMs !== null && `   ${t('board.average', { n: (share.averageMs / 1000).toFixed(1) })}`}
      </span>
    </section>
  );
}
