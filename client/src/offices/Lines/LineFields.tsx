import { Button, Checkbox, Input, InputNumber, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { language } from '../../../../server/contract/primitives.ts';
import { EditRow } from '../../edit/EditRow.tsx';
import type { Edit } from '../../edit/useEdit.ts';
import { useHoursWords } from '../hoursWords.ts';
import { LineHours } from './LineHours.tsx';
import type { LineForm } from './lineForm.ts';
import { lunchGaps, withoutLunch } from './lunchGap.ts';
import { useWeekdayNames } from './useWeekdayNames.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** Every field of a line. */
export function LineFields({ edit, by }: { edit: Edit<LineForm>; by: string | null }) {
  const { t } = useTranslation();
  const hoursWords = useHoursWords();
  const weekdayNames = useWeekdayNames();
  const { values, set } = edit;
  const row = { edit, by };
  const text = (value: unknown): string => String(value);
  const languageOptions = language.options.map((value) => ({ value, label: t(`languages.${value}`) }));
  return (
    <>
      <EditRow {...row} field="number" label={t('offices.lines.fields.number')} hint={t('offices.lines.numberHint')} show={text}>
        {(control) => <Input {...control} value={values.number} maxLength={100} autoComplete="off" onChange={(event) => set('number', event.target.value)} />}
      </EditRow>
      <EditRow {...row} field="language" label={t('offices.lines.fields.language')} show={() => t(`languages.${edit.stored.language}`)}>
        {({ id, status }) => <Select id={id} status={status} value={values.language} options={languageOptions} onChange={(chosen) => set('language', chosen)} />}
      </EditRow>
      <EditRow {...row} isGroup field="languages" label={t('offices.lines.fields.languages')} hint={t('offices.lines.languagesHint')} show={() => edit.stored.languages.map((one) => t(`languages.${one}`)).join(t('people.and'))}>
        {() => (
          <Checkbox.Group className="choice-line" options={languageOptions.map((one) => ({ ...one, disabled: one.value === values.language }))} value={[...new Set([values.language, ...values.languages])]} onChange={(chosen) => set('languages', language.options.filter((one) => chosen.includes(one)))} />
        )}
      </EditRow>
      <EditRow {...row} field="cycleMs" label={t('offices.lines.fields.cycleMs')} hint={t('offices.lines.cycleHint')} show={() => `${edit.stored.cycleMs / 1000} ${t('offices.seconds')}`}>
        {({ id, status }) => <InputNumber id={id} status={status} min={1} max={20} step={0.5} value={values.cycleMs / 1000} suffix={t('offices.seconds')} style={{ width: 144 }} onChange={(value) => set('cycleMs', Math.round((value ?? 5) * 1000))} />}
      </EditRow>
      <EditRow {...row} field="ringWidth" label={t('offices.lines.fields.ringWidth')} show={text}>
        {({ id, status }) => <InputNumber id={id} status={status} min={1} max={10} precision={0} value={values.ringWidth} style={{ width: 144 }} onChange={(value) => set('ringWidth', value ?? 1)} />}
      </EditRow>
      <EditRow {...row} isGroup field="pauseRings" label={t('offices.lines.fields.pauseRings')} hint={t('offices.lines.pauseHint')} show={text}>
        {() => <Segmented value={values.pauseRings} options={[0, 1, 2].map((value) => ({ value, label: t('offices.lines.rings', { count: value }) }))} onChange={(value) => set('pauseRings', value)} />}
      </EditRow>
      <EditRow {...row} isGroup field="hours" label={t('offices.lines.fields.hours')} show={() => hoursWords(edit.stored.hours)}>
        {({ id }) => (
          <>
            <LineHours id={id} value={values.hours} onChange={(hours) => set('hours', hours)} />
            {lunchGaps(values.hours).map((gap) => (
              <p key={`${gap.fromMinute} ${gap.toMinute}`} className="line-lunch" role="status">
                {t('offices.lines.lunch', { days: weekdayNames(gap.weekdays), from: clock(gap.fromMinute), to: clock(gap.toMinute) })}
              </p>
            ))}
            {lunchGaps(values.hours).length > 0 && (
              <Button size="small" onClick={() => set('hours', withoutLunch(values.hours))}>
                {t('offices.lines.lunchFill')}
              </Button>
            )}
          </>
        )}
      </EditRow>
      <EditRow {...row} field="byoc" label={t('offices.lines.fields.byoc')} hint={t('offices.lines.byocHint')} show={text}>
        {(control) => <Input {...control} value={values.byoc} maxLength={34} autoComplete="off" spellCheck={false} onChange={(event) => set('byoc', event.target.value)} />}
      </EditRow>
    </>
  );
}
