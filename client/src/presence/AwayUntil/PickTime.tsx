import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '../../board/dayRange.ts';
import type { Day } from '../../board/dayRange.ts';
import { spokenBackAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { serverNow } from '../../live/serverClock.ts';
import { TimeSelect } from '../TimeSelect/TimeSelect.tsx';
import { usePresence } from '../usePresence.ts';
import { instantOf, wallTimeOf } from '../wallTime.ts';
import type { WallTime } from '../wallTime.ts';

/** What is farther away is a planned leave. */
const daysAhead = 21;
const quarter = 15;

/** The next full quarter at least two hours ahead. */
function firstOffer(): WallTime {
  const { day, minute } = wallTimeOf(serverNow(), officeZone());
  const later = Math.ceil((minute + 120) / quarter) * quarter;
  return later < 1440 ? { day, minute: later } : { day: addDays(day, 1), minute: 540 };
}

/** A day and a time of one's own, with what callers will hear. */
export function PickTime({ staffId, isBusy, onPick }: { staffId: string; isBusy: boolean; onPick: (until: number) => void }) {
  const { t } = useTranslation();
  const [at, setAt] = useState(firstOffer);
  const until = instantOf(at, officeZone());
  const { data } = usePresence(staffId, until);
  const today = wallTimeOf(serverNow(), officeZone()).day;
  const days = Array.from({ length: daysAhead }, (_, index) => addDays(today, index));
  const dayWord = (day: Day, index: number): string => {
    const noon = Date.parse(`${day}T12:00:00Z`);
    const written = new Intl.DateTimeFormat(uiLanguage() === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'UTC', month: uiLanguage() === 'en' ? 'short' : 'long', day: 'numeric', weekday: 'short' }).format(noon);
    return index === 0 ? `${t('whereabouts.today')} ${written}` : index === 1 ? `${t('whereabouts.tomorrow')} ${written}` : written;
  };
  const choice = data?.choices.find(({ key, until: asked }) => key === 'asked' && asked === until);
  return (
    <div className="away-pick">
      <select className="time-select" aria-label={t('whereabouts.day')} value={at.day} onChange={(event) => setAt({ ...at, day: event.target.value })}>
        {days.map((day, index) => (
          <option key={day} value={day}>
            {dayWord(day, index)}
          </option>
        ))}
      </select>
      <TimeSelect aria-label={t('whereabouts.time')} value={at.minute} onChange={(minute) => setAt({ ...at, minute })} />
      <Button size="large" disabled={until <= serverNow() || isBusy} onClick={() => onPick(until)}>
        {t('whereabouts.setIt')}
      </Button>
      <span role="status">{until <= serverNow() ? t('whereabouts.past') : choice?.backAt != null ? t('whereabouts.backThen', { when: spokenBackAt(choice.backAt, serverNow(), uiLanguage()) }) : ''}</span>
    </div>
  );
}
