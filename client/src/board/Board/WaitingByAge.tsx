import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { request } from '../../app/request.ts';
import { useNow } from '../../live/serverClock.ts';
import type { SlipPage } from '../../slips/keepSlip.ts';
import { useMissedCalls } from '../MissedList/useMissedCalls.ts';
import { PageLink } from '../PageLink.tsx';

const minuteMs = 60_000;
/** Upper ends of the columns, ms. */
const ages = [15 * minuteMs, 60 * minuteMs, 240 * minuteMs, Infinity] as const;
const columns = ['quarter', 'hour', 'shift', 'more'] as const;

/** What waits for somebody, by how long it has waited. */
export function WaitingByAge() {
  const { t } = useTranslation();
  const now = useNow(15_000);
  const missed = useMissedCalls().data ?? [];
  const drafts = useQuery({ queryKey: ['slips', 'draft'], queryFn: () => request<SlipPage>('GET', '/api/slips?state=draft&limit=200') }).data?.items ?? [];
  const rows = [
    { name: 'slipsOpen', to: '/slips', since: drafts.filter(({ state }) => state === 'draft').map(({ calledAt }) => Date.parse(calledAt)) },
    { name: 'missedOpen', to: '/calls?list=missed', since: missed.map(({ arrivedAt }) => arrivedAt) },
  ] as const;
  const within = (since: readonly number[], column: number): number => since.filter((at) => now - at < (ages[column] ?? 0) && now - at >= (ages[column - 1] ?? -Infinity)).length;
  return (
    <table className="board-ages">
      <thead>
        <tr>
          <th scope="col">{t('board.ages.label')}</th>
          {columns.map((name) => (
            <th key={name} scope="col" className="right">
              {t(`board.ages.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, to, since }) => (
          <tr key={name}>
            <th scope="row">
              <PageLink to={to}>
                {t(`board.${name}`)} <b>{since.length}</b>
              </PageLink>
            </th>
            {columns.map((column, place) => (
              <td key={column} className="right">
                {column === 'more' && within(since, place) > 0 ? <b>{within(since, place)}</b> : within(since, place)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
