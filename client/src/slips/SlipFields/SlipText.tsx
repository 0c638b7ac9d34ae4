import { Input } from 'antd';
import { useState } from 'react';

interface SlipTextProps {
  id: string;
  label: string;
  value: string;
  /** The value as it is shown while nobody types in it. */
  shown?: string;
  placeholder: string;
  isMissing: boolean;
  isArea?: boolean;
  isLocked: boolean;
  maxLength: number;
  onEdit: (text: string) => void;
  onFocus?: () => void;
}

/** One value of the slip. What is being typed stays as it was typed until the field is left, whatever the server makes of it. */
export function SlipText({ id, label, value, shown = value, placeholder, isMissing, isArea = false, isLocked, maxLength, onEdit, onFocus }: SlipTextProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const variant: 'outlined' | 'underlined' = isMissing || isArea ? 'outlined' : 'underlined';
  const common = {
    id,
    'aria-label': label,
    value: typed ?? shown,
    placeholder,
    maxLength,
    readOnly: isLocked,
    className: isMissing ? 'slip-box' : 'slip-line',
    variant,
    onFocus: () => {
      if (!isLocked) setTyped(value);
      onFocus?.();
    },
    onBlur: () => setTyped(null),
  };
  const change = (text: string): void => {
    setTyped(text);
    onEdit(text);
  };
  if (isArea) return <Input.TextArea {...common} dir="auto" autoSize={{ minRows: 2, maxRows: 6 }} onChange={(event) => change(event.target.value)} />;
  return <Input {...common} dir="auto" autoComplete="off" onChange={(event) => change(event.target.value)} />;
}
