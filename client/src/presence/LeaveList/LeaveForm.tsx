import { Button, Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { leaveFaultCode, leaveWhy } from '../../../../server/contract/leave.ts';
import type { LeaveView, LeaveWhy } from '../../../../server/contract/leave.ts';
import { addDays } from '../../board/dayRange.ts';
import { Refusal } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { serverNow } from '../../live/serverClock.ts';
import { LeaveSpan } from './LeaveSpan.tsx';
import { TimeSelect } from '../TimeSelect/TimeSelect.tsx';
import { useChangePresence } from '../usePresence.ts';
import { instantOf, wallTimeOf } from '../wallTime.ts';
import type { WallTime } from '../wallTime.ts';

interface Draft {
  from: WallTime;
  /** Kept while nobody knows until when, for the case that somebody does again. */
  to: WallTime;
  isOpen: boolean;
  why: LeaveWhy;
  note: string;
}

/** A whole day tomorrow is what most leaves are. */
function draftOf(leave: LeaveView | null): Draft {
  const zone = officeZone();
  const tomorrow = addDays(wallTimeOf(serverNow(), zone).day, 1);
  if (!leave) return { from: { day: tomorrow, minute: 540 }, to: { day: tomorrow, minute: 1080 }, isOpen: false, why: 'leave', note: '' };
  const from = wallTimeOf(leave.fromAt, zone);
  return { from, to: leave.toAt === null ? { day: from.day, minute: 1080 } : wallTimeOf(leave.toAt, zone), isOpen: leave.toAt === null, why: leave.why, note: leave.note };
}

function Moment({ label, value, onChange, withMidnight = false }: { label: string; value: WallTime; onChange: (at: WallTime) => void; withMidnight?: boolean }) {
  const { t } = useTranslation();
  return (
    <span className="leave-moment" role="group" aria-label={label}>
      <span className="quiet">{label}</span>
      <input type="date" className="time-select" aria-label={`${label} ${t('whereabouts.day')}`} value={value.day} required onChange={(event) => onChange({ ...value, day: event.target.value })} />
      <TimeSelect aria-label={`${label} ${t('whereabouts.time')}`} withMidnight={withMidnight} value={value.minute} onChange={(minute) => onChange({ ...value, minute })} />
    </span>
  );
}

/** Plans a leave, or changes one; a second editor is told. */
export function LeaveForm({ staffId, leave, onDone }: { staffId: string; leave: LeaveView | null; onDone: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  const change = useChangePresence(staffId);
  const [draft, setDraft] = useState(() => draftOf(leave));
  // What it was made from: what another wrote meanwhile is told when it is kept, not lost.
  const [rev, setRev] = useState(leave?.rev ?? 0);
  const whyId = useId();
  const { from, to, isOpen, why, note } = draft;
  const isWhole = from.day !== '' && (isOpen || to.day !== '');
  const { error } = change;
  const faults = error instanceof Refusal ? Object.values(error.fields).flatMap((field) => leaveFaultCode.safeParse(field).data ?? []) : [];
  const isClash = error instanceof Refusal && error.code === 'conflict' && leave !== null;
  const word = (): string => {
    if (isClash) return t('whereabouts.clash');
    if (faults.length > 0) return faults.map((fault) => t(`whereabouts.faults.${fault}`)).join(' ');
    return error ? t('whereabouts.notKept', { why: reason(error) }) : '';
  };
  return (
    <form
      className="leave-form"
      onSubmit={(event) => {
        event.preventDefault();
        const zone = officeZone();
        const body = { fromAt: instantOf(from, zone), toAt: isOpen ? null : instantOf(to, zone), why, note: note.trim() };
        change.mutate(leave ? { method: 'PATCH', path: `leaves/${leave.id}`, body: { ...body, rev } } : { method: 'POST', path: 'leaves', body }, { onSuccess: onDone });
      }}
    >
      <Moment label={t('whereabouts.from')} value={from} onChange={(at) => setDraft({ ...draft, from: at, to: at.day > to.day ? { ...to, day: at.day } : to })} />
      {!isOpen && <Moment label={t('whereabouts.to')} value={to} withMidnight onChange={(at) => setDraft({ ...draft, to: at })} />}
      <Checkbox checked={isOpen} onChange={(event) => setDraft({ ...draft, isOpen: event.target.checked })}>
        {t('whereabouts.openEnd')}
      </Checkbox>
      <label className="leave-moment" htmlFor={whyId}>
        <span className="quiet">{t('whereabouts.why')}</span>
        <select id={whyId} className="time-select" value={why} onChange={(event) => setDraft({ ...draft, why: leaveWhy.parse(event.target.value) })}>
          {leaveWhy.options.map((one) => (
            <option key={one} value={one}>
              {t(`whereabouts.whys.${one}`)}
            </option>
          ))}
        </select>
      </label>
      <Input aria-label={t('whereabouts.note')} placeholder={t('whereabouts.note')} value={note} maxLength={200} onChange={(event) => setDraft({ ...draft, note: event.target.value })} />
      <div className="leave-more">
        <Button htmlType="submit" className="leave-keep" disabled={!isWhole} loading={change.isPending}>
          {t(leave ? 'whereabouts.save' : 'whereabouts.planIt')}
        </Button>
        <Button onClick={onDone}>{t('whereabouts.leaveIt')}</Button>
        {isClash && leave && (
          <>
            <Button
              onClick={() => {
                setDraft(draftOf(leave));
                setRev(leave.rev);
                change.reset();
              }}
            >
              {t('whereabouts.takeTheirs')}
            </Button>
            <Button
              onClick={() => {
                setRev(leave.rev);
                change.reset();
              }}
            >
              {t('whereabouts.keepMine')}
            </Button>
          </>
        )}
        <span className="quiet">{isWhole && <LeaveSpan fromAt={instantOf(from, officeZone())} toAt={isOpen ? null : instantOf(to, officeZone())} />}</span>
        <span role="alert">{word()}</span>
      </div>
    </form>
  );
}
