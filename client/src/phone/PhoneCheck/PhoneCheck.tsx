import { useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveCalls } from '../../live/keys.ts';
import { audioChoice } from '../audioChoice.ts';
import { useMicrophoneLevel } from '../level/useMicrophoneLevel.ts';
import { usePhone } from '../PhoneProvider/usePhone.ts';
import { PhoneWord } from '../PhoneWord/PhoneWord.tsx';
import { DevicesStep } from './DevicesStep.tsx';
import { LevelStep } from './LevelStep.tsx';
import { LineStep } from './LineStep.tsx';
import { MicrophoneStep } from './MicrophoneStep.tsx';
import { NoticeStep } from './NoticeStep.tsx';
import { RingerStep } from './RingerStep.tsx';
import './phoneCheck.css';

/** Before the first shift: microphone, devices, how loud one speaks, bell, notification, line. While a call runs it leaves the microphone alone. */
export function PhoneCheck() {
  const { t } = useTranslation();
  const phone = usePhone();
  const cards = useLiveCalls();
  const [wantsMicrophone, setWantsMicrophone] = useState(false);
  const deviceId = useSyncExternalStore(audioChoice.subscribe, () => audioChoice.of('microphone'));
  const isTalking = cards.some(({ id }) => phone.legOf(id)?.state === 'talking');
  const isElsewhere = phone.status.state === 'elsewhere';
  const isOn = wantsMicrophone && !isTalking;
  const level = useMicrophoneLevel(isOn, deviceId);
  return (
    <div className="page phone-check">
      <div className="page-head">
        <h1>{t('phoneCheck.title')}</h1>
        <span className="quiet">{t('phoneCheck.intro')}</span>
      </div>
      {(isElsewhere || isTalking) && (
        <p className="sheet check-state">
          {isElsewhere && <PhoneWord />}
          {isTalking && <b>{t('phoneCheck.inCall')}</b>}
        </p>
      )}
      <ol className="check-steps">
        <MicrophoneStep number={1} level={level} isOn={isOn} isBusy={isTalking} onSwitch={setWantsMicrophone} />
        <DevicesStep number={2} isOpen={level.permission === 'granted'} />
        <LevelStep number={3} level={level} />
        <RingerStep number={4} />
        <NoticeStep number={5} />
        <LineStep number={6} isBusy={isTalking} />
      </ol>
    </div>
  );
}
