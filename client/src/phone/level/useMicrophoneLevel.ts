import { useEffect, useState } from 'react';
import { rememberAllowed, whyClosed } from '../microphone.ts';
import type { MicrophonePermission } from '../microphone.ts';
import { framesKept, measureStream } from './measureStream.ts';
import { judgeVoice } from './voiceLevel.ts';
import type { Frame, VoiceLevel } from './voiceLevel.ts';

/** What the microphone gives while its page is open; nothing of it is sent or kept. */
export interface MicrophoneLevel {
  /** Null while it is off or being opened. */
  permission: MicrophonePermission | null;
  /** What the browser calls the microphone that is open. */
  label: string | null;
  /** Now, dB; -100 is silence. */
  now: number;
  level: VoiceLevel;
}

const off: MicrophoneLevel = { permission: null, label: null, now: -100, level: 'silent' };

/** Opens the microphone while `isOn` and measures it as it is, without the browser's own corrections of loudness. */
export function useMicrophoneLevel(isOn: boolean, deviceId: string | null): MicrophoneLevel {
  const [level, setLevel] = useState(off);
  useEffect(() => {
    if (!isOn) return setLevel(off);
    let isOver = false;
    let stop = (): void => undefined;
    const open = async (): Promise<void> => {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: { autoGainControl: false, echoCancellation: false, noiseSuppression: false, ...(deviceId === null ? {} : { deviceId: { ideal: deviceId } }) } });
      const release = (): void => stream.getTracks().forEach((track) => track.stop());
      if (isOver) return release();
      void rememberAllowed();
      const frames: Frame[] = [];
      const label = stream.getAudioTracks()[0]?.label ?? null;
      const stopMeasuring = measureStream(stream, (frame) => {
        frames.push(frame);
        if (frames.length > framesKept) frames.shift();
        setLevel({ permission: 'granted', label, now: frame.rms, level: judgeVoice(frames) });
      });
      stop = () => {
        stopMeasuring();
        release();
      };
      setLevel({ ...off, permission: 'granted', label });
    };
    if (!('mediaDevices' in navigator)) setLevel({ ...off, permission: 'unsupported' });
    else open().catch((error: unknown) => isOver || setLevel({ ...off, permission: whyClosed(error) }));
    return () => {
      isOver = true;
      stop();
    };
  }, [isOn, deviceId]);
  return level;
}
