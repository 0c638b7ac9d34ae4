import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { useOffices } from '../../app/offices.ts';
import { useHasDraft } from '../../edit/drafts.ts';
import { PeopleRow } from './PeopleRow.tsx';

interface PeopleListProps {
  people: StaffView[];
  personId: string | null;
  /** Best first, as they were found: not by department. */
  isFound: boolean;
  more: (() => void) | null;
}

interface Group {
  key: string;
  unitId: string;
  department: string;
  people: StaffView[];
}

/** Neighbours of one department of one office; the server sends them in order. */
function groupsOf(people: StaffView[]): Group[] {
  const groups: Group[] = [];
  for (const person of people) {
    const last = groups.at(-1);
    if (last?.unitId === person.unitId && last.department === person.department) last.people.push(person);
    else groups.push({ key: `${person.unitId} ${person.department}`, unitId: person.unitId, department: person.department, people: [person] });
  }
  return groups;
}

/** The staff as a table, by office and department. */
export function PeopleList({ people, personId, isFound, more }: PeopleListProps) {
  const { t } = useTranslation();
  const offices = useOffices();
  const hasDraft = useHasDraft();
  const officeOf = (id: string): string => (offices.length > 1 ? (offices.find((office) => office.id === id)?.name ?? '') : '');
  const groups = isFound ? [{ key: 'found', unitId: '', department: '', people }] : groupsOf(people);
  return (
    <>
      <table className="list people-list">
        <thead>
          <tr>
            {(['name', 'extension', 'presence', 'languages', 'deputies'] as const).map((name) => (
              <th key={name} scope="col" className={`people-${name}`}>
                {t(`people.columns.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group, at) => (
          <tbody key={`${at} ${group.key}`}>
            {!isFound && (
              <tr className="people-group">
                <th colSpan={5} scope="rowgroup">
                  <span dir="auto">{group.department || t('people.noDepartment')}</span> <span className="quiet">{officeOf(group.unitId)}</span>
                </th>
              </tr>
            )}
            {group.people.map((person) => (
              <PeopleRow
                key={person.id}
                person={person}
                isHere={person.id === personId}
                isUnsaved={hasDraft(`people/${person.id}`)}
                where={isFound ? [officeOf(person.unitId), person.department].filter(Boolean).join(' · ') : null}
              />
            ))}
          </tbody>
        ))}
      </table>
      {more && (
        <Button className="people-more" onClick={more}>
          {t('people.more')}
        </Button>
      )}
    </>
  );
}
