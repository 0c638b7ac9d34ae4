import type { SelectHTMLAttributes } from 'react';
import './timeSelect.css';

const stepMinutes = 15;
const two = (value: number): string => String(value).padStart(2, '0');

/** 09:00 */
export const minuteWord = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

interface TimeSelectProps extends Omit<SelectHTMLAttributes<HTMLSelectElement>, 'value' | 'onChange'> {
  /** Minutes from midnight. */
  value: number;
  onChange: (minute: number) => void;
  /** 24:00 ends a day. */
  withMidnight?: boolean;
}

/** A time of day in quarters of an hour; the wheel of a telephone, the keys of a desk. What stands there already need not be a quarter. */
export function TimeSelect({ value, onChange, withMidnight = false, className = '', ...rest }: TimeSelectProps) {
  const quarters = Array.from({ length: 1440 / stepMinutes + (withMidnight ? 1 : 0) }, (_, at) => at * stepMinutes);
  const minutes = quarters.includes(value) ? quarters : [...quarters, value].sort((a, b) => a - b);
  return (
    <select {...rest} className={`time-select ${className}`} value={value} onChange={(event) => onChange(Number(event.target.value))}>
      {minutes.map((minute) => (
        <option key={minute} value={minute}>
          {minuteWord(minute)}
        </option>
      ))}
    </select>
  );
}
