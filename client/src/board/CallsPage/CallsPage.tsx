import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard, Outcome } from '../../../../server/contract/card.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { callerName } from '../../desk/callerName.ts';
import { callClock, dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { CallStory } from '../CallStory/CallStory.tsx';
import './callsPage.css';

interface CallPage {
  items: CallCard[];
  next?: string;
}

const outcomes: readonly Outcome[] = ['agent', 'attendant-message', 'attendant-no-message', 'callback-asked', 'abandoned-ringing', 'abandoned-queued', 'refused', 'failed', 'test'];

/** True when any of the words on this card holds what was typed. */
function fits(card: CallCard, query: string): boolean {
  const typed = query.trim().toLowerCase();
  if (typed === '') return true;
  const digits = typed.replace(/\D/g, '');
  const words = [card.unit.name, card.agent?.name ?? '', card.wanted?.name ?? '', ...card.caller.matches.flatMap(({ name, address }) => [name, address])];
  return words.some((word) => word.toLowerCase().includes(typed)) || (digits.length >= 3 && (card.caller.number ?? '').includes(digits));
}

/** The record of calls, newest first; one of them with its story. */
export function CallsPage({ callId }: { callId: string | null }) {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<Outcome | 'all'>('all');
  const [query, setQuery] = useState('');
  const { data, error, refetch, fetchNextPage, hasNextPage, isFetching } = useInfiniteQuery({
    queryKey: ['calls', 'list', 'page', outcome],
    queryFn: ({ pageParam }) => request<CallPage>('GET', `/api/calls?limit=50${outcome === 'all' ? '' : `&outcome=${outcome}`}${pageParam === '' ? '' : `&cursor=${encodeURIComponent(pageParam)}`}`),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  const cards = data?.pages.flatMap(({ items }) => items).filter((card) => fits(card, query)) ?? [];
  if (callId !== null) return <CallStory callId={callId} />;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('calls.title')}</h1>
        <Input className="calls-search" aria-label={t('calls.search')} placeholder={t('calls.search')} value={query} onChange={(event) => setQuery(event.target.value)} allowClear maxLength={100} />
        <Select className="calls-filter" aria-label={t('calls.filter')} value={outcome} onChange={setOutcome} options={[{ value: 'all', label: t('calls.all') }, ...outcomes.map((name) => ({ value: name, label: t(`calls.outcomes.${name}`) }))]} />
      </div>
      <div className="sheet list-sheet">
        {error && <Fault error={error} retry={() => void refetch()} />}
        {data && cards.length === 0 && (
          <p className="empty">
            <b>{t('calls.none')}</b>
            {t('calls.noneHint')}
          </p>
        )}
        {cards.length > 0 && (
          <table className="list calls-list">
            <thead>
              <tr>
                {(['when', 'who', 'office', 'ring', 'by', 'opener', 'outcome', 'length'] as const).map((name) => (
                  <th key={name} scope="col" className={name === 'length' || name === 'ring' ? 'right' : ''}>
                    {t(`calls.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {cards.map((card) => (
                <tr key={card.id} onClick={() => goTo(`/calls/${card.id}`)}>
                  <td className="nowrap">{dayAndTime(card.arrivedAt, uiLanguage())}</td>
                  <td>
                    <a
                      href={`/calls/${card.id}`}
                      onClick={(event) => {
                        event.preventDefault();
                        event.stopPropagation();
                        goTo(`/calls/${card.id}`);
                      }}
                    >
                      <b>{callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') })}</b>
                    </a>{' '}
                    <span className="quiet">{card.caller.matches.length === 0 ? t('ringing.unknown') : card.caller.matches.length === 1 ? card.caller.matches[0]?.address : card.caller.number && groupedNumber(card.caller.number)}</span>
                  </td>
                  <td>{card.unit.name}</td>
                  <td className="right">{card.rings.answeredIn ?? '–'}</td>
                  <td>{card.agent?.name ?? (card.outcome?.startsWith('attendant') ? t('calls.attendant') : t('calls.nobody'))}</td>
                  <td>{card.agent && t(`calls.orders.${card.opener.order}`)}</td>
                  <td>{card.outcome ? t(`calls.outcomes.${card.outcome}`) : t(`calls.states.${card.state}`)}</td>
                  <td className="right">{card.endedAt === null ? '' : callClock(card.endedAt - (card.answeredAt ?? card.arrivedAt))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {hasNextPage && (
          <Button type="text" loading={isFetching} onClick={() => void fetchNextPage()}>
            {t('calls.more')}
          </Button>
        )}
      </div>
    </div>
  );
}
