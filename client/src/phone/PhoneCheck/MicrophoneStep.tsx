import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneTrouble } from '../deskPhone.ts';
import type { MicrophoneLevel } from '../level/useMicrophoneLevel.ts';
import { browserMicrophone, microphoneChanged } from '../microphone.ts';
import type { MicrophonePermission } from '../microphone.ts';
import { Step } from './Step.tsx';

const troubles: Partial<Record<MicrophonePermission, PhoneTrouble>> = { denied: 'microphoneDenied', missing: 'microphoneMissing', busy: 'microphoneBusy', unsupported: 'unsupported' };

/** Asks for the microphone before the first call does, and says what to do where it is refused. */
export function MicrophoneStep({ number, level, isOn, isBusy, onSwitch }: { number: number; level: MicrophoneLevel; isOn: boolean; isBusy: boolean; onSwitch: (isOn: boolean) => void }) {
  const { t } = useTranslation();
  const [known, setKnown] = useState<MicrophonePermission | null>(null);
  const { permission } = level;
  useEffect(() => {
    let isOver = false;
    const look = (): void => void browserMicrophone.permission().then((found) => isOver || setKnown(found));
    look();
    const stop = browserMicrophone.onChange(look);
    return () => {
      isOver = true;
      stop();
    };
  }, []);
  // The phone itself waits for this.
  useEffect(() => {
    if (permission === 'granted') microphoneChanged();
  }, [permission]);

  const found = permission ?? known;
  const isAllowed = found === 'granted' || found === 'asksEachTime';
  const isUnasked = found === null || found === 'prompt';
  const trouble = found === null ? undefined : troubles[found];
  const isAsking = isOn && permission === null && known === 'prompt';
  return (
    <Step number={number} title={t('phoneCheck.microphone.title')} hint={t('phoneCheck.microphone.hint')} state={trouble !== undefined ? 'look' : isAllowed ? 'done' : 'todo'}>
      <div className="check-row">
        <Button type={isUnasked ? 'primary' : 'default'} disabled={isBusy || found === 'unsupported'} onClick={() => onSwitch(!(isOn && permission === 'granted'))}>
          {t(isOn && permission === 'granted' ? 'phoneCheck.microphone.close' : isUnasked ? 'phoneCheck.microphone.allow' : 'phoneCheck.microphone.open')}
        </Button>
        <span role="status">
          {isAsking ? t('phoneCheck.microphone.asking') : trouble !== undefined ? <b>{t(`phone.trouble.${trouble}`)}</b> : found === 'granted' ? t(known === 'prompt' || known === 'asksEachTime' ? 'phoneCheck.microphone.grantedEach' : 'phoneCheck.microphone.granted') : found === 'asksEachTime' ? t('phoneCheck.microphone.grantedEach') : ''}
        </span>
      </div>
    </Step>
  );
}
