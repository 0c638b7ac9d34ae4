import type { ReactNode } from 'react';

interface BarKeyProps {
  icon?: ReactNode;
  label: string;
  /** As printed on the key. */
  press: string;
  look?: 'plain' | 'primary' | 'end' | 'chosen';
  disabled?: boolean;
  onPress: () => void;
}

/** One key of the phone. */
export function BarKey({ icon, label, press, look = 'plain', disabled = false, onPress }: BarKeyProps) {
  return (
    <button type="button" className={`bar-key ${look}`} disabled={disabled} aria-pressed={look === 'chosen' ? true : undefined} onClick={onPress}>
      <span className="bar-key-label">
        {icon}
        {label}
      </span>
      {press !== '' && <kbd>{press}</kbd>}
    </button>
  );
}
