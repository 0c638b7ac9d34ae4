import { Button, Segmented, Select } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { ListSearch } from '../../app/ListSearch.tsx';
import { Fault } from '../../app/App/Fault.tsx';
import { useOffices } from '../../app/offices.ts';
import { keepsOffice } from '../../app/pages.ts';
import { goTo } from '../../app/route.ts';
import { ImportLink } from '../../imports/ImportLink.tsx';
import { firstRow, rowKeys } from '../../board/rowKeys.ts';
import { useEscape } from '../../board/useEscape.ts';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { Buildings } from '../Buildings/Buildings.tsx';
import { Duplicates } from '../Duplicates/Duplicates.tsx';
import { NewFile } from '../ResidentFile/NewFile.tsx';
import { OneResident } from '../ResidentFile/OneResident.tsx';
import { useResidents } from '../useResidents.ts';
import { ResidentList } from './ResidentList.tsx';
import './residentsPage.css';

const showings = ['all', 'duplicates', 'buildings'] as const;
type Showing = (typeof showings)[number];

/** The residents: everybody by room, who may stand there twice, who looks after which building; beside it the file that was chosen. `residentId` 'new': a new one. */
export function ResidentsPage({ residentId, user }: { residentId: string | null; user: SessionUser }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const mode = useDeskMode();
  const area = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState('');
  const [unitId, setUnitId] = useState<string | null>(null);
  const [showing, setShowing] = useState<Showing>('all');
  const [building, setBuilding] = useState<string | null>(null);
  const q = useDeferredValue(typed.trim());
  const { residents, error, isLoading, isFetching, reload, more } = useResidents({ unitId, q, building });
  useEscape(residentId !== null && mode !== 'ringing', () => goTo('/residents'));
  const isNothing = !isLoading && error === null && residents.length === 0;
  return (
    <div className={`page residents${residentId === null ? '' : ' with-one'}`}>
      <div className="residents-left">
        <div className="page-head">
          <h1>{t('residents.title')}</h1>
          {showing === 'all' && <ListSearch className="resident-search" label={t('residents.search')} value={typed} onSearch={setTyped} onDown={() => firstRow(area.current)} />}
          {offices.length > 1 && (
            <Select
              className="resident-office-choice"
              aria-label={t('residents.office')}
              value={unitId ?? ''}
              onChange={(value) => {
                setUnitId(value === '' ? null : value);
                setBuilding(null);
              }}
              options={[{ value: '', label: t('residents.allOffices') }, ...offices.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          )}
          <Segmented aria-label={t('residents.showing')} value={showing} onChange={setShowing} options={showings.map((value) => ({ value, label: t(`residents.showings.${value}`) }))} />
          <span className="push page-keys">
            <Button onClick={() => goTo('/residents/new')}>{t('residents.add')}</Button>
            {keepsOffice(user.role) && <ImportLink kind="residents" />}
          </span>
        </div>
        <div className="sheet list-sheet" ref={area} aria-busy={isFetching} onKeyDown={rowKeys}>
          {showing === 'all' && (
            <>
              {building !== null && (
                <p className="resident-filter">
                  {t('residents.ofBuilding', { building })}{' '}
                  <button type="button" className="text-key" onClick={() => setBuilding(null)}>
                    {t('residents.everywhere')}
                  </button>
                </p>
              )}
              {error !== null && <Fault error={error} retry={reload} />}
              {isLoading && <p className="empty">{t('residents.loading')}</p>}
              {isNothing && (
                <p className="empty">
                  <b>{q === '' ? t('residents.nobody') : t('residents.noMatch', { words: q })}</b>
                  {t(q === '' ? 'residents.nobodyHint' : 'residents.noMatchHint')}
                </p>
              )}
              {residents.length > 0 && <ResidentList residents={residents} residentId={residentId} more={more} />}
            </>
          )}
          {showing === 'duplicates' && <Duplicates unitId={unitId} />}
          {showing === 'buildings' && (
            <Buildings
              unitId={unitId}
              keeps={user.role !== 'agent'}
              onOpen={(ofUnit, of) => {
                setUnitId(ofUnit);
                setBuilding(of);
                setTyped('');
                setShowing('all');
              }}
            />
          )}
        </div>
      </div>
      {residentId !== null && (
        <aside className="sheet resident-one" aria-label={t('residents.one')}>
          <Button className="resident-back" onClick={() => goTo('/residents')}>
            {t('residents.back')} <kbd>Esc</kbd>
          </Button>
          {residentId === 'new' ? <NewFile key={unitId} unitId={unitId} /> : <OneResident key={residentId} id={residentId} />}
        </aside>
      )}
    </div>
  );
}
