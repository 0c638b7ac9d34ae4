import { Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef } from 'react';

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

interface ListSearchProps {
  className: string;
  label: string;
  /** What may be typed; the label unless told. */
  hint?: string;
  value: string;
  onSearch: (text: string) => void;
  /** ↓: into the list. */
  onDown: () => void;
}

/** The search line above a list: finds as one types; `/` comes here from anywhere on the page, ↓ goes into the list. */
export function ListSearch({ className, label, hint = label, value, onSearch, onDown }: ListSearchProps) {
  const input = useRef<InputRef>(null);
  useEffect(() => {
    const slash = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus({ cursor: 'all' });
    };
    window.addEventListener('keydown', slash);
    return () => window.removeEventListener('keydown', slash);
  }, []);
  return (
    <Input
      ref={input}
      className={className}
      role="searchbox"
      aria-label={label}
      placeholder={hint}
      suffix={<kbd>/</kbd>}
      maxLength={100}
      autoComplete="off"
      allowClear
      value={value}
      onChange={(event) => onSearch(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'ArrowDown' || event.nativeEvent.isComposing) return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
