/**
 * Enter in a line goes to the next field that is still missing, from there around again; when nothing is missing, to the key that finishes the slip.
 * In the message it is a new line, on a key it presses the key.
 */
export function focusNextMissing(event: React.KeyboardEvent, form: HTMLElement | null): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  if (!form || !(target instanceof HTMLInputElement) || !form.contains(target)) return;
  event.preventDefault();
  const rows = [...form.querySelectorAll<HTMLElement>('[data-field]')];
  const here = rows.findIndex((row) => row.contains(target));
  const following = [...rows.slice(here + 1), ...rows.slice(0, here)].find((row) => row.dataset['missing'] === 'true');
  const next = following?.querySelector<HTMLElement>('input, textarea, button[tabindex="0"]') ?? form.querySelector<HTMLElement>('[data-key=finish]');
  next?.focus();
}
