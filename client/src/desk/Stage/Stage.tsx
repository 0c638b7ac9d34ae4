import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { OpenerStep } from '../../../../server/contract/primitives.ts';
import { callClock } from '../../i18n/clock.ts';
import { goodbyeIn, openerSentence } from '../../i18n/opener.ts';
import { useKeys } from '../../keys/keyChoice.ts';
import { useAgents } from '../../live/keys.ts';
import { useNow } from '../../live/serverClock.ts';
import { startRinging } from '../../phone/bell.ts';
import { callerName } from '../callerName.ts';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import type { Desk } from '../DeskProvider/DeskProvider.tsx';
import { Dial } from '../Dial/Dial.tsx';
import { ringClock } from '../rings.ts';
import { openerSteps } from '../script.ts';
import { useOffice } from '../useOffice.ts';
import { Hero } from './Hero.tsx';
import type { Segment } from './Hero.tsx';
import './stage.css';

/** The three sentences in the order in which they were said. */
function saidOrder(card: CallCard): OpenerStep[] {
  return openerSteps.filter((step) => card.opener[step] !== null).sort((a, b) => (card.opener[a] ?? 0) - (card.opener[b] ?? 0));
}

function StageDial({ desk }: { desk: Desk }) {
  const { t } = useTranslation();
  const { mode, call, user } = desk;
  const now = useNow(mode === 'ringing' ? 100 : 500);
  const me = useAgents().find(({ id }) => id === user.id);
  if (mode === 'ringing' && call) {
    const { ring, filled, elapsedMs, tick } = ringClock(call.arrivedAt, call.rings.cycleMs, now);
    const caption = `${t('stage.ring', { n: ring })}  ${t('stage.seconds', { n: (elapsedMs / 1000).toFixed(1) })}`;
    return <Dial filled={filled} ring={ring} text={String(ring)} caption={caption} tick={tick} label={t('stage.ring', { n: ring })} />;
  }
  if ((mode === 'live' || mode === 'after') && call) {
    const answered = call.rings.answeredIn ?? 1;
    const answeredAt = call.answeredAt ?? call.arrivedAt;
    const part = ((answeredAt - call.arrivedAt) / call.rings.cycleMs) % 1;
    const filled = [0, 1, 2].map((index) => (index < answered - 1 ? 1 : index === answered - 1 ? part || 1 : 0)) as [number, number, number];
    const talk = callClock((mode === 'after' ? (call.endedAt ?? now) : now) - answeredAt);
    const caption = mode === 'after' ? t('stage.ended2') : t(call.rings.late ? 'stage.late' : 'stage.answeredIn', { n: answered });
    return <Dial filled={filled} ring={null} text={talk} caption={caption} label={`${caption} ${talk}`} />;
  }
  const presence = me?.presence ?? 'away';
  const since = me ? now - me.since : 0;
  const minutes = Math.floor(since / 60_000);
  const caption = minutes >= 60 ? `${t('time.hours', { n: Math.floor(minutes / 60) })} ${t('time.minutes', { n: minutes % 60 })}` : t('time.minutesSeconds', { m: minutes, s: Math.floor(Math.max(0, since) / 1000) % 60 });
  return <Dial filled={[0, 0, 0]} ring={null} text={t(`stage.presence.${presence}`)} caption={caption} label={t(`stage.presence.${presence}`)} />;
}

interface Words {
  meta: ReactNode;
  keys: ReactNode;
  segments: Segment[];
  then: ReactNode[];
}

