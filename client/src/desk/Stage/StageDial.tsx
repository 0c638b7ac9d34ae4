import { useTranslation } from 'react-i18next';
import { callClock } from '../../i18n/clock.ts';
import { useAgents } from '../../live/keys.ts';
import { useNow } from '../../live/serverClock.ts';
import type { Desk } from '../DeskProvider/deskState.ts';
import { Dial } from '../Dial/Dial.tsx';
import { ringClock } from '../rings.ts';

/** The dial of the moment: rings that fill, then the talk time in grey, while idle how long one has been free. */
export function StageDial({ desk }: { desk: Desk }) {
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
  // Free since the last call, not since the morning.
  const since = me ? Math.max(0, now - Math.max(me.since, presence === 'available' ? me.idleSince : 0)) : 0;
  const minutes = Math.floor(since / 60_000);
  const caption = minutes >= 60 ? `${t('time.hours', { n: Math.floor(minutes / 60) })} ${t('time.minutes', { n: minutes % 60 })}` : t('time.minutesSeconds', { m: minutes, s: Math.floor(since / 1000) % 60 });
  return <Dial filled={[0, 0, 0]} ring={null} text={t(`stage.presence.${presence}`)} caption={caption} label={t(`stage.presence.${presence}`)} />;
}
