import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { OpenerStep } from '../../../../server/contract/primitives.ts';
import { goodbyeIn, openerSentence } from '../../i18n/opener.ts';
import { useIsPhone } from '../../app/useIsPhone.ts';
import { useKeys } from '../../keys/keyChoice.ts';
import { useAgents, useLiveCalls } from '../../live/keys.ts';
import { callerName } from '../callerName.ts';
import type { Desk } from '../DeskProvider/deskState.ts';
import { openerSteps } from '../script.ts';
import { useOffices } from '../../app/offices.ts';
import { useOffice } from '../useOffice.ts';
import type { Segment } from './Hero.tsx';

/** The three sentences in the order in which they were said. */
function saidOrder(card: CallCard): OpenerStep[] {
  return openerSteps.filter((step) => card.opener[step] !== null).sort((a, b) => (card.opener[a] ?? 0) - (card.opener[b] ?? 0));
}

/** What part of the call a sentence after the opener belongs to. */
function partOf(key: string): 'person' | 'ask' | 'repeat' | 'close' {
  if (key === 'repeat') return 'repeat';
  if (key === 'else' || key === 'goodbye') return 'close';
  return key.startsWith('ask:') ? 'ask' : 'person';
}

/** What stands on the stage: what is going on, the keys for it, the sentences, and those that follow. */
interface Words {
  meta: ReactNode;
  keys: ReactNode;
  segments: Segment[];
  then: ReactNode[];
}

/** The words of the stage for each moment of the desk. */
export function useStageWords(desk: Desk): Words {
  const { t, i18n } = useTranslation();
  const office = useOffice();
  const me = useAgents().find(({ id }) => id === desk.user.id);
  const keys = useKeys();
  const offices = useOffices();
  const cards = useLiveCalls();
  const isPhone = useIsPhone();
  const { mode, call, step, reading, lines } = desk;
  const language = call ? desk.language : (office?.language ?? (i18n.language === 'en' ? 'en' : 'zh-CN'));
  const officeIn = ({ id, name }: CallCard['unit']): string => (language === 'en' ? (offices.find((one) => one.id === id)?.nameEn ?? name) : name);
  const unit = mode === 'idle' ? (office?.name ?? t('stage.yourUnit')) : (call ? officeIn(call.unit) : '');
  const sentence = (of: OpenerStep): string => openerSentence(of, language, unit, (mode === 'live' || mode === 'after') && desk.callerHasSpoken);
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
    const isLastRead = reading !== null && reading.index === reading.lines.length - 1;
    const pressKeys = (
      <>
        {t(reading ? (isLastRead ? 'stage.keysTaken' : 'stage.keysConfirmed') : 'stage.keysSaid')} <kbd>{keys.goOn}</kbd>　{t('stage.keysBack')} <kbd>{keys.goBack}</kbd>　
        <button type="button" className="text-key" title={t('stage.changeLanguage')} onClick={desk.changeLanguage}>
          {t('stage.speak')} {t(`languages.${language}`)} <kbd>Alt L</kbd>
        </button>
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
        segments: shown.map((line, index) => ({ key: line.key, text: line.text, look: index === 0 ? 'now' : 'plain', note: index === 0 ? t(isLastRead ? (isPhone ? 'stage.readLastTap' : 'stage.readLast') : isPhone ? 'stage.readNowTap' : 'stage.readNow', { key: keys.goOn }) : t('stage.next'), ...(index === 0 ? { onSay: desk.goOn } : {}) })),
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
            <b>{t(`stage.part.${partOf(line.key)}`)}</b>
            {t(`stage.partHint.${partOf(line.key)}`)}
          </>
        ),
        keys: pressKeys,
        segments: shown.map((of, index) => ({ key: of.key, text: of.text, look: index === 0 ? 'now' : 'plain', note: index === 0 ? t(isPhone ? 'stage.sayNowTap' : 'stage.sayNow', { key: keys.goOn }) : t('stage.next'), onSay: () => desk.sayLine(of) })),
        then: lines.slice(2, 5).map((of) => <em key={of.key}>{of.text}</em>),
      };
    }
    return {
      meta: muted || inverted || (
        <>
          <b>{step !== null ? t('stage.opener', { n: openerSteps.indexOf(step) + 1 }) : t(desk.saidGoodbye ? 'stage.allSaid' : 'stage.openerDone')}</b>
          {t(step === null ? (desk.saidGoodbye ? 'stage.allSaidHint' : 'stage.openerDoneHint') : desk.callerHasSpoken && step === 'question' ? 'stage.openerSpoken' : 'stage.openerHint')}
        </>
      ),
      keys: pressKeys,
      segments: openerSteps.map((of) => {
        const said = desk.isSaid(of);
        const look = of === step ? 'now' : said ? 'said' : 'plain';
        return { key: of, text: sentence(of), look, note: look === 'now' ? t(isPhone ? 'stage.sayNowTap' : 'stage.sayNow', { key: keys.goOn }) : said ? t('stage.said') : t('stage.next'), onSay: () => desk.sayStep(of) };
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
          {t(isPhone ? 'stage.endedHintTap' : 'stage.endedHint', { key: keys.goOn })}
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
  const attended = cards.filter(({ state }) => state === 'attended');
  return {
    meta: attended.length > 0 ? (
      <>
        <b>{t('stage.attended')}</b>
        {attended.map((card) => callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') })).join(t('ringing.and'))}
      </>
    ) : (
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
