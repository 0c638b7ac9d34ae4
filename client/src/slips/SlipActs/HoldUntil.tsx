import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { useOffices } from '../../app/offices.ts';
import { addDays } from '../../board/dayRange.ts';
import { nearWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { serverNow } from '../../live/serverClock.ts';
import { TimeSelect } from '../../presence/TimeSelect/TimeSelect.tsx';
import { instantOf, wallTimeOf } from '../../presence/wallTime.ts';

interface HoldUntilProps {
  slip: Slip;
  isBusy: boolean;
  onHold: (until: number) => void;
  onLeave: () => void;
}

/** What is held longer belongs into somebody's calendar. */
const daysAhead = 14;

/** Nobody is told before then, by the clock of the slip's office. */
export function HoldUntil({ slip, isBusy, onHold, onLeave }: HoldUntilProps) {
  const { t } = useTranslation();
  const zone = useOffices().find(({ id }) => id === slip.unitId)?.timeZone ?? officeZone();
  const now = serverNow();
  const today = wallTimeOf(now, zone).day;
  const tomorrow = addDays(today, 1);
  const [own, setOwn] = useState({ day: tomorrow, minute: 540 });
  const evening = instantOf({ day: today, minute: 1020 }, zone);
  const until = instantOf(own, zone);
  return (
    <div className="slip-act-form" role="group" aria-label={t('delivery.act.hold')}>
      {evening > now && (
        <Button size="small" autoFocus disabled={isBusy} onClick={() => onHold(evening)}>
          {t('delivery.act.today')}
        </Button>
      )}
      <Button size="small" autoFocus={evening <= now} disabled={isBusy} onClick={() => onHold(instantOf({ day: tomorrow, minute: 540 }, zone))}>
        {t('delivery.act.tomorrow')}
      </Button>
      <span className="slip-hold-own">
        <select className="time-select" aria-label={t('delivery.act.atDay')} value={own.day} onChange={(event) => setOwn({ ...own, day: event.target.value })}>
          {Array.from({ length: daysAhead }, (_, index) => addDays(today, index)).map((day) => (
            <option key={day} value={day}>
              {new Intl.DateTimeFormat(uiLanguage() === 'en' ? 'en-GB' : 'zh-CN', { timeZone: 'UTC', month: uiLanguage() === 'en' ? 'short' : 'long', day: 'numeric', weekday: 'short' }).format(Date.parse(`${day}T12:00:00Z`))}
            </option>
          ))}
        </select>
        <TimeSelect aria-label={t('delivery.act.atTime')} value={own.minute} onChange={(minute) => setOwn({ ...own, minute })} />
        <Button size="small" disabled={isBusy || until <= now} title={until <= now ? t('delivery.act.past') : nearWhen(until, now, uiLanguage())} onClick={() => onHold(until)}>
          {t('delivery.act.setIt')}
        </Button>
      </span>
      <Button size="small" type="text" onClick={onLeave}>
        {t('delivery.act.leave')} <kbd>Esc</kbd>
      </Button>
    </div>
  );
}
