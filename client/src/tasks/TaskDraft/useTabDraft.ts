import { useState } from 'react';
import { useSession } from '../../app/session.ts';
import { keepTabDraft, tabDraft } from './tabDrafts.ts';

/** `write` lays a part over the draft and keeps it. */
export interface TabDraft<T> {
  draft: T;
  write: (part: Partial<T>) => void;
  /** It was kept, or is not wanted. */
  forget: () => void;
}

/** What somebody writes, under one name: it outlives its form, its page and a reload in this tab. `blank`: nothing written. */
export function useTabDraft<T extends object>(name: string, blank: T): TabDraft<T> {
  const me = useSession().data?.user.id ?? '';
  const [draft, setDraft] = useState<T>(() => ({ ...blank, ...tabDraft(me, name) }));
  const keep = (next: T): void => {
    setDraft(next);
    keepTabDraft(me, name, JSON.stringify(next) === JSON.stringify(blank) ? null : next);
  };
  return { draft, write: (part) => keep({ ...draft, ...part }), forget: () => keep(blank) };
}
