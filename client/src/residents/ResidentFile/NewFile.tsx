import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentFile } from '../../../../server/contract/resident.ts';
import { useOffices } from '../../app/offices.ts';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { useKeepResident } from '../useResidents.ts';
import { ResidentFields } from './ResidentFields.tsx';
import { emptyResidentForm, residentPatchOf } from './residentForm.ts';
import './residentFile.css';

const nobody = (): void => undefined;

/** A new file of an office. `unitId`: the office that is being looked at. */
export function NewFile({ unitId }: { unitId: string | null }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const keep = useKeepResident();
  const [chosen, setChosen] = useState(unitId);
  const office = chosen ?? offices[0]?.id ?? '';
  const edit = useEdit({
    name: 'residents/new',
    stored: emptyResidentForm,
    send: (changed) => request<ResidentFile>('POST', '/api/residents', { name: '', ...residentPatchOf(changed), unitId: office }),
    onSaved: (file) => {
      keep(file);
      goTo(`/residents/${file.resident.id}`);
    },
    onConflict: nobody,
  });
  if (office === '') return null;
  return (
    <form
      aria-label={t('residents.add')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <header className="resident-head">
        <h2>{t('residents.add')}</h2>
      </header>
      {offices.length > 1 && (
        <div className="edit-row">
          <label htmlFor="new-resident-office">{t('residents.office')}</label>
          <div>
            <Select id="new-resident-office" value={office} onChange={setChosen} options={offices.map(({ id, name }) => ({ value: id, label: name }))} />
          </div>
        </div>
      )}
      <ResidentFields edit={edit} by={null} />
      <EditFoot edit={edit} create={t('residents.create')} />
    </form>
  );
}
