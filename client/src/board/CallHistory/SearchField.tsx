import { Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** A hand that types on is waited for, ms. */
const pauseMs = 250;
const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'));

/** What is looked for, in the history's words; `/` comes here from anywhere on the page. */
export function SearchField({ value, onSearch, onDown }: { value: string; onSearch: (q: string) => void; onDown: () => void }) {
  const { t } = useTranslation();
  const input = useRef<InputRef>(null);
  const [typed, setTyped] = useState(value);
  const [isComposing, setIsComposing] = useState(false);
  const [kept, setKept] = useState(value);
  // The address may change by other hands than this field: the back key, the field in the top band.
  if (kept !== value) {
    setKept(value);
    if (typed.trim() !== value) setTyped(value);
  }
  const search = useEffectEvent(() => {
    if (typed.trim() !== value) onSearch(typed.trim());
  });
  useEffect(() => {
    if (isComposing) return;
    const timer = setTimeout(search, pauseMs);
    return () => clearTimeout(timer);
  }, [typed, isComposing]);
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
      className="calls-search"
      role="searchbox"
      aria-label={t('calls.search')}
      placeholder={t('calls.search')}
      value={typed}
      suffix={<kbd>/</kbd>}
      maxLength={100}
      autoComplete="off"
      allowClear
      onChange={(event) => setTyped(event.target.value)}
      onCompositionStart={() => setIsComposing(true)}
      onCompositionEnd={() => setIsComposing(false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter' && typed.trim() !== value) onSearch(typed.trim());
        if (event.key !== 'ArrowDown') return;
        event.preventDefault();
        onDown();
      }}
    />
  );
}
