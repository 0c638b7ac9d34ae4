import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OfficeDetail } from '../../../../server/contract/office.ts';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { useKeepOffice } from '../useOfficeDetail.ts';
import { OfficeFields } from './OfficeFields.tsx';
import { emptyOfficeForm, officePatchOf } from './officeForm.ts';

const nobody = (): void => undefined;

/** An office that is being made; its lines come next. */
export function NewOffice() {
  const { t } = useTranslation();
  const keep = useKeepOffice();
  const edit = useEdit({
    name: 'offices/new',
    stored: emptyOfficeForm,
    send: (changed) => request<OfficeDetail>('POST', '/api/offices', { name: '', timeZone: emptyOfficeForm.timeZone, country: emptyOfficeForm.country, ...officePatchOf(changed) }),
    onSaved: (office) => {
      keep(office);
      goTo(`/offices/${office.id}/lines/new`);
    },
    onConflict: nobody,
  });
  return (
    <form
      aria-label={t('offices.add')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <OfficeFields edit={edit} by={null} />
      <EditFoot edit={edit} create={t('offices.create')} more={<Button onClick={() => goTo('/offices')}>{t('people.back')}</Button>} />
    </form>
  );
}
