import { Input } from 'antd';
import { useRef, useState } from 'react';
import type { InputRef } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { goTo } from '../route.ts';

/** Finds messages, calls, people and residents. In a call the same key finds people: the desk takes it first. Where the screen has no room for the field, the key opens the page. */
export function TopSearch() {
  const { t } = useTranslation();
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const isFree = useDeskMode() === 'idle';
  const begin = (): void => {
    const field = input.current?.input;
    if (field?.checkVisibility()) field.focus();
    else goTo('/search');
  };
  useDeskKeys(isFree ? { 'Ctrl K': begin } : {});
  return (
    <form
      className="top-search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        const asked = text.trim();
        if (asked === '') return;
        goTo(`/search?q=${encodeURIComponent(asked)}`);
        setText('');
      }}
    >
      <Input ref={input} variant="filled" value={text} onChange={(event) => setText(event.target.value)} placeholder={t('search.top')} aria-label={t('search.top')} suffix={<kbd>Ctrl K</kbd>} maxLength={100} autoComplete="off" />
    </form>
  );
}
