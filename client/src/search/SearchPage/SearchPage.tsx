import { Button } from 'antd';
import { useDeferredValue, useEffect, useRef, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { searchKindOf } from '../searchKindOf.ts';
import type { SearchKind } from '../../../../server/contract/search.ts';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { ListSearch } from '../../app/ListSearch.tsx';
import { goTo, onMove, rewriteAddress } from '../../app/route.ts';
import { useIsPhone } from '../../app/useIsPhone.ts';
import { firstRow, rowKeys } from '../../board/rowKeys.ts';
import { useSearch } from '../useSearch.ts';
import { FoundRow } from './FoundRow.tsx';
import './searchPage.css';

const kindsInOrder: readonly SearchKind[] = ['slip', 'call', 'person', 'resident'];
const pathOf = (q: string, kind: SearchKind | null): string => (q === '' ? '/search' : `/search?${new URLSearchParams({ q, ...(kind === null ? {} : { kind }) }).toString()}`);

/** Everything that can be found, by kind; a kind by itself page by page. What is looked for stands in the address. */
export function SearchPage({ user }: { user: SessionUser }) {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const area = useRef<HTMLDivElement>(null);
  const address = new URLSearchParams(useSyncExternalStore(onMove, () => location.search));
  const typed = address.get('q') ?? '';
  const kind = searchKindOf(address.get('kind'));
  const q = useDeferredValue(typed.trim());
  const { data, error, isFetching, isPlaceholderData, refetch, hasNextPage, fetchNextPage } = useSearch(q, kind);
  const isStaff = user.role === 'staff';
  useEffect(() => {
    area.current?.querySelector<HTMLInputElement>('input')?.focus();
  }, []);
  const pages = q === '' ? [] : (data?.pages ?? []);
  const items = pages.flatMap((page) => page.items);
  const [first] = pages;
  const understood = first?.understood ?? [];
  return (
    <div ref={area} className="page search-page" onKeyDown={rowKeys}>
      <form
        className="page-head"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          area.current?.querySelector<HTMLElement>('[data-row]')?.click();
        }}
      >
        <h1>{t(isStaff ? 'pages.search' : 'search.title')}</h1>
        <ListSearch className="search-field" label={t('search.label')} hint={t(isStaff ? 'search.hintMine' : 'search.hint')} value={typed} onSearch={(text) => rewriteAddress(pathOf(text, null))} onDown={() => firstRow(area.current)} />
        {!isPhone && items.length > 0 && <span className="quiet">{t('search.keysHint')}</span>}
      </form>
      <div className="sheet search-found" aria-busy={isFetching} aria-live="polite">
        {first?.incomplete && (
          <p className="search-note" role="status">
            {t('search.incomplete', { n: first.incomplete.left })}
          </p>
        )}
        {understood.length > 0 && (
          <p className="search-note">
            {understood.map(({ text, as }) => (
              <span key={text} className="chip">
                {t(`search.read.${as}`, { words: text })}
              </span>
            ))}{' '}
            <span className="quiet">{t('search.readHint', { words: understood.map(({ text }) => text).join(' ') })}</span>
          </p>
        )}
        {kind !== null && (
          <Button type="link" className="search-all" onClick={() => goTo(pathOf(typed, null))}>
            {t('search.all')}
          </Button>
        )}
        {error !== null && <Fault error={error} retry={() => void refetch()} />}
        {q === '' && (
          <p className="empty">
            <b>{t('search.start')}</b>
            {t(isStaff ? 'search.startMine' : 'search.startHint')}
          </p>
        )}
        {q !== '' && error === null && items.length === 0 && isFetching && <p className="empty">{t('search.looking')}</p>}
        {q !== '' && error === null && items.length === 0 && !isFetching && !isPlaceholderData && (
          <p className="empty">
            <b>{t('search.none', { words: q })}</b>
            {t('search.noneHint')}
          </p>
        )}
        {kindsInOrder.map((one) => {
          const found = items.filter((item) => item.kind === one);
          if (found.length === 0) return null;
          return (
            <section key={one} aria-label={t(`search.kinds.${one}`)}>
              <h2>{t(`search.kinds.${one}`)}</h2>
              <ul>
                {found.map((item) => (
                  <FoundRow key={item.id} item={item} isMine={isStaff} />
                ))}
              </ul>
              {kind === null && first?.more.includes(one) && <Button onClick={() => goTo(pathOf(typed, one))}>{t(`search.more.${one}`)}</Button>}
            </section>
          );
        })}
        {kind !== null && hasNextPage && <Button onClick={() => void fetchNextPage()}>{t('search.older')}</Button>}
      </div>
    </div>
  );
}
