import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseRinger, chosenRinger, onBellChange, ringOnce, ringers } from '../bell.ts';

/** The sound of the bell; choosing one plays it. */
export function RingerChoice() {
  const { t } = useTranslation();
  const ringer = useSyncExternalStore(onBellChange, chosenRinger);
  return (
    <>
      <label>
        {t('sound.title')}{' '}
        <select
          className="bar-select"
          value={ringer}
          onChange={(event) => {
            const chosen = ringers.find((name) => name === event.target.value) ?? 'soft';
            chooseRinger(chosen);
            ringOnce(chosen);
          }}
        >
          {ringers.map((name) => (
            <option key={name} value={name}>
              {t(`sound.${name}`)}
            </option>
          ))}
        </select>
      </label>{' '}
      <button type="button" className="bar-small" onClick={() => ringOnce(ringer)}>
        {t('phone.test')}
      </button>
    </>
  );
}
