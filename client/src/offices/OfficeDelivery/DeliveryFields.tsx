import { Checkbox, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { usualDelivery } from '../../../../server/contract/delivery.ts';
import type { DeliverySettings } from '../../../../server/contract/delivery.ts';
import { EditRow } from '../../edit/EditRow.tsx';
import type { Edit } from '../../edit/useEdit.ts';
import { HoursEditor } from '../../presence/HoursEditor/HoursEditor.tsx';
import { TimeSelect } from '../../presence/TimeSelect/TimeSelect.tsx';
import { useHoursWords } from '../hoursWords.ts';
import { useDeliveryWords } from './useDeliveryWords.ts';

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The settings of delivery, each with what it does. */
export function DeliveryFields({ edit, by }: { edit: Edit<DeliverySettings>; by: string | null }) {
  const { t } = useTranslation();
  const hoursWords = useHoursWords();
  const words = useDeliveryWords();
  const { values, set } = edit;
  const row = { edit, by };
  return (
    <>
      <EditRow {...row} field="urgentMs" label={t('delivery.settings.urgent')} show={(value) => words.span(Number(value))}>
        {({ id, status }) => <InputNumber id={id} status={status} min={1} max={1440} precision={0} value={values.urgentMs / minuteMs} suffix={t('delivery.settings.minutes')} style={{ width: 144 }} onChange={(value) => set('urgentMs', (value ?? 5) * minuteMs)} />}
      </EditRow>
      <EditRow {...row} field="usualMs" label={t('delivery.settings.usual')} hint={t('delivery.settings.usualHint')} show={(value) => words.span(Number(value))}>
        {({ id, status }) => <InputNumber id={id} status={status} min={1} max={10080} precision={0} value={values.usualMs / minuteMs} suffix={t('delivery.settings.minutes')} style={{ width: 144 }} onChange={(value) => set('usualMs', (value ?? 60) * minuteMs)} />}
      </EditRow>
      <EditRow {...row} isGroup field="hours" label={t('delivery.settings.hours')} show={() => hoursWords(edit.stored.hours)}>
        {({ id }) => <HoursEditor id={id} of="line" value={values.hours} onChange={(hours) => hours && set('hours', hours)} />}
      </EditRow>
      <EditRow {...row} isGroup field="quiet" label={t('delivery.settings.quiet')} hint={t('delivery.settings.quietOn')} show={() => words.quiet(edit.stored.quiet)}>
        {({ id }) => (
          <span className="delivery-quiet">
            <Checkbox id={id} checked={values.quiet !== null} aria-label={t('delivery.settings.quiet')} onChange={(event) => set('quiet', event.target.checked ? usualDelivery.quiet : null)} />
            {values.quiet && (
              <>
                <TimeSelect aria-label={t('delivery.settings.quietFrom')} value={values.quiet.fromMinute} onChange={(fromMinute) => values.quiet && set('quiet', { ...values.quiet, fromMinute })} />
                <span aria-hidden="true">–</span>
                <TimeSelect aria-label={t('delivery.settings.quietTo')} value={values.quiet.toMinute} onChange={(toMinute) => values.quiet && set('quiet', { ...values.quiet, toMinute })} />
              </>
            )}
          </span>
        )}
      </EditRow>
      <EditRow {...row} field="linkMs" label={t('delivery.settings.link')} show={(value) => words.span(Number(value))}>
        {({ id, status }) => <InputNumber id={id} status={status} min={1} max={90} precision={0} value={Math.max(1, Math.round(values.linkMs / dayMs))} suffix={t('delivery.settings.days')} style={{ width: 144 }} onChange={(value) => set('linkMs', (value ?? 7) * dayMs)} />}
      </EditRow>
      <EditRow {...row} field="hidesNumbers" label={t('delivery.settings.hides')} show={(value) => t(value === true ? 'edit.yes' : 'edit.no')}>
        {({ id }) => (
          <Checkbox id={id} checked={values.hidesNumbers} onChange={(event) => set('hidesNumbers', event.target.checked)} style={{ lineHeight: '24px', paddingTop: 4 }}>
            {t('delivery.settings.hidesHint')}
          </Checkbox>
        )}
      </EditRow>
    </>
  );
}
