import { useTranslation } from 'react-i18next';
import { dayAndTime, dayAndWeekday } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { minuteWord } from '../TimeSelect/TimeSelect.tsx';
import { wallTimeOf } from '../wallTime.ts';

/** 11月24日 周二 09:00 – 18:00; over several days both with their day. Whole days without their hours, the last one among them. */
export function LeaveSpan({ fromAt, toAt }: { fromAt: number; toAt: number | null }) {
  const { t } = useTranslation();
  const language = uiLanguage();
  const zone = officeZone();
  const from = wallTimeOf(fromAt, zone);
  const lastDay = toAt === null ? null : wallTimeOf(toAt - 1, zone).day;
  const to = toAt === null ? null : wallTimeOf(toAt, zone);
  if (toAt !== null && to?.minute === 0 && from.minute === 0) {
    return (
      <>
        <b>{dayAndWeekday(fromAt, language)}</b> {lastDay !== from.day && `– ${dayAndWeekday(toAt - 1, language)}`}
      </>
    );
  }
  return (
    <>
      <b>{dayAndTime(fromAt, language)}</b>{' '}
      {toAt === null || to === null ? t('whereabouts.openEnd') : `– ${lastDay === from.day ? minuteWord(to.minute === 0 ? 1440 : to.minute) : dayAndTime(toAt, language)}`}
    </>
  );
}
