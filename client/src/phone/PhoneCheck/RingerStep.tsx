import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseRinger, chosenRinger, isBellBlocked, onBellChange, ringOnce, ringers } from '../bell.ts';
import { Step } from './Step.tsx';

/** The sound of the bell: chosen, it rings once. */
export function RingerStep({ number }: { number: number }) {
  const { t } = useTranslation();
  const ringer = useSyncExternalStore(onBellChange, chosenRinger);
  const isBlocked = useSyncExternalStore(onBellChange, isBellBlocked);
  return (
    <Step number={number} title={t('phoneCheck.ringer.title')} hint={t('phoneCheck.ringer.hint')} state={ringer === 'off' ? 'look' : null}>
      <div className="check-choice" role="radiogroup" aria-label={t('phoneCheck.ringer.title')}>
        {ringers.map((name) => (
          <label key={name}>
            <input
              type="radio"
              name="ringer"
              value={name}
              checked={name === ringer}
              onChange={() => chooseRinger(name)}
              onClick={() => ringOnce(name)}
            />{' '}
            {t(`sound.${name}`)}
          </label>
        ))}
      </div>
      {ringer === 'off' && <b>{t('phoneCheck.ringer.off')}</b>}
      {isBlocked && <b>{t('phone.soundBlocked')}</b>}
    </Step>
  );
}
