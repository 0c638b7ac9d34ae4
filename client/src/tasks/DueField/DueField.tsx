import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DueChoice } from '../../../../server/contract/task.ts';
import { addDays } from '../../board/dayRange.ts';
import { dayAndWeekday, weekdayClock } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { TimeSelect } from '../../presence/TimeSelect/TimeSelect.tsx';
import { instantOf, wallTimeOf } from '../../presence/wallTime.ts';
import type { WallTime } from '../../presence/wallTime.ts';
import type { AskedChoices } from '../useTaskChoices.ts';
import { ChoicesAsked } from '../ChoicesAsked.tsx';
import type { Due } from './dueOf.ts';
import { dueOf } from './dueOf.ts';
import './dueField.css';

/** What is farther away is no promise on the telephone. */
const daysAhead = 15;
const quarter = 15;

/** The next full quarter two hours ahead; late in the evening the next morning at nine. */
function firstOffer(now: number, zone: string | undefined): WallTime {
  const { day, minute } = wallTimeOf(now, zone);
  const later = Math.ceil((minute + 120) / quarter) * quarter;
  return later < 1440 ? { day, minute: later } : { day: addDays(day, 1), minute: 540 };
}

/** What can be promised without knowing the office's clock; no instant of theirs is looked at. */
const alwaysOffered: DueChoice[] = [{ key: 'minutes', at: 0 }, { key: 'hour', at: 0 }];

/** When it is due: one press, or a day and a time; on the office's clock, of which ten minutes and an hour need nothing. `now`: the moving time of the form. */
export function DueField({ due, asked, now, onChange }: { due: Due; asked: AskedChoices; now: number; onChange: (due: Due) => void }) {
  const { t } = useTranslation();
  const name = useId();
  const { choices } = asked;
  const zone = choices?.timeZone;
  const today = wallTimeOf(now, zone).day;
  const dayWord = (at: number): string => {
    const { day } = wallTimeOf(at, zone);
    return day === today ? t('tasks.today') : day === addDays(today, 1) ? t('tasks.tomorrow') : (weekdayClock(at, uiLanguage(), zone).split(' ')[0] ?? '');
  };
  const offered = (choices?.due ?? alwaysOffered).map(({ key, at }) => ({ key, label: key === 'morning' ? t('tasks.morning', { day: dayWord(at) }) : t(`tasks.${key}`), isChosen: due.key === key, choose: (): void => onChange({ key }) }));
  const other = { key: 'other' as const, label: t('tasks.other'), isChosen: due.key === 'other', choose: (): void => onChange({ key: 'other', wall: firstOffer(now, zone) }) };
  const at = dueOf(due, choices, now);
  return (
    <fieldset className="due-field">
      <legend>{t('tasks.due')}</legend>
      <div className="due-choices">
        {[...offered, ...(choices ? [other] : [])].map(({ key, label, isChosen, choose }) => (
          <label key={key} data-chosen={isChosen}>
            <input type="radio" name={name} checked={isChosen} onChange={choose} />
            {label}
          </label>
        ))}
      </div>
      {choices && due.key === 'other' && (
        <span className="due-other">
          <select className="time-select" aria-label={t('tasks.day')} value={due.wall.day} onChange={(event) => onChange({ key: 'other', wall: { ...due.wall, day: event.target.value } })}>
            {Array.from({ length: daysAhead }, (_, index) => addDays(today, index)).map((day, index) => (
              <option key={day} value={day}>
                {index === 0 ? t('tasks.today') : index === 1 ? t('tasks.tomorrow') : dayAndWeekday(instantOf({ day, minute: 720 }, zone), uiLanguage(), zone)}
              </option>
            ))}
          </select>
          <TimeSelect aria-label={t('tasks.time')} value={due.wall.minute} onChange={(minute) => onChange({ key: 'other', wall: { ...due.wall, minute } })} />
        </span>
      )}
      <span className={at === null || at <= now ? '' : 'quiet nowrap'} role="status">
        {choices && (at === null ? t('tasks.choose') : at <= now ? t('tasks.past') : t('tasks.till', { when: weekdayClock(at, uiLanguage(), zone) }))}
      </span>
      <ChoicesAsked {...asked} />
    </fieldset>
  );
}
