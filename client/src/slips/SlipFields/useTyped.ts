import { useState } from 'react';
import { useFocusedField } from './useFocusedField.ts';

interface TypedOptions {
  /** What the field shows while nobody is in it. */
  shown: string;
  /** What it shows to whoever enters it. */
  editable: string;
  /** The value with what was typed here laid over it. */
  value: string;
  /** Whether that value is still on its way to the server. */
  isPending: boolean;
  /** What was typed last, and what the server made of it. */
  echo: { typed: string; stored: string } | undefined;
  stored: string;
  onEdit: (text: string, seen: string) => void;
}

/** `text`: what the field is to show. `change` takes the whole text; while an input method is at work it is shown and not stored. */
export interface Typed {
  text: string;
  isFocused: boolean;
  change: (text: string) => void;
  /** For the input's element. */
  handlers: {
    onFocus: (event: React.FocusEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
    onBlur: () => void;
    onCompositionStart: () => void;
    onCompositionEnd: (event: React.CompositionEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  };
}

/**
 * The text of a field: what is being typed stays as it was typed until the field is left, whatever the server makes of it; what somebody else writes
 * meanwhile appears, unless an input method is at work. Its half-made letters are nobody's text and are not sent.
 */
export function useTyped({ shown, editable, value, isPending, echo, stored, onEdit }: TypedOptions): Typed {
  const [typed, setTyped] = useState<string | null>(null);
  const { isFocused, onFocus, onBlur } = useFocusedField();
  /** The value before the eyes when the input method began; null while it is not at work. */
  const [composingOver, setComposingOver] = useState<string | null>(null);
  const isMine = typed !== null && (isPending ? value === typed : echo?.typed === typed && echo.stored === stored);
  const text = typed !== null && (composingOver !== null || isMine) ? typed : isFocused ? editable : shown;

  return {
    text,
    isFocused,
    change(next) {
      setTyped(next);
      if (composingOver === null) onEdit(next, stored);
    },
    handlers: {
      onFocus,
      onBlur() {
        onBlur();
        setTyped(null);
        setComposingOver(null);
      },
      onCompositionStart: () => setComposingOver(stored),
      onCompositionEnd(event) {
        const next = event.currentTarget.value;
        const seen = composingOver ?? stored;
        setComposingOver(null);
        setTyped(next);
        if (next !== value) onEdit(next, seen);
      },
    },
  };
}
