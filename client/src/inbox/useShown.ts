import { useEffect } from 'react';
import type { RefObject } from 'react';
import type { Slip } from '../../../server/contract/slip.ts';
import { request } from '../app/request.ts';

/** What was said already, by message and round. */
const said = new Set<string>();

/** Says once that a message which is under way stood in the inbox before somebody's eyes: in sight, in a window that is seen. */
export function useShown(row: RefObject<Element | null>, { id, delivery }: Slip): void {
  const key = delivery === undefined || delivery.acknowledged || delivery.done ? null : `${id} ${delivery.round}`;
  useEffect(() => {
    const element = row.current;
    if (key === null || said.has(key) || !element) return;
    let isInSight = false;
    const say = (): void => {
      if (!isInSight || document.visibilityState !== 'visible' || said.has(key)) return;
      said.add(key);
      // What did not arrive is said when it is seen again.
      request<Slip>('POST', `/api/slips/${encodeURIComponent(id)}/shown`, {}).catch(() => said.delete(key));
    };
    const watch = new IntersectionObserver((entries) => {
      isInSight = entries.some(({ isIntersecting }) => isIntersecting);
      say();
    });
    watch.observe(element);
    document.addEventListener('visibilitychange', say);
    return () => {
      watch.disconnect();
      document.removeEventListener('visibilitychange', say);
    };
  }, [row, key, id]);
}
