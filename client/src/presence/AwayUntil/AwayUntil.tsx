import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AwayChoice, LeaveWhy, PresenceReply } from '../../../../server/contract/leave.ts';
import { useReason } from '../../app/words.ts';
import { spokenBackAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import { useChangePresence, usePresence } from '../usePresence.ts';
import { PickTime } from './PickTime.tsx';
import { Standing } from './Standing.tsx';
import './awayUntil.css';

/** None of them is `other`. */
const whys: readonly LeaveWhy[] = ['meeting', 'outside', 'leave', 'sick', 'training'];

/** Away in one tap: until when, why, and what callers will hear; and back again. For the person himself and for his front desk. */
export function AwayUntil({ staffId, isOwn = false }: { staffId: string; isOwn?: boolean }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { data, error } = usePresence(staffId);
  if (!data) return error ? <p role="alert">{t('errors.load', { why: reason(error) })}</p> : null;
  return <Loaded key={staffId} staffId={staffId} isOwn={isOwn} presence={data} />;
}

function Loaded({ staffId, isOwn, presence }: { staffId: string; isOwn: boolean; presence: PresenceReply }) {
  const { t } = useTranslation();
  const reason = useReason();
  const change = useChangePresence(staffId);
  const [picked, setPicked] = useState<LeaveWhy>('other');
  const [note, setNote] = useState('');
  const [isPicking, setIsPicking] = useState(false);
  const whyId = useId();
  const { person, absence, mayChange, choices } = presence;
  // What was said by a tap can be told why later; until then the reason waits for the tap.
  const said = absence !== null && absence.kind !== 'daily' ? absence : null;
  const why = said?.why ?? picked;

  const goAway = (until: AwayChoice['until']): void => {
    change.mutate({ method: 'POST', path: 'away', body: { until, why: picked, note: note.trim() } });
    setNote('');
    setIsPicking(false);
  };
  const pickWhy = (asked: LeaveWhy): void => {
    const one = asked === why ? 'other' : asked;
    setPicked(one);
    if (said) change.mutate({ method: 'POST', path: 'away', body: { until: said.kind === 'open-ended' ? 'open-ended' : said.until, why: one, note: said.note } });
  };

  const word = (choice: AwayChoice): string => (choice.backAt === null ? t('whereabouts.callersHearNothing') : t('whereabouts.backThen', { when: spokenBackAt(choice.backAt, serverNow(), uiLanguage()) }));

  return (
    <section className="away-until" aria-busy={change.isPending}>
      <Standing presence={presence} isOwn={isOwn} />
      {change.isError && <p role="alert">{t('whereabouts.notKept', { why: reason(change.error) })}</p>}
      {mayChange && person.away && (
        <Button className="away-back" type="primary" size="large" block loading={change.isPending} onClick={() => change.mutate({ method: 'DELETE', path: 'away' })}>
          {t(isOwn ? 'whereabouts.iAmBack' : 'whereabouts.heIsBack')}
        </Button>
      )}
      {mayChange && (
        <>
          <h2 id={whyId}>{t(person.away ? 'whereabouts.otherwise' : isOwn ? 'whereabouts.howLong' : 'whereabouts.howLongHe')}</h2>
          <div className="away-whys" role="group" aria-label={t('whereabouts.why')}>
            {whys.map((one) => (
              <button key={one} type="button" aria-pressed={why === one} onClick={() => pickWhy(one)}>
                {t(`whereabouts.whys.${one}`)}
              </button>
            ))}
          </div>
          <Input aria-label={t('whereabouts.note')} placeholder={t('whereabouts.note')} value={note} maxLength={200} onChange={(event) => setNote(event.target.value)} />
          <div className="away-choices" role="group" aria-labelledby={whyId}>
            {choices.map((choice) => (
              <button key={choice.key} type="button" disabled={change.isPending} onClick={() => goAway(choice.until)}>
                <b>{t(`whereabouts.choices.${choice.key}`)}</b>
                <span>{word(choice)}</span>
              </button>
            ))}
            <button type="button" aria-expanded={isPicking} onClick={() => setIsPicking(!isPicking)}>
              <b>{t('whereabouts.choices.asked')}</b>
              <span>{t('whereabouts.pickHint')}</span>
            </button>
          </div>
          {isPicking && <PickTime staffId={staffId} isBusy={change.isPending} onPick={goAway} />}
        </>
      )}
    </section>
  );
}
