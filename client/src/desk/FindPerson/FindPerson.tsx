import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../server/contract/people.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { backAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { Key } from '../../keys/Key.tsx';
import { serverNow } from '../../live/serverClock.ts';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import './findPerson.css';

const fieldId = 'find-person';

export function focusFindPerson(): void {
  document.getElementById(fieldId)?.focus();
}

/** Whom does the caller want? By name, pinyin, initials or extension; who is away and until when stands beside the name. */
export function FindPerson() {
  const { t } = useTranslation();
  const reason = useReason();
  const { wanted, call } = useDesk();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const [isEager, setIsEager] = useState(false);
  const asked = query.trim();
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['people', asked],
    queryFn: () => request<{ items: PersonView[] }>('GET', `/api/people?limit=6&q=${encodeURIComponent(asked)}`),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });
  const people = asked === '' ? [] : (data?.items ?? []);
  const pick = (person: PersonView | undefined): void => {
    if (!person) return;
    wanted(person.id);
    setQuery('');
    setMarked(0);
  };
  // Enter came before the answer to what was typed: the first of that answer is meant, not one of an older list.
  const isCurrent = data !== undefined && !isPlaceholderData;
  useEffect(() => {
    if (!isEager || !isCurrent) return;
    setIsEager(false);
    const [first] = data.items;
    if (!first) return;
    wanted(first.id);
    setQuery('');
  }, [isEager, isCurrent, data, wanted]);
  const standing = (away: boolean, at: number | null): string => (!away ? t('live.here') : at === null ? `${t('live.away')} · ${t('live.backUnknown')}` : `${t('live.away')} · ${t('live.backAt', { when: backAt(at, serverNow(), uiLanguage()) })}`);
  return (
    <section className="find-person">
      <h2>
        {t('live.find')}
        {call?.wanted && (
          <small>
            {t('live.wanted')} <b>{call.wanted.name}</b> · {standing(call.wanted.away, call.wanted.backAt)}
          </small>
        )}
      </h2>
      <Input
        id={fieldId}
        value={query}
        role="combobox"
        aria-expanded={people.length > 0}
        aria-controls="found-people"
        aria-activedescendant={people[marked] ? `found-${people[marked].id}` : undefined}
        aria-label={t('live.find')}
        placeholder={t('live.findHint')}
        suffix={<Key of="find" />}
        maxLength={100}
        onChange={(event) => {
          setQuery(event.target.value);
          setMarked(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setMarked((at) => Math.min(at + 1, people.length - 1));
          else if (event.key === 'ArrowUp') setMarked((at) => Math.max(at - 1, 0));
          else if (event.key === 'Enter' && isCurrent) pick(people[marked]);
          else if (event.key === 'Enter') setIsEager(asked !== '');
          else if (event.key === 'Escape') setQuery('');
          else return;
          event.preventDefault();
        }}
      />
      <div id="found-people" role="listbox" aria-label={t('live.find')}>
        {people.map((person, index) => (
          <button key={person.id} id={`found-${person.id}`} type="button" role="option" aria-selected={index === marked} className="found" onClick={() => pick(person)}>
            <span>
              <b>{person.name}</b> {person.title} {person.extension}
            </span>
            <span className={person.away ? 'found-away' : 'quiet'}>{standing(person.away, person.backAt)}</span>
          </button>
        ))}
      </div>
      {error !== null && <p role="alert">{t('errors.load', { why: reason(error) })}</p>}
      {asked !== '' && data && people.length === 0 && !isFetching && <p className="quiet">{t('live.nobody')}</p>}
    </section>
  );
}
