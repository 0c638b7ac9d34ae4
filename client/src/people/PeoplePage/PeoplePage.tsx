import { Button, Segmented, Select } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { ListSearch } from '../../app/ListSearch.tsx';
import { Fault } from '../../app/App/Fault.tsx';
import { useOffices } from '../../app/offices.ts';
import { goTo } from '../../app/route.ts';
import { firstRow, rowKeys } from '../../board/rowKeys.ts';
import { useEscape } from '../../board/useEscape.ts';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { ImportLink } from '../../imports/ImportLink.tsx';
import { NewPerson } from '../StaffEditor/NewPerson.tsx';
import { OnePerson } from '../StaffEditor/OnePerson.tsx';
import { useStaffPages } from '../useStaffPages.ts';
import { PeopleList } from './PeopleList.tsx';
import './peoplePage.css';

/** The staff: who they are, who is in; beside the list the one that was chosen. `personId` 'new': somebody new. */
export function PeoplePage({ personId, user }: { personId: string | null; user: SessionUser }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const mode = useDeskMode();
  const area = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [removed, setRemoved] = useState(false);
  const q = useDeferredValue(typed.trim());
  const { people, total, error, isLoading, isFetching, reload, more } = useStaffPages({ unitId, q, removed });
  const keeps = user.role === 'supervisor' || user.role === 'admin';
  useEscape(personId !== null && mode !== 'ringing', () => goTo('/people'));
  const isNothing = !isLoading && error === null && people.length === 0;
  return (
    <div className={`page people${personId === null ? '' : ' with-one'}`}>
      <div className="people-left">
        <div className="page-head">
          <h1>{t('people.title')}</h1>
          <ListSearch className="people-search" label={t('people.search')} value={typed} onSearch={setTyped} onDown={() => firstRow(area.current)} />
          {offices.length > 1 && (
            <Select
              className="people-office"
              aria-label={t('people.office')}
              value={unitId ?? ''}
              onChange={(value) => setUnitId(value === '' ? null : value)}
              options={[{ value: '', label: t('people.allOffices') }, ...offices.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
          <Segmented
            aria-label={t('people.showing')}
            value={removed ? 'left' : 'here'}
            onChange={(value) => setRemoved(value === 'left')}
            options={[
              { value: 'here', label: t('people.onStaff') },
              { value: 'left', label: t('people.left') },
            ]}
          />
          <span className="quiet nowrap" role="status">
            {isLoading ? '' : t('people.count', { count: total })}
          </span>
          {keeps && (
            <span className="push page-keys">
              <Button onClick={() => goTo('/people/new')}>{t('people.add')}</Button>
              <ImportLink kind="staff" />
            </span>
          )}
        </div>
        <div className="sheet list-sheet" ref={area} aria-busy={isFetching} onKeyDown={rowKeys}>
          {error !== null && <Fault error={error} retry={reload} />}
          {isLoading && <p className="empty">{t('people.loading')}</p>}
          {isNothing && (
            <p className="empty">
              <b>{q !== '' ? t('people.noMatch', { words: q }) : removed ? t('people.nobodyLeft') : t('people.none')}</b>
              {q !== '' ? t('people.noMatchHint') : !removed && keeps ? t('people.noneHint') : ''}
            </p>
          )}
          {people.length > 0 && <PeopleList people={people} personId={personId} isFound={q !== ''} more={more} />}
        </div>
      </div>
      {personId !== null && (
        <aside className="sheet people-one" aria-label={t('people.one')}>
          <Button className="people-back" onClick={() => goTo('/people')}>
            {t('people.back')} <kbd>Esc</kbd>
          </Button>
          {personId === 'new' && keeps ? <NewPerson key={unitId} unitId={unitId ?? offices[0]?.id ?? null} /> : <OnePerson key={personId} id={personId} keeps={keeps} />}
        </aside>
      )}
    </div>
  );
}
