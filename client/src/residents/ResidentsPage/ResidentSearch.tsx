import { Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** Finds as one types; `/` comes here from anywhere on the page, ↓ goes into the list. */
export function ResidentSearch({ value, onSearch, onDown }: { value: string; onSearch: (text: string) => void; onDown: () => void }) {
  const { t } = useTranslation();
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
      className="resident-search"
      role="searchbox"
      aria-label={t('residents.search')}
      placeholder={t('residents.search')}
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
