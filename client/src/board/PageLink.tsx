import type { ReactNode } from 'react';
import { goTo } from '../app/route.ts';

/** A link to one of our pages, without loading the console again; with Ctrl it opens a second window as links do. */
export function PageLink({ to, className, isRow = false, children }: { to: string; className?: string; isRow?: boolean; children: ReactNode }) {
  return (
    <a
      href={to}
      className={className}
      {...(isRow ? { 'data-row': '' } : {})}
      onClick={(event) => {
        event.stopPropagation();
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        goTo(to);
      }}
    >
      {children}
    </a>
  );
}
