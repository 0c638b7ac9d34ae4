import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { OfficeDetail } from '../../../../server/contract/office.ts';
import { request } from '../../app/request.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { useLastEditor } from '../../edit/useLastEditor.ts';
import { officeKey, useKeepOffice } from '../useOfficeDetail.ts';
import { OfficeFields } from './OfficeFields.tsx';
import { officeFormOf, officePatchOf } from './officeForm.ts';

/** What an office is called, its clock, its wrap-up. */
export function OfficeData({ office }: { office: OfficeDetail }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const edit = useEdit({
    name: `offices/${office.id}`,
    stored: officeFormOf(office),
    send: (changed) => request<OfficeDetail>('PATCH', `/api/offices/${encodeURIComponent(office.id)}`, { ...officePatchOf(changed), rev: office.rev }),
    onSaved: useKeepOffice(),
    onConflict: () => void queries.invalidateQueries({ queryKey: officeKey(office.id) }),
  });
  const by = useLastEditor('unit', office.id, office.rev, edit.clashes.length > 0);
  return (
    <form
      className="sheet offices-sheet"
      aria-label={t('offices.tabs.data')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <OfficeFields edit={edit} by={by} />
      <EditFoot edit={edit} />
    </form>
  );
}
