import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ResidentFile } from '../../../../server/contract/resident.ts';
import { request } from '../../app/request.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { residentKey, residentPath, useKeepResident } from '../useResidents.ts';
import { RemoveResident } from './RemoveResident.tsx';
import { ResidentFields } from './ResidentFields.tsx';
import { residentFormOf, residentPatchOf } from './residentForm.ts';

/** Editing a file that is on the list. */
export function ResidentEditor({ file }: { file: ResidentFile }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keep = useKeepResident();
  const { resident, history } = file;
  const edit = useEdit({
    name: `residents/${resident.id}`,
    stored: residentFormOf(resident),
    send: (changed) => request<ResidentFile>('PATCH', residentPath(resident.id), { ...residentPatchOf(changed), rev: resident.rev }),
    onSaved: keep,
    onConflict: () => void queries.invalidateQueries({ queryKey: residentKey(resident.id) }),
  });
  return (
    <form
      aria-label={t('residents.edit')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <ResidentFields edit={edit} by={history[0]?.by?.name ?? null} />
      <EditFoot edit={edit} more={<RemoveResident resident={resident} />} />
    </form>
  );
}
