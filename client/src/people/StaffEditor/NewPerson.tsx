import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { useOffices } from '../../app/offices.ts';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { useKeepPerson } from '../usePerson.ts';
import { StaffFields } from './StaffFields.tsx';
import { emptyStaffForm, staffPatchOf } from './staffForm.ts';
import './staffEditor.css';

const nobody = (): void => undefined;

/** Somebody new on the staff of an office. `unitId`: the office that is being looked at. */
export function NewPerson({ unitId }: { unitId: string | null }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const keep = useKeepPerson();
  const [chosen, setChosen] = useState(unitId);
  const office = chosen ?? offices[0]?.id ?? '';
  const edit = useEdit({
    name: 'people/new',
    stored: emptyStaffForm,
    send: (changed) => request<StaffView>('POST', '/api/staff', { name: '', ...staffPatchOf(changed), unitId: office }),
    onSaved: (person) => {
      keep(person);
      goTo(`/people/${person.id}`);
    },
    onConflict: nobody,
  });
  if (office === '') return null;
  return (
    <form
      aria-label={t('people.addTitle')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <header className="person-head">
        <h2>{t('people.addTitle')}</h2>
      </header>
      {offices.length > 1 && (
        <div className="edit-row">
          <label className="edit-label" htmlFor="new-person-office">{t('people.office')}</label>
          <div>
            <Select id="new-person-office" value={office} onChange={setChosen} options={offices.map(({ id, name }) => ({ value: id, label: name }))} />
          </div>
        </div>
      )}
      <StaffFields key={office} edit={edit} unitId={office} personId={null} deputies={[]} by={null} />
      <EditFoot edit={edit} create={t('people.create')} />
    </form>
  );
}
