import { Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { occupancy } from '../../../../server/contract/resident.ts';
import { EditRow } from '../../edit/EditRow.tsx';
import type { Edit } from '../../edit/useEdit.ts';
import { NumbersField } from './NumbersField.tsx';
import type { ResidentForm } from './residentForm.ts';

/** Fields that are one line of text. */
const lines = { name: 100, title: 30, building: 40, unit: 20, room: 20, layout: 40, address: 200, ref: 60 } as const;

/** Every field of a file, in the order in which one asks for them. `by`: who edited it last. */
export function ResidentFields({ edit, by }: { edit: Edit<ResidentForm>; by: string | null }) {
  const { t } = useTranslation();
  const { values, set } = edit;
  const row = { edit, by };
  const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
  const line = (field: keyof typeof lines, hint?: string) => (
    <EditRow {...row} field={field} label={t(`residents.fields.${field}`)} show={text} {...(hint !== undefined && { hint })}>
      {(control) => <Input {...control} value={values[field]} maxLength={lines[field]} autoComplete="off" onChange={(event) => set(field, event.target.value)} />}
    </EditRow>
  );
  const number = (field: 'area' | 'household', max: number) => (
    <EditRow {...row} field={field} label={t(`residents.fields.${field}`)} show={text}>
      {({ id, status }) => <InputNumber id={id} status={status} value={values[field]} min={0} max={max} {...(field === 'household' && { precision: 0 })} onChange={(value) => set(field, value)} />}
    </EditRow>
  );
  const day = (field: 'occupiedFrom' | 'occupiedUntil') => (
    <EditRow {...row} field={field} label={t(`residents.fields.${field}`)} show={text}>
      {(control) => <Input {...control} type="date" value={values[field]} onChange={(event) => set(field, event.target.value)} />}
    </EditRow>
  );
  const area = (field: 'serviceNeeds' | 'notes', max: number) => (
    <EditRow {...row} field={field} label={t(`residents.fields.${field}`)} show={text}>
      {(control) => <Input.TextArea {...control} value={values[field]} maxLength={max} autoSize={{ minRows: 2, maxRows: 8 }} onChange={(event) => set(field, event.target.value)} />}
    </EditRow>
  );
  return (
    <>
      <h3>{t('residents.parts.person')}</h3>
      {line('name')}
      {line('title', t('residents.titleHint'))}
      <EditRow {...row} field="occupancy" label={t('residents.fields.occupancy')} show={() => t(`residents.occupancies.${edit.stored.occupancy}`)}>
        {({ id, status }) => <Select id={id} status={status} value={values.occupancy} options={occupancy.options.map((value) => ({ value, label: t(`residents.occupancies.${value}`) }))} onChange={(value) => set('occupancy', value)} />}
      </EditRow>
      <EditRow {...row} field="numbers" label={t('residents.fields.numbers')} hint={t('residents.numbersHint')} show={() => edit.stored.numbers.map((one) => one.number).join(t('people.and'))}>
        {({ id }) => <NumbersField id={id} value={values.numbers} faults={edit.faults('numbers')} onChange={(numbers) => set('numbers', numbers)} />}
      </EditRow>
      <h3>{t('residents.parts.property')}</h3>
      <div className="resident-place">
        {line('building')}
        {line('unit')}
        {line('room')}
      </div>
      {line('address', t('residents.addressHint'))}
      <div className="resident-place two">
        {number('area', 1_000_000)}
        {line('layout')}
      </div>
      <h3>{t('residents.parts.living')}</h3>
      <div className="resident-place">
        {day('occupiedFrom')}
        {day('occupiedUntil')}
        {number('household', 999)}
      </div>
      {area('serviceNeeds', 10_000)}
      {area('notes', 20_000)}
      {line('ref', t('residents.refHint'))}
    </>
  );
}
