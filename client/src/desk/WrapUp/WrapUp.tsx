import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { callResults } from '../../../../server/contract/matterNames.ts';
import { callClock } from '../../i18n/clock.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { Key } from '../../keys/Key.tsx';
import { useAgents } from '../../live/keys.ts';
import { useNow } from '../../live/serverClock.ts';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import './wrapUp.css';

/** How the call came out, with the time that the office gives for writing it up. Nothing here is compulsory: what the desk knows is chosen already. */
export function WrapUp() {
  const { t } = useTranslation();
  const { call, user, result, chooseResult, openWrapUp } = useDesk();
  const now = useNow(500);
  const me = useAgents().find(({ id }) => id === user.id);
  const callId = call?.id;
  const open = useEffectEvent((id: string) => openWrapUp(id));
  useEffect(() => {
    if (callId !== undefined) open(callId);
  }, [callId]);
  const choose = (index: number) => (): void => {
    const one = callResults[index];
    if (one) chooseResult(one);
  };
  useDeskKeys({ 'Alt Shift 1': choose(0), 'Alt Shift 2': choose(1), 'Alt Shift 3': choose(2), 'Alt Shift 4': choose(3), 'Alt Shift 5': choose(4), 'Alt Shift 6': choose(5) });
  const left = (me?.wrapUpUntil ?? 0) - now;
  return (
    <div className="wrap-up">
      <span className="quiet">{t('wrapUp.label')}</span>
      <div className="matter-keys" role="group" aria-label={t('wrapUp.label')}>
        {callResults.map((one, index) => (
          <button key={one} type="button" aria-pressed={result === one} onClick={() => chooseResult(one)} title={`Alt Shift ${index + 1}`}>
            {t(`wrapUp.results.${one}`)}
          </button>
        ))}
      </div>
      <span className="quiet nowrap wrap-up-keys">
        <kbd>Alt Shift 1–6</kbd>
      </span>
      <span className="push nowrap wrap-up-clock">
        {left > 0 ? (
          <>
            {t('wrapUp.left')} <b>{callClock(left)}</b>
          </>
        ) : (
          t('wrapUp.over')
        )}{' '}
        · {t('live.done')} <Key of="goOn" />
      </span>
    </div>
  );
}
