import { useTranslation } from 'react-i18next';

const names = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** ISO weekdays in words: 周一至周五、周日. */
export function useWeekdayNames(): (weekdays: readonly number[]) => string {
  const { t } = useTranslation();
  const nameOf = (day: number): string => t(`offices.weekdays.${names[day - 1] ?? 'mon'}`);
  return (weekdays) => {
    const runs: [from: number, to: number][] = [];
    for (const day of [...weekdays].sort((a, b) => a - b)) {
      const last = runs.at(-1);
      if (last?.[1] === day - 1) last[1] = day;
      else runs.push([day, day]);
    }
    return runs.map(([from, to]) => (from === to ? nameOf(from) : t('offices.days', { from: nameOf(from), to: nameOf(to) }))).join(t('people.and'));
  };
}
