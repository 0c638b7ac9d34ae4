import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EditRow } from '../../edit/EditRow.tsx';
import type { Edit } from '../../edit/useEdit.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import type { OfficeForm } from './officeForm.ts';
import { timeZones } from './timeZones.ts';

/** What an office is called and by which clock it lives. */
export function OfficeFields({ edit, by }: { edit: Edit<OfficeForm>; by: string | null }) {
  const { t } = useTranslation();
  const { values, set } = edit;
  const row = { edit, by };
  const text = (value: unknown): string => String(value);
  return (
    <>
      <EditRow {...row} field="name" label={t('offices.fields.name')} hint={t('offices.nameHint')} show={text}>
        {(control) => <Input {...control} value={values.name} maxLength={60} autoComplete="off" onChange={(event) => set('name', event.target.value)} />}
      </EditRow>
      <EditRow {...row} field="nameEn" label={t('offices.fields.nameEn')} show={text}>
        {(control) => <Input {...control} value={values.nameEn} maxLength={100} autoComplete="off" onChange={(event) => set('nameEn', event.target.value)} />}
      </EditRow>
      <EditRow {...row} field="aliases" label={t('offices.fields.aliases')} hint={t('offices.aliasesHint')} show={() => edit.stored.aliases.join(t('people.and'))}>
        {({ id, status }) => <Select id={id} status={status} mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ';', '；']} value={values.aliases} onChange={(aliases: string[]) => set('aliases', aliases)} />}
      </EditRow>
      <EditRow {...row} field="timeZone" label={t('offices.fields.timeZone')} show={text}>
        {({ id, status }) => <Select id={id} status={status} showSearch={{ optionFilterProp: 'label' }} value={values.timeZone} onChange={(zone: string) => set('timeZone', zone)} options={timeZones(values.timeZone, uiLanguage())} />}
      </EditRow>
      <EditRow {...row} field="country" label={t('offices.fields.country')} hint={t('offices.countryHint')} show={text}>
        {(control) => <Input {...control} value={values.country} maxLength={2} autoComplete="off" style={{ width: 96 }} onChange={(event) => set('country', event.target.value.toUpperCase())} />}
      </EditRow>
      <EditRow {...row} field="wrapUpSeconds" label={t('offices.fields.wrapUpMs')} hint={t('offices.wrapUpHint')} show={text}>
        {({ id, status }) => <InputNumber id={id} status={status} min={0} max={600} precision={0} value={values.wrapUpSeconds} suffix={t('offices.seconds')} style={{ width: 144 }} onChange={(value) => set('wrapUpSeconds', value ?? 0)} />}
      </EditRow>
    </>
  );
}
