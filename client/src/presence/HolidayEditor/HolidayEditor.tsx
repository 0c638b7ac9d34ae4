import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../../../server/contract/hours.ts';
import type { SpecialDaysReply } from '../../../../server/contract/specialDays.ts';
import { dayOf } from '../../board/dayRange.ts';
import { Refusal, request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { dayAndWeekday } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { serverNow } from '../../live/serverClock.ts';
import './holidayEditor.css';

const byDate = (days: readonly CalendarDay[]): CalendarDay[] => [...days].sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
const yearOf = ({ date }: CalendarDay): string => date.slice(0, 4);

/** The holidays and swapped days of an office, by year: its country's official ones until it changes one. Kept together, by revision. */
export function HolidayEditor({ officeId }: { officeId: string }) {
  const { t } = useTranslation();
  const reason = useReason();
  const path = `/api/offices/${encodeURIComponent(officeId)}/special-days`;
  const { data, error } = useQuery({ queryKey: ['offices', 'special-days', officeId], queryFn: () => request<SpecialDaysReply>('GET', path) });
  if (!data) return error ? <p role="alert">{t('errors.load', { why: reason(error) })}</p> : null;
  return <Loaded key={officeId} path={path} officeId={officeId} stored={data} />;
}

/** What a hand made of the list, and of which revision. */
interface Draft {
  rev: number;
  /** Null: the official days only. */
  days: CalendarDay[] | null;
}

function Loaded({ path, officeId, stored }: { path: string; officeId: string; stored: SpecialDaysReply }) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const thisYear = dayOf(serverNow(), officeZone()).slice(0, 4);
  const [draft, setDraft] = useState<Draft | null>(null);
  const [year, setYear] = useState(thisYear);
  const [added, setAdded] = useState('');
  const saving = useMutation({
    mutationFn: ({ rev, days }: Draft) => request<SpecialDaysReply>('PUT', path, { rev, days }),
    onSuccess(reply) {
      queries.setQueryData(['offices', 'special-days', officeId], reply);
      setDraft(null);
      return queries.invalidateQueries({ queryKey: ['offices'] });
    },
  });
  const days = byDate(draft ? (draft.days ?? stored.official) : stored.days);
  const isOwn = draft ? draft.days !== null : stored.isOwn;
  const next = String(Number(thisYear) + 1);
  const years = [...new Set([...days.map(yearOf), thisYear, next])].sort();
  const officialYears = [...new Set(stored.official.map(yearOf))].sort();
  const isClash = saving.error instanceof Refusal && saving.error.code === 'conflict';

  const set = (changed: CalendarDay[] | null): void => {
    saving.reset();
    setDraft({ rev: draft?.rev ?? stored.rev, days: changed });
  };
  const amend = (day: CalendarDay, change: Partial<CalendarDay>): void => set(days.map((one) => (one === day ? { ...one, ...change } : one)));
  const add = (): void => {
    if (added === '') return;
    if (!days.some(({ date }) => date === added)) set([...days, { date: added, works: false, name: '' }]);
    setYear(added.slice(0, 4));
    setAdded('');
  };
  const shown = days.filter((day) => yearOf(day) === year);
  const word = (): string => {
    if (isClash) return t('whereabouts.holidays.clash');
    if (saving.isError) return t('whereabouts.holidays.notKept', { why: reason(saving.error) });
    return draft ? t('whereabouts.holidays.unsaved') : saving.isSuccess ? t('whereabouts.holidays.saved') : '';
  };

  return (
    <form
      className="holidays"
      onSubmit={(event) => {
        event.preventDefault();
        if (draft) saving.mutate(draft);
      }}
    >
      <h2>{t('whereabouts.holidays.title')}</h2>
      <p className="quiet">{t(isOwn ? 'whereabouts.holidays.ownNow' : stored.official.length > 0 ? 'whereabouts.holidays.officialNow' : 'whereabouts.holidays.noOfficial')}</p>
      {stored.missingYear !== null && (
        <p className="holidays-missing" role="note">
          {t('whereabouts.holidays.notKnown', { year: stored.missingYear })}
        </p>
      )}
      <Segmented aria-label={t('whereabouts.holidays.year')} value={year} options={years} onChange={setYear} />
      {shown.length === 0 && <p className="quiet">{t('whereabouts.holidays.none')}</p>}
      <ul>
        {shown.map((day) => {
          const at = days.indexOf(day);
          return (
            <li key={at}>
              <span>
                <b>{dayAndWeekday(Date.parse(`${day.date}T12:00:00Z`), uiLanguage(), 'UTC')}</b>
              </span>
              <select className="time-select" aria-label={`${day.date} ${t('whereabouts.holidays.what')}`} value={day.works ? 'works' : 'off'} onChange={(event) => amend(day, { works: event.target.value === 'works' })}>
                <option value="off">{t('whereabouts.holidays.off')}</option>
                <option value="works">{t('whereabouts.holidays.works')}</option>
              </select>
              <Input aria-label={`${day.date} ${t('whereabouts.holidays.name')}`} placeholder={t('whereabouts.holidays.name')} value={day.name} maxLength={60} onChange={(event) => amend(day, { name: event.target.value })} />
              <Button type="text" size="small" aria-label={t('whereabouts.holidays.remove', { date: day.date })} onClick={() => set(days.filter((one) => one !== day))}>
                ×
              </Button>
            </li>
          );
        })}
      </ul>
      <div className="holidays-keys">
        <input type="date" className="time-select" aria-label={t('whereabouts.holidays.date')} value={added} min={`${officialYears[0] ?? thisYear}-01-01`} max={`${next}-12-31`} onChange={(event) => setAdded(event.target.value)} />
        <Button disabled={added === ''} onClick={add}>
          {t('whereabouts.holidays.add')}
        </Button>
        {isOwn && officialYears.length > 0 && (
          <>
            <Button type="text" onClick={() => set([...days.filter((day) => !officialYears.includes(yearOf(day))), ...stored.official])}>
              {t('whereabouts.holidays.takeOfficial', { years: officialYears.join('/') })}
            </Button>
            <Button type="text" onClick={() => set(null)}>
              {t('whereabouts.holidays.backToOfficial')}
            </Button>
          </>
        )}
      </div>
      <div className="holidays-keys">
        <Button type="primary" htmlType="submit" disabled={!draft || isClash} loading={saving.isPending}>
          {t('whereabouts.holidays.save')}
        </Button>
        <Button
          disabled={!draft}
          onClick={() => {
            saving.reset();
            setDraft(null);
          }}
        >
          {t('whereabouts.holidays.undo')}
        </Button>
        {isClash && draft && (
          <Button
            onClick={() => {
              saving.reset();
              setDraft({ ...draft, rev: stored.rev });
            }}
          >
            {t('whereabouts.keepMine')}
          </Button>
        )}
        <span role="status">{word()}</span>
      </div>
    </form>
  );
}
