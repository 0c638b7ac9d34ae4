import { useQuery } from '@tanstack/react-query';
import { AutoComplete, Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { language } from '../../../../server/contract/primitives.ts';
import type { UserView } from '../../../../server/contract/users.ts';
import { request } from '../../app/request.ts';
import { EditRow } from '../../edit/EditRow.tsx';
import type { Edit } from '../../edit/useEdit.ts';
import { useHoursWords } from '../../offices/hoursWords.ts';
import { useOfficeDetail } from '../../offices/useOfficeDetail.ts';
import { ReachEditor } from '../Reach/ReachEditor.tsx';
import { useReachWords } from '../Reach/useReachWords.ts';
import { DeputyField } from './DeputyField.tsx';
import { PersonHours } from './PersonHours.tsx';
import { PrivateNumbers } from './PrivateNumbers.tsx';
import type { StaffForm } from './staffForm.ts';

interface StaffFieldsProps {
  edit: Edit<StaffForm>;
  unitId: string;
  personId: string | null;
  deputies: { id: string; name: string; extension: string }[];
  /** Who edited it last, for the lines about what stands there now. */
  by: string | null;
}

/** Every field of a member of the staff, as those edit it who keep the office. */
export function StaffFields({ edit, unitId, personId, deputies, by }: StaffFieldsProps) {
  const { t } = useTranslation();
  const hoursWords = useHoursWords();
  const reachWords = useReachWords();
  const { data: office } = useOfficeDetail(unitId);
  const { data: users } = useQuery({ queryKey: ['users', unitId], queryFn: () => request<{ items: UserView[] }>('GET', `/api/users?unitId=${encodeURIComponent(unitId)}`) });
  const { values, set } = edit;
  const row = { edit, by };
  const text = (value: unknown): string => String(value);
  const userName = (id: string | null): string => {
    const user = users?.items.find((one) => one.id === id);
    return user ? `${user.name}（${user.username}）` : (id ?? t('people.noUser'));
  };
  return (
    <>
      <EditRow {...row} field="name" label={t('people.fields.name')} show={text}>
        {(control) => <Input {...control} value={values.name} maxLength={60} autoComplete="off" onChange={(event) => set('name', event.target.value)} />}
      </EditRow>
      <EditRow {...row} field="department" label={t('people.fields.department')} show={text}>
        {({ id, status }) => (
          <AutoComplete
            id={id}
            status={status}
            style={{ width: '100%' }}
            value={values.department}
            options={(office?.departments ?? []).map(({ name }) => ({ value: name }))}
            showSearch={{ filterOption: (typed, option) => typed === edit.stored.department || (option?.value ?? '').includes(typed) }}
            onChange={(value: string) => set('department', value)}
          />
        )}
      </EditRow>
      <EditRow {...row} field="title" label={t('people.fields.title')} show={text}>
        {(control) => <Input {...control} value={values.title} maxLength={60} autoComplete="off" onChange={(event) => set('title', event.target.value)} />}
      </EditRow>
      <EditRow {...row} field="leader" label={t('people.fields.leader')} show={(value) => (value === true ? t('edit.yes') : t('edit.no'))}>
        {({ id }) => (
          <Checkbox id={id} checked={values.leader} onChange={(event) => set('leader', event.target.checked)} style={{ lineHeight: '32px' }}>
            {t('people.leaderHint')}
          </Checkbox>
        )}
      </EditRow>
      <EditRow {...row} field="extension" label={t('people.fields.extension')} show={text}>
        {(control) => <Input {...control} value={values.extension} maxLength={20} inputMode="numeric" autoComplete="off" style={{ width: 144 }} onChange={(event) => set('extension', event.target.value)} />}
      </EditRow>
      <EditRow {...row} field="staffNumber" label={t('people.fields.staffNumber')} show={text}>
        {(control) => <Input {...control} value={values.staffNumber} maxLength={32} autoComplete="off" style={{ width: 144 }} onChange={(event) => set('staffNumber', event.target.value)} />}
      </EditRow>
      <EditRow {...row} isGroup field="languages" label={t('people.fields.languages')} show={() => edit.stored.languages.map((one) => t(`languages.${one}`)).join(t('people.and'))}>
        {() => (
          <Checkbox.Group
            className="choice-line"
            options={language.options.map((value) => ({ value, label: t(`languages.${value}`) }))}
            value={values.languages}
            onChange={(chosen) => set('languages', language.options.filter((one) => chosen.includes(one)))}
          />
        )}
      </EditRow>
      <EditRow {...row} isGroup field="deputyIds" label={t('people.fields.deputies')} hint={t('people.deputiesHint')} show={() => deputies.map(({ name }) => name).join(t('people.and'))}>
        {() => <DeputyField unitId={unitId} personId={personId} value={values.deputyIds} known={deputies} faults={edit.faults('deputyIds')} onChange={(ids) => set('deputyIds', ids)} />}
      </EditRow>
      <EditRow {...row} isGroup field="hours" label={t('people.fields.hours')} show={() => hoursWords(edit.stored.hours)}>
        {({ id }) => <PersonHours id={id} value={values.hours} onChange={(hours) => set('hours', hours)} />}
      </EditRow>
      <EditRow {...row} isGroup field="privateNumbers" label={t('people.fields.privateNumbers')} show={() => edit.stored.privateNumbers.map((one) => ('keep' in one ? one.shown : '')).join(t('people.and'))}>
        {() => <PrivateNumbers personId={personId} value={values.privateNumbers} faults={edit.faults('privateNumbers')} onChange={(numbers) => set('privateNumbers', numbers)} />}
      </EditRow>
      <EditRow {...row} isGroup field="reach" label={t('delivery.reach.title')} hint={t('delivery.reach.hint')} show={() => reachWords.all(edit.stored.reach.flatMap((one) => ('keep' in one ? [one.shown] : [])))}>
        {() => <ReachEditor value={values.reach} signsIn={values.userId !== null} faults={edit.faults('reach')} onChange={(reach) => set('reach', reach)} />}
      </EditRow>
      <EditRow {...row} field="userId" label={t('people.fields.user')} hint={t('people.userHint')} show={(value) => userName(value as string | null)}>
        {({ id, status }) => (
          <Select
            id={id}
            status={status}
            showSearch={{ optionFilterProp: 'label' }}
            value={values.userId ?? ''}
            onChange={(value) => set('userId', value === '' ? null : value)}
            options={[{ value: '', label: t('people.noUser') }, ...(users?.items ?? []).map((user) => ({ value: user.id, label: userName(user.id) }))]}
          />
        )}
      </EditRow>
    </>
  );
}