function useStageWords(desk: Desk): Words {
  const { t, i18n } = useTranslation();
  const office = useOffice();
  const me = useAgents().find(({ id }) => id === desk.user.id);
  const keys = useKeys();
  const { mode, call, step, reading, lines } = desk;
  const language = call?.line.language ?? office?.language ?? (i18n.language === 'en' ? 'en' : 'zh-CN');
  const unit = mode === 'idle' ? (office?.name ?? t('stage.yourUnit')) : (call?.unit.name ?? '');
  const sentence = (of: OpenerStep): string => openerSentence(of, language, unit, mode === 'live' && desk.callerHasSpoken);
  const number = (of: OpenerStep): string => `${openerSteps.indexOf(of) + 1} ${t(`stage.steps.${of}`)}`;

  if (mode === 'live' && call) {
    const goodbye = goodbyeIn(language);
    if (desk.isAskingHangUp) {
      return {
        meta: <b>{t('live.hangUpAsk')}</b>,
        keys: null,
        segments: [{ key: 'goodbye', text: goodbye, look: 'now', note: t('stage.askGoodbye'), onSay: () => desk.say(goodbye) }],
        then: [],
      };
    }
    const muted = desk.isMuted && (
      <>
        <b>{t('stage.muted')}</b>
        {t('stage.mutedHint', { key: keys.mute })}
      </>
    );
    const pressKeys = (
      <>
        {t(reading ? 'stage.keysConfirmed' : 'stage.keysSaid')} <kbd>{keys.goOn}</kbd>　{t('stage.keysBack')} <kbd>{keys.goBack}</kbd>
      </>
    );
    if (reading) {
      const shown = reading.lines.slice(reading.index, reading.index + 2);
      return {
        meta: muted || (
          <>
            <b>{t('stage.readBack', { n: reading.index + 1, total: reading.lines.length })}</b>
            {t('stage.readBackHint')}
          </>
        ),
        keys: pressKeys,
        segments: shown.map((line, index) => ({ key: line.key, text: line.text, look: index === 0 ? 'now' : 'plain', note: index === 0 ? t('stage.readNow', { key: keys.goOn }) : t('stage.next'), ...(index === 0 ? { onSay: desk.goOn } : {}) })),
        then: reading.lines.slice(reading.index + 2, reading.index + 5).map((line) => <em key={line.key}>{line.text}</em>),
      };
    }
    const [line, following] = lines;
    const order = saidOrder(call);
    const inverted = order.some((of, index) => openerSteps.indexOf(of) < openerSteps.indexOf(order[index - 1] ?? of)) && (
      <>
        <b>{t('stage.inverted')}</b>
        {t('stage.invertedHint', { order: order.map((of) => t(`stage.steps.${of}`)).join(' → ') })}
      </>
    );
    if (step === null && line) {
      const shown = following ? [line, following] : [line];
      return {
        meta: muted || inverted || (
          <>
            <b>{t('stage.openerDone')}</b>
            {t('stage.openerDoneHint')}
          </>
        ),
        keys: pressKeys,
        segments: shown.map((of, index) => ({ key: of.key, text: of.text, look: index === 0 ? 'now' : 'plain', note: index === 0 ? t('stage.sayNow', { key: keys.goOn }) : t('stage.next'), onSay: () => desk.sayLine(of) })),
        then: lines.slice(2, 5).map((of) => <em key={of.key}>{of.text}</em>),
      };
    }
    return {
      meta: muted || inverted || (
        <>
          <b>{step === null ? t('stage.openerDone') : t('stage.opener', { n: openerSteps.indexOf(step) + 1 })}</b>
          {t(step === null ? 'stage.openerDoneHint' : 'stage.openerHint')}
        </>
      ),
      keys: pressKeys,
      segments: openerSteps.map((of) => {
        const said = call.opener[of] !== null;
        const look = of === step ? 'now' : said ? 'said' : 'plain';
        return { key: of, text: sentence(of), look, note: look === 'now' ? t('stage.sayNow', { key: keys.goOn }) : said ? t('stage.said') : t('stage.next'), onSay: () => desk.sayStep(of) };
      }),
      then: [],
    };
  }
  if (mode === 'after' && call) {
    return {
      meta: (
        <>
          <b>{t('stage.ended')}</b>
          {call.hungUpBy && `${t(`stage.endedBy.${call.hungUpBy}`)}　`}
          {t('stage.endedHint', { key: keys.goOn })}
        </>
      ),
      keys: (
        <>
          {t('live.done')} <kbd>{keys.goOn}</kbd>
        </>
      ),
      segments: openerSteps.map((of) => ({ key: of, text: sentence(of), look: 'said', note: call.opener[of] === null ? `${number(of)} · ${t('board.stepNot')}` : t('stage.said') })),
      then: [],
    };
  }
  if (mode === 'ringing' && call) {
    return {
      meta: (
        <>
          <b>{t('stage.ringing')}</b>
          {t('stage.ringingHint')}
        </>
      ),
      keys: (
        <>
          {t('stage.toOffice')} <b>{call.unit.name}</b> · {t('stage.speak')} <b>{t(`languages.${language}`)}</b>
        </>
      ),
      segments: openerSteps.map((of) => ({ key: of, text: sentence(of), look: of === 'unit' ? 'key' : 'plain', note: of === 'unit' ? t('stage.unitNow') : number(of) })),
      then: [],
    };
  }
  const isFree = me?.presence === 'available';
  return {
    meta: (
      <>
        <b>{t(isFree ? 'stage.idle' : 'stage.notAvailable')}</b>
        {t(isFree ? 'stage.idleHint' : 'stage.notAvailableHint')}
      </>
    ),
    keys: office && (
      <>
        {t('stage.yourOffice')} <b>{office.name}</b> · {t(`languages.${language}`)}
      </>
    ),
    segments: openerSteps.map((of) => ({ key: of, text: sentence(of), look: 'idle', note: number(of) })),
    then: [],
  };
}

/** The hero: what to say, always in the same place. */
export function Stage() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { meta, keys, segments, then } = useStageWords(desk);
  const { mode, call } = desk;
  const ringingId = mode === 'ringing' ? call?.id : undefined;
  const cycleMs = call?.rings.cycleMs ?? 5000;

  useEffect(() => {
    if (ringingId === undefined) return;
    return startRinging(cycleMs);
  }, [ringingId, cycleMs]);

  // A page in the background shows in its tab that it rings, and for which office.
  const office = mode === 'ringing' ? call?.unit.name : undefined;
  useEffect(() => {
    document.title = office === undefined ? t('mark') : t('ringing.title', { office });
  }, [office, t]);

  const { goOn } = useKeys();
  const announced = mode === 'ringing' && call ? t('ringing.announce', { key: goOn, office: call.unit.name, who: callerName(call, { or: t('ringing.or'), hidden: t('ringing.hidden') }) }) : '';
  return (
    <section className="stage" aria-label={t('stage.label')} data-mode={mode}>
      <StageDial desk={desk} />
      <div className="stage-lines">
        <div className="stage-meta">
          <span>{meta}</span>
          <span className="stage-keys">{keys}</span>
        </div>
        <Hero segments={segments} />
        <div className="stage-then">
          {then.length > 0 && <span>{t('stage.then')}</span>}
          {then}
        </div>
      </div>
      <div className="seen-by-readers" aria-live="assertive" role="alert">
        {announced}
      </div>
    </section>
  );
}
