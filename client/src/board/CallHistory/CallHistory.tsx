import { Button } from 'antd';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../app/App/Fault.tsx';
import { useOffices } from '../../app/offices.ts';
import { useNow } from '../../live/serverClock.ts';
import { isFiltered } from '../callFilters.ts';
import type { CallFilters } from '../callFilters.ts';
import { firstRow, rowKeys } from '../rowKeys.ts';
import './callHistory.css';
import { CallFilterFields } from './CallFilterFields.tsx';
import { CallRow } from './CallRow.tsx';
import { useCallHistory } from './useCallHistory.ts';

const columns = ['when', 'who', 'number', 'office', 'ring', 'by', 'outcome', 'matter', 'length', 'opener'] as const;
const toTheRight = new Set<string>(['ring', 'length']);

/** Every call of my offices, newest first, further back as one scrolls. `lastOpened` is the row to come back to from a call's story. */
export function CallHistory({ filters, change, lastOpened }: { filters: CallFilters; change: (part: Partial<CallFilters>, how?: 'step' | 'sameStep') => void; lastOpened: string | null }) {
  const { t } = useTranslation();
  const now = useNow(1000);
  const hasOffices = useOffices().length > 1;
  const { cards, error, refetch, fetchNextPage, hasNextPage, isFetching, isFetchingNextPage, isPlaceholderData } = useCallHistory(filters);
  const rows = useRef<HTMLTableSectionElement>(null);
  const foot = useRef<HTMLDivElement>(null);

  const goOn = useEffectEvent(() => {
    // While the pages are read again, another one would break that off.
    if (hasNextPage && !isFetching && !error) void fetchNextPage();
  });
  useEffect(() => {
    const end = foot.current;
    if (!end || isFetching) return;
    const watch = new IntersectionObserver(([seen]) => seen?.isIntersecting && goOn(), { rootMargin: '400px' });
    watch.observe(end);
    return () => watch.disconnect();
  }, [isFetching]);

  const isShown = cards !== null;
  const comeBack = useEffectEvent(() => {
    const row = lastOpened === null ? null : rows.current?.querySelector<HTMLElement>(`[data-row-of="${CSS.escape(lastOpened)}"] [data-row]`);
    row?.focus();
  });
  useEffect(() => {
    if (isShown) comeBack();
  }, [isShown]);

  return (
    <>
      <CallFilterFields filters={filters} change={change} onDown={() => firstRow(rows.current)} />
      <div className="sheet list-sheet" aria-busy={isPlaceholderData}>
        {error && <Fault error={error} retry={() => void refetch()} />}
        {cards === null && !error && <p className="empty">{t('calls.loading')}</p>}
        {cards?.length === 0 && !isPlaceholderData && (
          <p className="empty" role="status">
            <b>{t(isFiltered(filters) ? 'calls.noneFound' : 'calls.none')}</b>
            {t(isFiltered(filters) ? 'calls.noneFoundHint' : 'calls.noneHint')}
          </p>
        )}
        {cards !== null && cards.length > 0 && (
          <table className="list calls-list">
            <thead>
              <tr>
                {columns
                  .filter((name) => name !== 'office' || hasOffices)
                  .map((name) => (
                    <th key={name} scope="col" className={toTheRight.has(name) ? 'right' : ''}>
                      {t(`calls.${name}`)}
                    </th>
                  ))}
              </tr>
            </thead>
            <tbody ref={rows} onKeyDown={rowKeys}>
              {cards.map((card) => (
                <CallRow key={card.id} card={card} hasOffices={hasOffices} now={card.endedAt === null ? now : card.endedAt} />
              ))}
            </tbody>
          </table>
        )}
        <div ref={foot} className="calls-foot">
          {hasNextPage ? (
            <Button type="text" loading={isFetchingNextPage} onClick={() => goOn()}>
              {t('calls.more')}
            </Button>
          ) : (
            cards !== null && cards.length > 0 && <span className="quiet">{t('calls.end')}</span>
          )}
          {cards !== null && cards.length > 0 && <span className="quiet calls-keys">{t('calls.keysHint')}</span>}
        </div>
      </div>
    </>
  );
}
