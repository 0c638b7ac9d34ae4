import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Where a place in the old text is in the new one, which differs from it in one piece. */
export function placeIn(next: string, before: string, place: number): number {
  if (place === before.length) return next.length;
  let same = 0;
  while (same < before.length && same < next.length && before[same] === next[same]) same++;
  return place <= same ? place : Math.max(same, next.length - (before.length - place));
}

/** `isFocused` comes true one frame after the browser's own focus. The handlers belong on the field. */
export interface FocusedField {
  isFocused: boolean;
  onFocus: (event: React.FocusEvent<Field>) => void;
  onBlur: () => void;
}

/**
 * Whether somebody is in a field that then shows another text. The browser puts the caret, or selects all for the Tab key, after it tells that the field
 * was entered: only then is the text changed, and the selection put back, so that he who came to write over it does so.
 */
export function useFocusedField(): FocusedField {
  const [isFocused, setFocused] = useState(false);
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  return {
    isFocused,
    onFocus(event) {
      const field = event.currentTarget;
      frame.current = requestAnimationFrame(() => {
        const { value, selectionStart, selectionEnd } = field;
        flushSync(() => setFocused(true));
        if (field.value !== value && document.activeElement === field) field.setSelectionRange(placeIn(field.value, value, selectionStart ?? 0), placeIn(field.value, value, selectionEnd ?? 0));
      });
    },
    onBlur() {
      cancelAnimationFrame(frame.current);
      setFocused(false);
    },
  };
}
