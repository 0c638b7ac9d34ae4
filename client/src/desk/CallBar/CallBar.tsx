import { AudioMutedOutlined, AudioOutlined, EditOutlined, PhoneOutlined, SearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { goTo } from '../../app/route.ts';
import type { Session } from '../../app/session.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useAgents } from '../../live/keys.ts';
import { useNow } from '../../live/serverClock.ts';
import { usePhone } from '../../phone/PhoneProvider/PhoneProvider.tsx';
import { PhoneWord } from '../../phone/PhoneWord/PhoneWord.tsx';
import { chosenRinger } from '../../phone/bell.ts';
import { PracticeCall } from '../../practice/PracticeCall/PracticeCall.tsx';
import { callerName } from '../callerName.ts';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { focusFindPerson } from '../FindPerson/FindPerson.tsx';
import { useKeys } from '../../keys/keyChoice.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { PresenceKeys } from '../PresenceKeys/PresenceKeys.tsx';
import { ringClock } from '../rings.ts';
import { BarKey } from './BarKey.tsx';
import './callBar.css';

function IdleBar({ session }: { session: Session }) {
  const { t } = useTranslation();
  const { user, notice } = useDesk();
  const agents = useAgents();
  const ringer = chosenRinger();
  const me = agents.find(({ id }) => id === user.id);
  const colleagues = agents.filter(({ id }) => id !== user.id);
  const free = colleagues.filter(({ presence, phone, callId }) => presence === 'available' && phone === 'registered' && callId === null).length;
  return (
    <footer className="call-bar idle">
      <PresenceKeys me={me} />
      <div className="bar-text">
        <div className="bar-line">
          <PhoneWord />
          {session.practice && <span>{t('phone.practiceLine')}</span>}
          <button type="button" className="bar-link" onClick={() => goTo('/settings')}>
            {t(ringer === 'off' ? 'phone.ringOff' : 'phone.ringOn')}
          </button>
        </div>
        <div>{notice ?? t('phone.colleagues', { total: colleagues.length, free })}</div>
      </div>
      <div className="bar-keys">{session.practice && <PracticeCall />}</div>
    </footer>
  );
}

function RingingBar() {
  const { t } = useTranslation();
  const { user, ringing, answer, decline, isAskingDecline, notice } = useDesk();
  const agents = useAgents();
  const phone = usePhone();
  const now = useNow(250);
  const keys = useKeys();
  const [call] = ringing;
  if (!call) return null;
  const { attendantInMs } = ringClock(call.arrivedAt, call.rings.cycleMs, now);
  const others = call.offeredTo.filter((id) => id !== user.id).map((id) => agents.find((agent) => agent.id === id)?.name ?? id);
  const seconds = Math.ceil(attendantInMs / 1000);
  return (
    <footer className="call-bar">
      <div className="bar-who">
        <b>{callerName(call, { or: t('ringing.or'), hidden: t('ringing.hidden') })}</b>
        <div>
          {call.unit.name}
          {call.caller.number !== null && call.caller.matches.length > 0 && ` · ${groupedNumber(call.caller.number)}`}
          {ringing.length > 1 && ` · ${t('ringing.alsoRinging', { count: ringing.length - 1 })}`}
        </div>
      </div>
      <div className="bar-keys">
        <BarKey icon={<PhoneOutlined />} label={phone.legOf(call.id)?.state === 'ringing' ? t('ringing.answer') : t('stage.calling')} press={keys.goOn} look="primary" onPress={() => answer(call.id)} />
        <BarKey label={t(others.length > 0 ? 'ringing.decline' : 'ringing.toAttendant')} press={t(isAskingDecline ? 'ringing.escAgain' : 'ringing.escTwice')} look={isAskingDecline ? 'end' : 'plain'} onPress={decline} />
        <div className="bar-text">
          <b>{seconds > 0 ? t('ringing.attendantIn', { n: seconds }) : t('ringing.attendantNow')}</b>
          <div>{notice ?? (others.length > 0 ? t('ringing.withYou', { names: others.join(t('ringing.and')) }) : t('ringing.onlyYou'))}</div>
        </div>
      </div>
    </footer>
  );
}

function CallInHand() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { call, mode, notice } = desk;
  useDeskKeys({ find: focusFindPerson, 'Ctrl K': focusFindPerson });
  const keys = useKeys();
  if (!call) return null;
  const { matches, confirmedId } = call.caller;
  const known = matches.find(({ residentId }) => residentId === confirmedId) ?? (matches.length === 1 ? matches[0] : undefined);
  return (
    <footer className="call-bar">
      <div className="bar-who">
        <b>{callerName(call, { or: t('ringing.or'), hidden: t('ringing.hidden') })}</b>
        <div>
          {call.caller.number !== null && call.caller.matches.length > 0 && `${groupedNumber(call.caller.number)} · `}
          {known ? known.address : call.caller.matches.length === 0 ? t('ringing.unknown') : call.unit.name}
        </div>
      </div>
      <div className="bar-keys">
        <BarKey icon={<SearchOutlined />} label={t('live.find')} press={keys.find} onPress={focusFindPerson} />
        <BarKey icon={<EditOutlined />} label={t('live.newSlip')} press={keys.slip} onPress={desk.newSlip} />
        {mode === 'live' && <BarKey icon={desk.isMuted ? <AudioMutedOutlined /> : <AudioOutlined />} label={t(desk.isMuted ? 'live.unmute' : 'live.mute')} press={keys.mute} look={desk.isMuted ? 'chosen' : 'plain'} onPress={desk.toggleMute} />}
        {notice !== null && (
          <span className="bar-text" role="alert">
            {t('live.refused', { why: notice })}
          </span>
        )}
      </div>
      <div className="bar-keys bar-end">
        {mode === 'after' ? (
          <BarKey label={t('live.done')} press={keys.goOn} look="end" onPress={desk.done} />
        ) : desk.isAskingHangUp ? (
          <>
            <span className="bar-text" role="alert">
              <b>{t('live.hangUpAsk')}</b>
            </span>
            <BarKey label={t('live.hangUpWait')} press="Esc" onPress={desk.waitWithHangUp} />
            <BarKey label={t('live.hangUpAnyway')} press={keys.hangUp} look="end" onPress={desk.hangUp} />
          </>
        ) : (
          <>
            <span className="bar-text">{desk.saidGoodbye ? <b>{t('live.hangUpSaid')}</b> : t('live.hangUpHint')}</span>
            <BarKey icon={<PhoneOutlined rotate={225} />} label={t('live.hangUp')} press={keys.hangUp} onPress={desk.hangUp} />
          </>
        )}
      </div>
    </footer>
  );
}

/** My phone, on every page: presence while idle, answer and decline while it rings, the call in hand. */
export function CallBar({ session }: { session: Session }) {
  const { mode } = useDesk();
  if (mode === 'ringing') return <RingingBar />;
  if (mode === 'live' || mode === 'after') return <CallInHand />;
  return <IdleBar session={session} />;
}
