import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DepartmentView, PeopleFound, PersonView } from '../../../../server/contract/people.ts';
import { useOffices } from '../../app/offices.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { Key } from '../../keys/Key.tsx';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import './findPerson.css';
import { Helpers } from './Helpers.tsx';
import { useStanding } from './useStanding.ts';

const fieldId = 'find-person';

/** For the key of `find` (F4), from wherever the focus is. */
export function focusFindPerson(): void {
  document.getElementById(fieldId)?.focus();
}

/** One row of what was found: a person, or a department with whom to ask for there. */
type Found = { key: string; person: PersonView } | { key: string; department: DepartmentView };

/** A department that is named in full stands before those who belong to it: whoever asks for 工程部 knows nobody's name. */
function rowsOf({ items, departments }: PeopleFound, asked: string): Found[] {
  const people = items.map((person) => ({ key: person.id, person }));
  const isNamed = departments.some(({ name }) => asked === name || asked === `${name}部`);
  const rows = departments.map((department) => ({ key: `${department.unitId}-${department.name}`, department }));
  return isNamed ? [...rows, ...people] : [...people, ...rows];
}

/** Whom a row stands for: of a department its head, also when he is away (then others are offered); without one whoever is in. */
const personOf = (row: Found | undefined): string | undefined => (row === undefined ? undefined : 'person' in row ? row.person.id : (row.department.head ?? row.department.helpers[0])?.id);

/** Whom does the caller want? By name, pinyin, initials, extension or department; who is away, until when and why stands beside the name. */
export function FindPerson() {
  const { t } = useTranslation();
  const reason = useReason();
  const standing = useStanding();
  const offices = useOffices();
  const { wanted, call } = useDesk();
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const [isEager, setIsEager] = useState(false);
  const asked = query.trim();
  const { data, error, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['people', asked],
    queryFn: () => request<PeopleFound>('GET', `/api/people?limit=6&q=${encodeURIComponent(asked)}`),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });
  const rows = asked === '' || !data ? [] : rowsOf(data, asked);
  const pick = (row: Found | undefined): void => {
    const id = personOf(row);
    if (id === undefined) return;
    wanted(id);
    setQuery('');
    setMarked(0);
  };
  // Enter came before the answer to what was typed: the first of that answer is meant, not one of an older list.
  const isCurrent = data !== undefined && !isPlaceholderData;
  useEffect(() => {
    if (!isEager || !isCurrent) return;
    setIsEager(false);
    const id = personOf(rowsOf(data, asked)[0]);
    if (id === undefined) return;
    wanted(id);
    setQuery('');
  }, [isEager, isCurrent, data, asked, wanted]);
  const markedRow = rows[marked];
  /** Whose office is not the one that was called is said to be of which. */
  const elsewhere = ({ unitId }: { unitId: string }): string => (unitId === call?.unit.id ? '' : (offices.find(({ id }) => id === unitId)?.name ?? ''));
  return (
    <section className="find-person">
      <h2>
        {t('live.find')}
        {call?.wanted && (
          <small>
            {t('live.wanted')} <b>{call.wanted.name}</b> {call.wanted.insteadOf && `${t('live.insteadOf', { name: call.wanted.insteadOf.name })} `}· {standing({ ...call.wanted, why: null })}
          </small>
        )}
      </h2>
      <Input
        id={fieldId}
        value={query}
        role="combobox"
        aria-expanded={rows.length > 0}
        aria-controls="found-people"
        aria-activedescendant={markedRow ? `found-${markedRow.key}` : undefined}
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
          if (event.key === 'ArrowDown') setMarked((at) => Math.min(at + 1, rows.length - 1));
          else if (event.key === 'ArrowUp') setMarked((at) => Math.max(at - 1, 0));
          else if (event.key === 'Enter' && isCurrent) pick(markedRow);
          else if (event.key === 'Enter') setIsEager(asked !== '');
          else if (event.key === 'Escape') setQuery('');
          else return;
          event.preventDefault();
        }}
      />
      <div id="found-people" role="listbox" aria-label={t('live.find')}>
        {rows.map((row, index) => (
          <button key={row.key} id={`found-${row.key}`} type="button" role="option" aria-selected={index === marked} className="found" onClick={() => pick(row)}>
            {'person' in row ? <FoundPerson person={row.person} office={elsewhere(row.person)} /> : <FoundDepartment department={row.department} office={elsewhere(row.department)} />}
            {index === marked && <kbd>↵</kbd>}
          </button>
        ))}
      </div>
      {error !== null && <p role="alert">{t('errors.load', { why: reason(error) })}</p>}
      {asked !== '' && data && rows.length === 0 && !isFetching && <p className="quiet">{t('live.nobody')}</p>}
      {asked === '' && <Helpers />}
    </section>
  );
}

function FoundPerson({ person, office }: { person: PersonView; office: string }) {
  const standing = useStanding();
  return (
    <>
      <span>
        <b>{person.name}</b> {person.title} {person.extension} <span className="quiet">{office}</span>
      </span>
      <span className={person.away ? 'found-away' : 'quiet'}>{standing(person)}</span>
    </>
  );
}

/** A department, and who of it is asked for when one does not know a name. */
function FoundDepartment({ department: { name, head, helpers }, office }: { department: DepartmentView; office: string }) {
  const { t } = useTranslation();
  const standing = useStanding();
  const [helper] = helpers;
  const who = head ? (head.away && helper ? t('live.headAway', { head: head.name, helper: helper.name }) : `${head.name} ${standing(head)}`) : helper ? `${helper.name} ${standing(helper)}` : t('live.departmentNobody');
  return (
    <>
      <span>
        <b>{name}</b> <span className="quiet">
          {t('live.department')} {office}
        </span>
      </span>
      <span className={head?.away === true || !(head ?? helper) ? 'found-away' : 'quiet'}>{who}</span>
    </>
  );
}
