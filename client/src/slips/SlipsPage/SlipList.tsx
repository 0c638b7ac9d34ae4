import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { ListSearch } from '../../app/ListSearch.tsx';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { useReason } from '../../app/words.ts';
import { firstRow, rowKeys } from '../../board/rowKeys.ts';
import { useAge } from '../../i18n/useAge.ts';
import { keepSlip } from '../keepSlip.ts';
import { slipMatches } from './slipMatches.ts';
import { SlipListRow } from './SlipListRow.tsx';
import { slipShowings, useSlipPages } from './useSlipPages.ts';
import type { SlipShowing } from './useSlipPages.ts';

/** What a link here asked to show: `/slips?show=mine`. */
const askedShowing = (): SlipShowing => slipShowings.find((one) => one === new URLSearchParams(location.search).get('show')) ?? 'all';

/** The slips of the office: what is not finished first, then the others, newest first. `lastOpened`: where the eyes were before. */
export function SlipList({ user, lastOpened }: { user: SessionUser; lastOpened: string | null }) {
  const { t } = useTranslation();
  const age = useAge();
  const queries = useQueryClient();
  const reason = useReason();
  const [showing, setShowing] = useState<SlipShowing>(askedShowing);
  const [words, setWords] = useState('');
  const [trouble, setTrouble] = useState<string | null>(null);
  const area = useRef<HTMLDivElement>(null);
  const { drafts, finished, isLoading, error, reload, more } = useSlipPages(showing, user);
  const found = (slips: Slip[]): Slip[] => (words.trim() === '' ? slips : slips.filter((slip) => slipMatches(slip, words)));
  const groups = [
    { name: 'waiting' as const, slips: found(drafts) },
    { name: 'finished' as const, slips: found(finished) },
  ].filter(({ slips }) => slips.length > 0);
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
        <h1>{t('slip.list.title')}</h1>
        <Segmented
          aria-label={t('slip.list.filterLabel')}
          value={showing}
          onChange={setShowing}
          options={slipShowings.map((value) => ({ value, label: value === 'all' || value === 'unread' || value === 'mine' || value === 'toComplete' ? t(`slip.list.${value}`) : t(`slip.states.${value}`) }))}
        />
        <ListSearch className="slips-search" label={t('slip.list.searchLabel')} hint={t('slip.list.search')} value={words} onSearch={setWords} onDown={() => firstRow(area.current)} />
        {user.role !== 'staff' && (
          <Button className="push" onClick={() => void write()}>
            {t('slip.list.writeOne')}
          </Button>
        )}
        {trouble !== null && <span role="alert">{t('slip.failed', { why: trouble })}</span>}
      </div>
      <div className="sheet list-sheet" ref={area} aria-busy={isLoading} onKeyDown={rowKeys}>
        {error !== null && <Fault error={error} retry={reload} />}
        {isLoading && groups.length === 0 && <p className="empty">{t('calls.loading')}</p>}
        {isNothing && (
          <p className="empty">
            <b>{words.trim() === '' ? t('slip.list.none') : t('slip.list.noMatch', { words: words.trim() })}</b>
            {words.trim() === '' ? t('slip.list.noneHint') : more && t('slip.list.noMatchHint')}
          </p>
        )}
        {groups.length > 0 && (
          <table className="list slips-list">
            <thead>
              <tr>
                {(['to', 'from', 'message', 'state', 'when'] as const).map((name) => (
                  <th key={name} scope="col" className={name === 'when' ? 'right' : ''}>
                    {t(`slip.list.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            {groups.map(({ name, slips }) => (
              <tbody key={name}>
                <tr className="slips-group">
                  <th colSpan={5} scope="rowgroup">
                    {showing === 'dropped' ? t('slip.states.dropped') : showing === 'toComplete' ? t('slip.list.toComplete') : t(`slip.list.${name}`)} {slips.length}
                    {name === 'finished' && more ? '+' : ''}
                  </th>
                </tr>
                {slips.map((slip) => (
                  <SlipListRow key={slip.id} slip={slip} user={user} age={age(Date.parse(slip.calledAt))} />
                ))}
              </tbody>
            ))}
          </table>
        )}
        {more && (
          <Button className="slips-more" onClick={more}>
            {t('slip.list.more')}
          </Button>
        )}
      </div>
    </div>
  );
}
