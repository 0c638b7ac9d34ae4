import type { KeyboardEvent } from 'react';

const rowsIn = (area: Element): HTMLElement[] => [...area.querySelectorAll<HTMLElement>('[data-row]')];

/**
 * Arrows, Home and End go from row to row inside of the nearest `[data-rows]`; each row has one link `[data-row]`. Letters on a row press the
 * button of that row that carries them in `data-key`. Keys in a form under a row are the form's.
 */
export function rowKeys(event: KeyboardEvent<HTMLElement>): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.nativeEvent.isComposing) return;
  const { target, currentTarget } = event;
  if (!(target instanceof HTMLElement) || target.matches('input, textarea, select') || target.closest('form')) return;
  const row = target.closest('[data-row-of]');
  const rows = rowsIn(currentTarget);
  const place = rows.findIndex((one) => row?.contains(one));
  if (place < 0) return;
  const to = event.key === 'ArrowDown' ? place + 1 : event.key === 'ArrowUp' ? place - 1 : event.key === 'Home' ? 0 : event.key === 'End' ? rows.length - 1 : null;
  const next = to === null ? undefined : rows[to];
  if (next) {
    event.preventDefault();
    next.focus();
    return;
  }
  if (to !== null || event.repeat) return;
  const button = row?.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!button) return;
  event.preventDefault();
  button.click();
}

/** Into the list, from the field above it. */
export function firstRow(area: Element | null): void {
  if (area) rowsIn(area)[0]?.focus();
}
