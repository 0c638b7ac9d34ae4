import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { request } from '../../app/request.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { useLastEditor } from '../../edit/useLastEditor.ts';
import { personKey, useKeepPerson } from '../usePerson.ts';
import { RemovePerson } from './RemovePerson.tsx';
import { StaffFields } from './StaffFields.tsx';
import { staffFormOf, staffPatchOf } from './staffForm.ts';
import './staffEditor.css';

/** Editing a member of the staff. */
export function StaffEditor({ person }: { person: StaffView }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keep = useKeepPerson();
  const edit = useEdit({
    name: `people/${person.id}`,
    stored: staffFormOf(person),
    send: (changed) => request<StaffView>('PATCH', `/api/staff/${encodeURIComponent(person.id)}`, { ...staffPatchOf(changed), rev: person.rev }),
    onSaved: keep,
    onConflict: () => void queries.invalidateQueries({ queryKey: personKey(person.id) }),
  });
  const by = useLastEditor('staff', person.id, person.rev, edit.clashes.length > 0);
  return (
    <form
      aria-label={t('people.one')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <StaffFields edit={edit} unitId={person.unitId} personId={person.id} deputies={person.deputies} by={by} />
      <EditFoot edit={edit} more={<RemovePerson person={person} />} />
    </form>
  );
}
