import { useQuery } from '@tanstack/react-query';
import type { AuditEntry, AuditKind } from '../../../server/contract/audit.ts';
import { request } from '../app/request.ts';

/** Who edited this record last, by the audit log; null while nobody asks, or where the log does not say. */
export function useLastEditor(kind: AuditKind, id: string, rev: number, isAsked: boolean): string | null {
  const { data } = useQuery({
    queryKey: ['audit', kind, id, rev],
    queryFn: () => request<{ items: AuditEntry[] }>('GET', `/api/audit?kind=${kind}&subjectId=${encodeURIComponent(id)}&limit=1`),
    enabled: isAsked,
  });
  return data?.items[0]?.by?.name ?? null;
}
