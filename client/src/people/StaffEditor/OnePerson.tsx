import { useTranslation } from 'react-i18next';
import { Fault } from '../../app/App/Fault.tsx';
import { useOffices } from '../../app/offices.ts';
import { PresenceText } from '../PresenceText.tsx';
import { usePerson } from '../usePerson.ts';
import { LeftPerson } from './LeftPerson.tsx';
import { PersonAway } from './PersonAway.tsx';
import { PersonFacts } from './PersonFacts.tsx';
import { StaffEditor } from './StaffEditor.tsx';
import './staffEditor.css';

/** The one that was chosen: where he is, and everything about him; edited by those who keep the office. */
export function OnePerson({ id, keeps }: { id: string; keeps: boolean }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const { data: person, error, refetch } = usePerson(id);
  if (!person && error) return <Fault error={error} retry={() => void refetch()} />;
  if (!person) return <p className="empty">{t('people.loading')}</p>;
  const isHere = person.removedAt === null;
  return (
    <>
      <header className="person-head">
        <h2 dir="auto">{person.name}</h2>
        <p className="quiet" dir="auto">
          {[person.title, offices.length > 1 ? offices.find((office) => office.id === person.unitId)?.name : ''].filter(Boolean).join(' · ')}
        </p>
        {isHere && (
          <p>
            <PresenceText person={person} />
          </p>
        )}
      </header>
      {isHere && <PersonAway person={person} isOpen={!keeps} />}
      {keeps && isHere ? <StaffEditor person={person} /> : <PersonFacts person={person} />}
      {keeps && !isHere && <LeftPerson person={person} />}
    </>
  );
}
