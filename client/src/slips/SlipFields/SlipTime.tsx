import { Input } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import { readTime } from '../calledAt/readTime.ts';
import { daysOn, instantOf, wallTimeAt } from '../calledAt/wallClock.ts';
import { forgetTyped, keepTyped, typedBefore } from '../calledAt/unreadTime.ts';
import { writeTime } from '../calledAt/writeTime.ts';
import { useFocusedField } from './useFocusedField.ts';

interface SlipTimeProps {
  slipId: string;
  /** ISO 8601; empty when the time is missing. */
  value: string;
  /** IANA name of the office's zone: never this computer's. */
  zone: string | undefined;
  officeName: string;
  label: string;
  isMissing: boolean;
  isLocked: boolean;
  onEdit: (value: string) => void;
  /** `more` is said and offered below the row, in its full width. */
  children: (input: ReactNode, more: ReactNode) => ReactNode;
}

const minuteMs = 60_000;

/** Field 7, written as people write times or moved by keys; a text that is no time is kept until it is one, and the slip keeps the time it had. */
export function SlipTime({ slipId, value, zone, officeName, label, isMissing, isLocked, onEdit, children }: SlipTimeProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(() => typedBefore(slipId));
  const { isFocused, onFocus, onBlur } = useFocusedField();
  const [isComposing, setComposing] = useState(false);
  const now = serverNow();
  const parsed = Date.parse(value);
  const at = Number.isNaN(parsed) ? null : parsed;
  const write = (hasWeekday: boolean): string => (at === null ? value : writeTime(at, now, zone, uiLanguage(), hasWeekday));
  const read = (text: string): number | null => readTime(text, { now, at, zone, isMonthFirst: uiLanguage() !== 'en' });
  const isUnread = typed !== null && typed.trim() !== '' && read(typed) === null;

  const change = (text: string): void => {
    setTyped(text);
    const meant = read(text);
    if (meant === null) keepTyped(slipId, text);
    else forgetTyped(slipId);
    if (meant !== null && !isComposing) save(meant);
  };
  const save = (instant: number): void => {
    // The clock's own time has seconds: whoever writes the same minute changes nothing.
    if (at === null || Math.floor(instant / minuteMs) !== Math.floor(at / minuteMs)) onEdit(new Date(instant).toISOString());
  };
  const settle = (): void => {
    setTyped(null);
    forgetTyped(slipId);
  };
  const moveTo = (instant: number): void => {
    settle();
    save(instant);
  };
  const from = at ?? Math.floor(now / minuteMs) * minuteMs;
  const byDays = (days: number): number => instantOf(daysOn(wallTimeAt(from, zone), days), zone);
  const noteId = 'slip-calledAt-note';
  const more = useRef<HTMLDivElement>(null);
  const isOpen = (isFocused && !isLocked) || isUnread || (at !== null && at > now + minuteMs && !isLocked);
  useEffect(() => {
    if (isFocused && isOpen) more.current?.scrollIntoView({ block: 'nearest' });
  }, [isFocused, isOpen]);

  const input = (
    <Input
      id="slip-calledAt"
      aria-label={label}
      aria-invalid={isUnread}
      aria-describedby={isOpen ? noteId : undefined}
      value={typed ?? write(!isFocused)}
      readOnly={isLocked}
      variant={isMissing || isUnread ? 'outlined' : 'underlined'}
      className={isMissing || isUnread ? 'slip-box' : 'slip-line'}
      dir="auto"
      autoComplete="off"
      onChange={(event) => change(event.target.value)}
      onFocus={onFocus}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={(event) => {
        setComposing(false);
        const meant = read(event.currentTarget.value);
        if (meant !== null) save(meant);
      }}
      onBlur={() => {
        onBlur();
        if (!isUnread) settle();
      }}
      onKeyDown={(event) => {
        const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
        if (step === 0 || isLocked || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        moveTo(from + step * minuteMs);
      }}
    />
  );
  return children(
    input,
    isOpen && (
      <div className="slip-time-more" ref={more} onMouseDown={(event) => event.preventDefault()}>
        <p id={noteId} className="slip-note">
          <span role="alert">
            {isUnread && `${t('slip.time.unread', { time: write(true) })} `}
            {!isUnread && at !== null && at > now + minuteMs && t('slip.time.later')}
          </span>
          {isFocused && t('slip.time.hint', { office: officeName || t('slip.time.officeClock') })}
        </p>
        <div className="slip-time-keys">
          {isUnread && (
            <button type="button" onClick={settle}>
              {t('slip.time.keep', { time: write(true) })}
            </button>
          )}
          {isFocused &&
            (
              [
                ['earlier', from - minuteMs],
                ['afterwards', from + minuteMs],
                ['dayBefore', byDays(-1)],
                ['dayAfter', byDays(1)],
                ['now', Math.floor(now / minuteMs) * minuteMs],
              ] as const
            ).map(([name, instant]) => (
              <button key={name} type="button" tabIndex={-1} onClick={() => moveTo(instant)}>
                {t(`slip.time.${name}`)}
              </button>
            ))}
        </div>
      </div>
    ),
  );
}
