import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeliverySettings } from '../../../../server/contract/delivery.ts';
import type { OfficeDetail } from '../../../../server/contract/office.ts';
import { Refusal, request } from '../../app/request.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { useLastEditor } from '../../edit/useLastEditor.ts';
import { officeKey, useKeepOffice } from '../useOfficeDetail.ts';
import { DeliveryFields } from './DeliveryFields.tsx';
import './officeDelivery.css';

/** The form knows its fields by their own names; the office keeps them under `delivery`. */
function withoutPrefix(error: unknown): unknown {
  if (!(error instanceof Refusal)) return error;
  return new Refusal(error.code, error.message, Object.fromEntries(Object.entries(error.fields).map(([path, why]) => [path.replace(/^delivery\./, ''), why])));
}

/** How an office's messages reach people, and how soon they are chased. */
export function OfficeDelivery({ office }: { office: OfficeDetail }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const edit = useEdit<DeliverySettings, OfficeDetail>({
    name: `offices/${office.id}/delivery`,
    stored: office.delivery,
    send: (changed) =>
      request<OfficeDetail>('PATCH', `/api/offices/${encodeURIComponent(office.id)}`, { delivery: { ...office.delivery, ...changed }, rev: office.rev }).catch((error: unknown) => {
        throw withoutPrefix(error);
      }),
    onSaved: useKeepOffice(),
    onConflict: () => void queries.invalidateQueries({ queryKey: officeKey(office.id) }),
  });
  const by = useLastEditor('unit', office.id, office.rev, edit.clashes.length > 0);
  return (
    <form
      className="sheet offices-sheet"
      aria-label={t('delivery.settings.tab')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <DeliveryFields edit={edit} by={by} />
      <EditFoot edit={edit} />
    </form>
  );
}
