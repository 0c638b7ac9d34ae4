import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from './useTyped.ts';

interface SlipTextProps {
  id: string;
  label: string;
  value: string;
  stored: string;
  isPending: boolean;
  echo: { typed: string; stored: string } | undefined;
  /** The value as it is shown while nobody is in the field. */
  shown?: string;
  /** The value as it is shown to whoever enters the field. */
  editable?: string;
  placeholder: string;
  isMissing: boolean;
  isArea?: boolean;
  isLocked: boolean;
  maxLength: number;
  /** Said below the field while nobody is in it. */
  note?: string | null;
  onEdit: (text: string, seen: string) => void;
}

/** One value of the slip. */
export function SlipText({ id, label, value, stored, isPending, echo, shown = value, editable = shown, placeholder, isMissing, isArea = false, isLocked, maxLength, note = null, onEdit }: SlipTextProps) {
  const { t } = useTranslation();
  const [isCut, setCut] = useState(false);
  // On paper a long name has as many lines as it needs. Once it can be written it is a line, and stays one: a field is not exchanged under the hand that is in it.
  const [isPaper, setPaper] = useState(isLocked);
  if (isPaper && !isLocked) setPaper(false);
  const { text, isFocused, change, handlers } = useTyped({ shown, editable, value, isPending, echo, stored, onEdit });
  const noteId = `${id}-note`;
  const said = isCut ? t('slip.tooLong', { n: maxLength }) : isFocused ? null : note;
  const common = {
    id,
    'aria-label': label,
    'aria-describedby': said ? noteId : undefined,
    value: text,
    placeholder,
    readOnly: isLocked,
    className: isMissing ? 'slip-box' : 'slip-line',
    variant: isMissing || isArea ? ('outlined' as const) : ('underlined' as const),
    dir: 'auto',
    onChange(event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) {
      const typed = event.target.value;
      // The browser's own limit would cut a pasted text without a word.
      setCut(typed.length > maxLength);
      change(typed.slice(0, maxLength).replace(/[\ud800-\udbff]$/, ''));
    },
    ...handlers,
  } as const;
  return (
    <div className="slip-value">
      {isPaper && !isArea ? <Input.TextArea {...common} autoSize={{ minRows: 1 }} /> : isArea ? <Input.TextArea {...common} autoSize={{ minRows: 2, ...(isPaper ? {} : { maxRows: 6 }) }} /> : <Input {...common} autoComplete="off" />}
      {said && (
        <p id={noteId} className="slip-note" role={isCut ? 'alert' : undefined}>
          {said}
        </p>
      )}
    </div>
  );
}
