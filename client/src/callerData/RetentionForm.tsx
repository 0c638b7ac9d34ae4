import { useQueryClient } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OfficeDetail } from '../../../server/contract/office.ts';
import type { Retention } from '../../../server/contract/retention.ts';
import { request } from '../app/request.ts';
import { EditFoot } from '../edit/EditFoot.tsx';
import { EditRow } from '../edit/EditRow.tsx';
import { useEdit } from '../edit/useEdit.ts';
import { useLastEditor } from '../edit/useLastEditor.ts';
import { officeKey, useKeepOffice } from '../offices/useOfficeDetail.ts';

const kinds = ['slipDays', 'callDays', 'recordingDays'] as const;

/** How many days messages, calls and recordings are kept; empty: for good. */
export function RetentionForm({ office }: { office: OfficeDetail }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const edit = useEdit<Retention, OfficeDetail>({
    name: `offices/${office.id}/retention`,
    stored: office.retention,
    send: (changed) => request<OfficeDetail>('PATCH', `/api/offices/${encodeURIComponent(office.id)}`, { retention: { ...office.retention, ...changed }, rev: office.rev }),
    onSaved: useKeepOffice(),
    onConflict: () => void queries.invalidateQueries({ queryKey: officeKey(office.id) }),
  });
  const by = useLastEditor('unit', office.id, office.rev, edit.clashes.length > 0);
  // A recording is kept no longer than its message (server/privacy/whatIsOver.ts).
  const forGood = (kind: (typeof kinds)[number], { slipDays }: Retention): string => t(kind === 'recordingDays' && slipDays !== null ? 'callerData.withMessage' : 'callerData.forGood');
  const { slipDays, recordingDays } = edit.values;
  const isCutShort = slipDays !== null && recordingDays !== null && recordingDays > slipDays;
  return (
    <form
      className="sheet offices-sheet"
      aria-labelledby="privacy-retention"
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <h2 id="privacy-retention">{t('callerData.retention')}</h2>
      <p className="quiet">{t('callerData.retentionHint')}</p>
      {kinds.map((kind) => (
        <EditRow key={kind} edit={edit} by={by} field={kind} label={t(`callerData.kept.${kind}`)} show={(days) => (days === null ? forGood(kind, edit.stored) : t('callerData.days', { count: days }))} {...(kind === 'recordingDays' && isCutShort && { hint: t('callerData.cutShort', { count: slipDays }) })}>
          {({ id, status }) => (
            <InputNumber
              id={id}
              status={status}
              min={1}
              max={36_500}
              precision={0}
              value={edit.values[kind]}
              placeholder={forGood(kind, edit.values)}
              suffix={edit.values[kind] === null ? null : t('callerData.day', { count: edit.values[kind] })}
              style={{ width: 176 }}
              onChange={(value) => edit.set(kind, value)}
            />
          )}
        </EditRow>
      ))}
      <EditFoot edit={edit} />
    </form>
  );
}
