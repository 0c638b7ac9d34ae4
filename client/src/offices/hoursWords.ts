import { useTranslation } from 'react-i18next';
import type { Hours } from '../../../server/contract/hours.ts';

const two = (value: number): string => String(value).padStart(2, '0');
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Neighbouring days with the same spans stand together: [1, 5] with ['09:00–18:00']. */
export function weeklyGroups(hours: Extract<Hours, { kind: 'weekly' }>): { days: [from: number, to: number]; spans: string[] }[] {
  const groups: { days: [number, number]; spans: string[] }[] = [];
  for (let day = 1; day <= 7; day++) {
    const spans = hours.spans
      .filter(({ weekday }) => weekday === day)
      .sort((a, b) => a.fromMinute - b.fromMinute)
      .map(({ fromMinute, toMinute }) => `${clock(fromMinute)}–${clock(toMinute)}`);
    const last = groups.at(-1);
    if (spans.length === 0) continue;
    if (last?.spans.join() === spans.join() && last.days[1] === day - 1) last.days[1] = day;
    else groups.push({ days: [day, day], spans });
  }
  return groups;
}

/** Hours in a line: 周一至周五 09:00–12:00、14:00–18:00；周六 09:00–12:00. */
export function useHoursWords(): (hours: Hours | null) => string {
  const { t } = useTranslation();
  const nameOf = (day: number): string => t(`offices.weekdays.${weekdays[day - 1] ?? 'mon'}`);
  return (hours) => {
    if (hours === null) return t('offices.hours.none');
    if (hours.kind !== 'weekly') return t(`offices.hours.${hours.kind}`);
    if (hours.spans.length === 0) return t('offices.hours.never');
    return weeklyGroups(hours)
      .map(({ days: [from, to], spans }) => `${from === to ? nameOf(from) : t('offices.days', { from: nameOf(from), to: nameOf(to) })} ${spans.join(t('people.and'))}`)
      .join(t('offices.semicolon'));
  };
}
