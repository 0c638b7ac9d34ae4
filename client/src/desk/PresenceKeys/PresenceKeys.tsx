import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgentView, PresenceState } from '../../../../server/contract/people.ts';
import { useReason } from '../../app/words.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { BarKey } from '../CallBar/BarKey.tsx';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';

const states = ['available', 'break', 'away'] as const;
const reasons = { available: [], break: ['lunch', 'rest'], away: ['meeting', 'training', 'patrol', 'offDuty'] } as const;

/** Whether calls ring here, and if not, why. The reason is a second click, never a question that stands in the way. */
export function PresenceKeys({ me }: { me: AgentView | undefined }) {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const { send } = useLive();
  const [fault, setFault] = useState<string | null>(null);
  const set = (state: PresenceState, reason?: string): void => {
    setFault(null);
    send('agent:presence', { state, ...(reason === undefined ? {} : { reason }) }).catch((error: unknown) => setFault(reasonOf(error)));
  };
  useDeskKeys({ 'Alt 1': () => set('available'), 'Alt 2': () => set('break'), 'Alt 3': () => set('away') });
  const offered = me ? reasons[me.presence] : [];
  return (
    <div className="presence">
      <div className="presence-keys" role="group" aria-label={me ? t('presence.now', { state: t(`presence.${me.presence}`) }) : undefined}>
        {states.map((state, index) => (
          <BarKey key={state} label={t(`presence.${state}`)} press={`Alt ${index + 1}`} look={me?.presence === state ? 'chosen' : 'plain'} onPress={() => set(state)} />
        ))}
      </div>
      <div className="presence-reasons">
        {fault !== null && <span role="alert">{fault}</span>}
        {me &&
          offered.map((reason) => {
            const words = t(`presence.reasons.${reason}`);
            return (
              <button key={reason} type="button" className="bar-small" aria-pressed={me.reason === reason} onClick={() => set(me.presence, reason)}>
                {words}
              </button>
            );
          })}
      </div>
    </div>
  );
}
