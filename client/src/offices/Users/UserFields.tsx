import { Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { role } from '../../../../server/contract/primitives.ts';
import { useOffices } from '../../app/offices.ts';
import { EditRow } from '../../edit/EditRow.tsx';
import type { Edit } from '../../edit/useEdit.ts';
import { HeadSelect } from '../Departments/HeadSelect.tsx';
import type { UserForm } from './userForm.ts';

/** Every field of somebody who signs in. `staff`: the member of the staff that he is, as the server knows him. */
export function UserFields({ edit, by, isNew, staff, unitId }: { edit: Edit<UserForm>; by: string | null; isNew: boolean; staff: { id: string; name: string } | null; unitId: string }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const { values, set } = edit;
  const row = { edit, by };
  const text = (value: unknown): string => String(value);
  const officeNames = (ids: string[]): string => ids.map((id) => offices.find((office) => office.id === id)?.name ?? id).join(t('people.and'));
  const isShort = values.password !== '' && values.password.length < 10;
  return (
    <>
      <EditRow {...row} field="name" label={t('offices.users.fields.name')} show={text}>
        {(control) => <Input {...control} value={values.name} maxLength={60} autoComplete="off" onChange={(event) => set('name', event.target.value)} />}
      </EditRow>
      <EditRow {...row} field="username" label={t('offices.users.fields.username')} hint={t('offices.users.usernameHint')} show={text}>
        {(control) => <Input {...control} value={values.username} maxLength={32} autoComplete="off" spellCheck={false} onChange={(event) => set('username', event.target.value)} />}
      </EditRow>
      <EditRow {...row} field="role" label={t('offices.users.fields.role')} show={() => t(`role.${edit.stored.role}`)}>
        {({ id, status }) => <Select id={id} status={status} value={values.role} options={role.options.map((value) => ({ value, label: t(`role.${value}`) }))} onChange={(chosen) => set('role', chosen)} />}
      </EditRow>
      <EditRow {...row} field="unitIds" label={t('offices.users.fields.unitIds')} {...(values.role === 'admin' && { hint: t('offices.users.adminAll') })} show={() => officeNames(edit.stored.unitIds)}>
        {({ id, status }) => <Select id={id} status={status} mode="multiple" showSearch={{ optionFilterProp: 'label' }} value={values.unitIds} options={offices.map((office) => ({ value: office.id, label: office.name }))} onChange={(ids) => set('unitIds', ids)} />}
      </EditRow>
      <EditRow {...row} field="password" label={isNew ? t('offices.users.fields.password') : t('offices.users.passwordNew')} hint={isShort ? <b>{t('edit.faults.password-short')}</b> : t('offices.users.passwordHint')} show={text}>
        {(control) => <Input.Password {...control} value={values.password} maxLength={200} autoComplete="new-password" {...(!isNew && { placeholder: t('offices.users.passwordKeep') })} onChange={(event) => set('password', event.target.value)} />}
      </EditRow>
      <EditRow {...row} field="staffId" label={t('offices.users.fields.staffId')} show={() => staff?.name ?? t('offices.users.noStaff')}>
        {() => <HeadSelect label={t('offices.users.fields.staffId')} unitId={values.unitIds[0] ?? unitId} value={values.staffId} known={staff} onChange={(staffId) => set('staffId', staffId)} />}
      </EditRow>
    </>
  );
}
