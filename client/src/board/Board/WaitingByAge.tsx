import { useTranslation } from 'react-i18next';
import { standingOf } from '../../../../server/contract/slipStanding.ts';
import { useNow } from '../../live/serverClock.ts';
import { useOpenSlips } from '../../slips/SlipsPage/useSlipPages.ts';
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
  const missed = useMissedCalls().data;
  const page = useOpenSlips();
  const open = page?.slips;
  const stuck = (open ?? []).filter((slip) => standingOf(slip) === 0);
  const rows = [
    { name: 'slipsOpen', to: '/slips', since: open?.map(({ calledAt }) => Date.parse(calledAt)), isMore: page?.isMore === true },
    { name: 'missedOpen', to: '/calls?list=missed', since: missed?.map(({ arrivedAt }) => arrivedAt), isMore: false },
  ] as const;
  // Not known is not none.
  const within = (since: readonly number[] | undefined, column: number): number | null => since === undefined ? null : since.filter((at) => now - at < (ages[column] ?? 0) && now - at >= (ages[column - 1] ?? -Infinity)).length;
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
        {rows.map(({ name, to, since, isMore }) => (
          <tr key={name}>
            <th scope="row">
              <PageLink to={to}>
                {name === 'slipsOpen' ? t('delivery.list.board') : t(`board.${name}`)} <b>
                  {since?.length ?? '–'}
                  {isMore && '+'}
                </b>{' '}
                {name === 'slipsOpen' && stuck.length > 0 && <span className="chip ink">{t('delivery.list.chip', { count: stuck.length })}</span>}
              </PageLink>
            </th>
            {columns.map((column, place) => (
              <td key={column} className="right">
                {column === 'more' && within(since, place) ? <b>{within(since, place)}</b> : (within(since, place) ?? '–')}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
