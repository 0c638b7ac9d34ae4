import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

interface SayWordsProps {
  label: string;
  go: string;
  /** Nothing is done without a word. */
  isNeeded?: boolean;
  isBusy: boolean;
  onSay: (words: string) => void;
  onLeave: () => void;
}

/** A sentence that goes with an act. */
export function SayWords({ label, go, isNeeded = false, isBusy, onSay, onLeave }: SayWordsProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  return (
    <form
      className="slip-act-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isNeeded || words.trim() !== '') onSay(words.trim());
      }}
    >
      <Input autoFocus aria-label={label} placeholder={label} value={words} maxLength={isNeeded ? 200 : 500} autoComplete="off" readOnly={isBusy} onChange={(event) => setWords(event.target.value)} />
      <Button size="small" htmlType="submit" disabled={isNeeded && words.trim() === ''} loading={isBusy}>
        {go}
      </Button>
      <Button size="small" type="text" onClick={onLeave}>
        {t('delivery.act.leave')} <kbd>Esc</kbd>
      </Button>
    </form>
  );
}
