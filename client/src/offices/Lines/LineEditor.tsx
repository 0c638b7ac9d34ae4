import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { LineView } from '../../../../server/contract/line.ts';
import { officesKey } from '../../app/offices.ts';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { useLastEditor } from '../../edit/useLastEditor.ts';
import { emptyLineForm, lineFormOf, linePatchOf } from './lineForm.ts';
import { LineFields } from './LineFields.tsx';

/** A line, or with null one that is being made. */
export function LineEditor({ line, unitId }: { line: LineView | null; unitId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const reread = (): void => void queries.invalidateQueries({ queryKey: officesKey });
  const edit = useEdit({
    name: `lines/${line?.id ?? `new ${unitId}`}`,
    stored: line ? lineFormOf(line) : emptyLineForm,
    send: async (changed) => {
      if (line) return request<LineView>('PATCH', `/api/lines/${encodeURIComponent(line.id)}`, { ...linePatchOf(changed), rev: line.rev });
      return request<LineView>('POST', '/api/lines', { ...linePatchOf({ ...emptyLineForm, ...changed }), unitId });
    },
    onSaved: async (saved) => {
      await queries.invalidateQueries({ queryKey: officesKey });
      if (!line) goTo(`/offices/${unitId}/lines/${saved.id}`);
    },
    onConflict: reread,
  });
  const by = useLastEditor('line', line?.id ?? '', line?.rev ?? 0, line !== null && edit.clashes.length > 0);
  return (
    <form
      aria-label={line ? line.number : t('offices.lines.add')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <LineFields edit={edit} by={by} />
      <EditFoot edit={edit} {...(!line && { create: t('offices.create') })} />
    </form>
  );
}
