import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ImportPatch, ImportRow, ImportView } from '../../../server/contract/imports.ts';
import { request } from '../app/request.ts';

/** How often one looks at what goes on, ms. */
const lookEveryMs = 600;

/** Of one import; its rows are kept under it. */
export const importKey = (id: string) => ['imports', id] as const;
const moves = (state: ImportView['state'] | undefined): boolean => state === 'reading' || state === 'writing';

/** One import, looked at again and again while it moves. */
export function useImport(id: string | null) {
  return useQuery({
    queryKey: importKey(id ?? ''),
    queryFn: () => request<ImportView>('GET', `/api/imports/${id ?? ''}`),
    enabled: id !== null,
    refetchInterval: ({ state }) => (moves(state.data?.state) ? lookEveryMs : false),
  });
}

/** Changes to an import; the page shows what the server answers. */
export function useImportActs(id: string) {
  const queries = useQueryClient();
  const keep = (view: ImportView): void => void queries.setQueryData(importKey(id), view);
  const change = useMutation({ 
    mutationFn: (patch: ImportPatch) => request<ImportView>('PATCH', `/api/imports/${id}`, patch),
    // What was chosen stands at once; what was refused goes back to what the server has.
    onMutate: ({ mode, mapping }) =>
      queries.setQueryData<ImportView>(importKey(id), (view) => view && { ...view, ...(mode && { mode }), ...(mapping && { columns: view.columns.map((column, index) => ({ ...column, field: mapping[index] ?? null })) }) }),
    onSuccess: keep,
    onError: () => queries.invalidateQueries({ queryKey: importKey(id) }),
  });
  const apply = useMutation({ mutationFn: () => request<ImportView>('POST', `/api/imports/${id}/apply`, {}), onSuccess: keep, onError: () => queries.invalidateQueries({ queryKey: importKey(id) }) });
  const discard = useMutation({ mutationFn: () => request<undefined>('DELETE', `/api/imports/${id}`), onSuccess: () => queries.removeQueries({ queryKey: importKey(id) }) });
  return { change, apply, discard };
}

/** Which rows the preview lists; `errors`: bad ones and doubles. */
export type RowsShown = 'all' | 'errors' | 'new' | 'changed' | 'same';

/** Rows of the preview, page by page; asked anew after each change of what the columns mean. */
export function useImportRows({ id, columns, file, counts }: ImportView, show: RowsShown) {
  const reading = JSON.stringify([columns.map(({ field }) => field), file?.sheet, file?.headingRow, counts]);
  return useInfiniteQuery({
    queryKey: [...importKey(id), 'rows', show, reading],
    queryFn: ({ pageParam }) => request<{ items: ImportRow[]; next?: string }>('GET', `/api/imports/${id}/rows?show=${show}&limit=50${pageParam === null ? '' : `&cursor=${pageParam}`}`),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
}
