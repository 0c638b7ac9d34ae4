import { Button } from 'antd';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { audioChoice } from '../audioChoice.ts';
import type { AudioPart } from '../audioChoice.ts';
import { ringOnce } from '../bell.ts';
import { useAudioDevices } from '../level/useAudioDevices.ts';
import { playVoice } from './playVoice.ts';
import { Step } from './Step.tsx';

function DeviceChoice({ part, devices }: { part: AudioPart; devices: readonly MediaDeviceInfo[] }) {
  const { t } = useTranslation();
  const chosen = useSyncExternalStore(audioChoice.subscribe, () => audioChoice.of(part));
  const own = devices.filter(({ deviceId }) => deviceId !== 'default' && deviceId !== 'communications');
  return (
    <label className="check-field">
      <span>{t(`phoneCheck.devices.${part}`)}</span>
      <select className="check-select" value={own.some(({ deviceId }) => deviceId === chosen) ? (chosen ?? '') : ''} onChange={(event) => audioChoice.choose(part, event.target.value === '' ? null : event.target.value)}>
        <option value="">{t('phoneCheck.devices.usual')}</option>
        {own.map(({ deviceId, label }, index) => (
          <option key={deviceId} value={deviceId}>
            {label === '' ? t('phoneCheck.devices.unnamed', { n: index + 1 }) : label}
          </option>
        ))}
      </select>
    </label>
  );
}

const canChooseSpeaker = 'setSinkId' in HTMLMediaElement.prototype;
const canChooseBell = 'AudioContext' in window && 'setSinkId' in AudioContext.prototype;

/** Which microphone, which earpiece, and where it rings: an office hears the bell from the loudspeaker while the headset lies on the desk. */
export function DevicesStep({ number, isOpen }: { number: number; isOpen: boolean }) {
  const { t } = useTranslation();
  const { microphones, speakers } = useAudioDevices(isOpen);
  const isNamed = microphones.some(({ label }) => label !== '');
  return (
    <Step number={number} title={t('phoneCheck.devices.title')} state={null}>
      {!isNamed && <p className="quiet">{t('phoneCheck.devices.needsMicrophone')}</p>}
      <div className="check-fields">
        <DeviceChoice part="microphone" devices={microphones} />
        {canChooseSpeaker ? (
          <div className="check-row">
            <DeviceChoice part="speaker" devices={speakers} />
            <Button onClick={() => playVoice(audioChoice.of('speaker'))}>{t('phoneCheck.devices.tryOut')}</Button>
          </div>
        ) : (
          <p className="quiet">{t('phoneCheck.devices.noSpeakerChoice')}</p>
        )}
        {canChooseBell && (
          <div className="check-row">
            <DeviceChoice part="bell" devices={speakers} />
            <Button onClick={() => ringOnce()}>{t('phoneCheck.devices.tryOut')}</Button>
          </div>
        )}
      </div>
    </Step>
  );
}
