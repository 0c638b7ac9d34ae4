import { Input } from 'antd';
import { useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { goTo } from '../route.ts';

/** Finds calls by a name, any part of a number, an address, or words written down. In a call the same key finds people: the desk takes it first. */
export function TopSearch() {
  const { t } = useTranslation();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const isFree = useDeskMode() === 'idle';
  useDeskKeys(isFree ? { 'Ctrl K': () => input.current?.focus() } : {});
  return (
    <form
      className="top-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const asked = text.trim();
        if (asked !== '') goTo(`/calls?q=${encodeURIComponent(asked)}`);
      }}
    >
      <Input ref={input} variant="filled" value={text} onChange={(event) => setText(event.target.value)} placeholder={t('calls.search')} aria-label={t('calls.search')} suffix={<kbd>Ctrl K</kbd>} maxLength={100} autoComplete="off" />
    </form>
  );
}
