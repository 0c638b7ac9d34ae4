import { useEffect, useState } from 'react';

/** The microphones and loudspeakers of this computer. Browsers name them only after the microphone was allowed; `again` looks anew. */
export function useAudioDevices(again: unknown): { microphones: MediaDeviceInfo[]; speakers: MediaDeviceInfo[] } {
  const [devices, setDevices] = useState<MediaDeviceInfo[]>([]);
  useEffect(() => {
    if (!('mediaDevices' in navigator)) return;
    let isOver = false;
    const look = (): void => void navigator.mediaDevices.enumerateDevices().then((found) => isOver || setDevices(found));
    look();
    navigator.mediaDevices.addEventListener('devicechange', look);
    return () => {
      isOver = true;
      navigator.mediaDevices.removeEventListener('devicechange', look);
    };
  }, [again]);
  // Before the microphone is allowed browsers tell devices without ids: nothing to choose from.
  const of = (kind: MediaDeviceKind): MediaDeviceInfo[] => devices.filter((device) => device.kind === kind && device.deviceId !== '');
  return { microphones: of('audioinput'), speakers: of('audiooutput') };
}
