import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { standingOf } from '../../../../server/contract/slipStanding.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { ListSearch } from '../../app/ListSearch.tsx';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { useReason } from '../../app/words.ts';
import { firstRow, rowKeys } from '../../board/rowKeys.ts';
import { useAge } from '../../i18n/useAge.ts';
import { OpenTasks } from '../../tasks/OpenTasks/OpenTasks.tsx';
import { keepSlip } from '../keepSlip.ts';
import { slipMatches } from './slipMatches.ts';
import { SlipListRow } from './SlipListRow.tsx';
import { slipShowings, useSlipPages } from './useSlipPages.ts';
import type { SlipShowing } from './useSlipPages.ts';

const openGroups = ['stuck', 'urgent', 'usual'] as const;
const columns = ['to', 'from', 'message', 'where', 'age', 'act'] as const;

/** What a link here asked to show: `/slips?show=mine`. */
const askedShowing = (): SlipShowing => slipShowings.find((one) => one === new URLSearchParams(location.search).get('show')) ?? 'open';

/** The slips of the office in which nothing undelivered can hide: what waits for a hand first, then the urgent, the oldest first. `lastOpened`: where the eyes were before. */
export function SlipList({ user, lastOpened }: { user: SessionUser; lastOpened: string | null }) {
  const { t } = useTranslation();
  const age = useAge();
  const queries = useQueryClient();
  const reason = useReason();
  const [showing, setShowing] = useState<SlipShowing>(askedShowing);
  const [words, setWords] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const { slips, isLoading, error, reload, more } = useSlipPages(showing, user);
  const found = words.trim() === '' ? slips : slips.filter((slip) => slipMatches(slip, words));
  const isByStanding = showing === 'open' || showing === 'unread';
  const groups = isByStanding ? openGroups.map((name, standing) => ({ name, slips: found.filter((slip) => standingOf(slip) === standing) })).filter((group) => group.slips.length > 0) : found.length === 0 ? [] : [{ name: showing, slips: found }];
  const label = (value: SlipShowing): string => (value === 'unread' || value === 'mine' || value === 'toComplete' ? t(`slip.list.${value}`) : t(`delivery.list.showings.${value}`));
  const isNothing = groups.length === 0 && !isLoading && !error;

  const back = useRef(lastOpened);
  useEffect(() => {
    if (back.current === null) return;
    const row = area.current?.querySelector<HTMLElement>(`[data-row-of="${CSS.escape(back.current)}"] [data-row]`);
    if (!row) return;
    back.current = null;
    row.focus();
  });

  const write = async (): Promise<void> => {
    setTrouble(null);
    try {
      const made = await request<Slip>('POST', '/api/slips', {});
      keepSlip(queries, made);
      goTo(`/slips/${made.id}`);
    } catch (cause) {
      setTrouble(reason(cause));
    }
  };

  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('delivery.list.title')}</h1>
        <Segmented
          aria-label={t('slip.list.filterLabel')}
          value={showing}
          onChange={setShowing}
          options={slipShowings.map((value) => ({ value, label: label(value) }))}
        />
        <ListSearch className="slips-search" label={t('slip.list.searchLabel')} hint={t('slip.list.search')} value={words} onSearch={setWords} onDown={() => firstRow(area.current)} />
        {user.role !== 'staff' && (
          <Button className="push" onClick={() => void write()}>
            {t('slip.list.writeOne')}
          </Button>
        )}
        {trouble !== null && <span role="alert">{t('slip.failed', { why: trouble })}</span>}
      </div>
      <OpenTasks />
      <div className="sheet list-sheet" ref={area} aria-busy={isLoading} onKeyDown={rowKeys}>
        {error !== null && <Fault error={error} retry={reload} />}
        {isLoading && groups.length === 0 && <p className="empty">{t('calls.loading')}</p>}
        {isNothing && (
          <p className="empty">
            <b>{words.trim() === '' ? (showing === 'mine' || showing === 'toComplete' || showing === 'unread' ? t('slip.list.none') : t(`delivery.list.none.${showing}`)) : t('slip.list.noMatch', { words: words.trim() })}</b>
            {words.trim() === '' ? showing === 'open' && t('delivery.list.noneHint') : more && t('slip.list.noMatchHint')}
          </p>
        )}
        {groups.length > 0 && (
          <table className="list slips-list">
            <thead>
              <tr>
                {columns.map((name) => (
                  <th key={name} scope="col" className={name === 'age' || name === 'act' ? 'right' : ''}>
                    {t(`delivery.list.head.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map(({ name, slips }) => (
              <tbody key={name} data-group={name}>
                <tr className="slips-group">
                  <th colSpan={columns.length} scope="rowgroup">
                    {name === 'stuck' || name === 'urgent' || name === 'usual' ? t(`delivery.list.${name}`) : label(name)} {slips.length}
                    {more !== null && name === groups.at(-1)?.name ? '+' : ''}
                  </th>
                </tr>
                {slips.map((slip) => (
                  <SlipListRow key={slip.id} slip={slip} user={user} age={age} />
                ))}
              </tbody>
            ))}
          </table>
        )}
        {more && (
          <Button className="slips-more" onClick={more}>
            {t('delivery.list.more')}
          </Button>
        )}
      </div>
    </div>
  );
}
