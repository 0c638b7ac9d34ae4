import { Button, Input } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { calendarFaultCode } from '../../../../server/contract/leave.ts';
import type { CalendarFault } from '../../../../server/contract/leave.ts';
import { Refusal } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { shortWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import { useChangePresence, usePresence } from '../usePresence.ts';
import './calendarSource.css';

/** What the server said of a calendar that it would not take; null when it said something else. */
function faultOf(error: unknown): CalendarFault | null {
  if (!(error instanceof Refusal)) return null;
  if (error.code === 'too_large') return { code: 'too-large', line: null, detail: '' };
  const code = calendarFaultCode.safeParse(error.fields['ics'] ?? error.fields['url']).data;
  return code ? { code, line: error.fields['line'] === undefined ? null : Number(error.fields['line']), detail: error.fields['detail'] ?? '' } : null;
}

/** Busy times read from a calendar: a file that is brought here, or an address that is asked every quarter of an hour. */
export function CalendarSource({ staffId }: { staffId: string }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { data } = usePresence(staffId);
  const change = useChangePresence(staffId);
  const file = useRef<HTMLInputElement>(null);
  const [url, setUrl] = useState('');
  const urlId = useId();
  if (!data?.mayChange) return null;
  const { calendar } = data;
  const faultWord = ({ code, line, detail }: CalendarFault): string => `${line === null ? '' : t('whereabouts.line', { line })}${t(`whereabouts.calendarFaults.${code}`, { detail })}`;
  const refused = change.isError ? faultOf(change.error) : null;
  const when = (at: number): string => shortWhen(at, serverNow(), uiLanguage());
  return (
    <section className="calendar-source">
      <h2>{t('whereabouts.calendar')}</h2>
      <p className="quiet">{t('whereabouts.calendarHint')}</p>
      {calendar && (
        <div className="calendar-state" role="status">
          <p>
            <b>{calendar.kind === 'file' ? t('whereabouts.fromFile') : t('whereabouts.fromAddress', { host: calendar.host ?? '' })}</b>{' '}
            {calendar.readAt !== null && t('whereabouts.readAt', { when: when(calendar.readAt), n: calendar.busy })}
          </p>
          {calendar.fault && (
            <p className="calendar-fault">
              {t('whereabouts.lastTry', { when: when(calendar.fault.at) })}
              {faultWord(calendar.fault)} {t('whereabouts.oldKept')}
            </p>
          )}
          <Button size="small" loading={change.isPending && change.variables.method === 'DELETE'} onClick={() => change.mutate({ method: 'DELETE', path: 'calendar' })}>
            {t('whereabouts.noCalendar')}
          </Button>
        </div>
      )}
      <div className="calendar-ways">
        <input
          ref={file}
          type="file"
          accept=".ics,text/calendar"
          className="seen-by-readers"
          aria-label={t('whereabouts.chooseFile')}
          tabIndex={-1}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            // The same file may be chosen again after it was mended.
            event.target.value = '';
            if (chosen) change.mutate({ method: 'PUT', path: 'calendar', body: chosen });
          }}
        />
        <Button onClick={() => file.current?.click()} loading={change.isPending && change.variables.body instanceof Blob}>
          {t('whereabouts.chooseFile')}
        </Button>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            change.mutate({ method: 'PUT', path: 'calendar', body: { url: url.trim() } }, { onSuccess: () => setUrl('') });
          }}
        >
          <label htmlFor={urlId} className="seen-by-readers">
            {t('whereabouts.address')}
          </label>
          <Input id={urlId} value={url} placeholder={t('whereabouts.address')} inputMode="url" autoComplete="off" maxLength={2000} onChange={(event) => setUrl(event.target.value)} />
          <Button htmlType="submit" disabled={url.trim() === ''} loading={change.isPending && change.variables.method === 'PUT' && !(change.variables.body instanceof Blob)}>
            {t('whereabouts.subscribe')}
          </Button>
        </form>
      </div>
      {change.isError && <p role="alert">{t('whereabouts.notKept', { why: refused ? faultWord(refused) : reason(change.error) })}</p>}
    </section>
  );
}
