import { openListeners } from './listeners.ts';
import { remember, remembered } from '../app/remembered.ts';

/** Which of the computer's devices does what: microphone and loudspeaker of a call, and the bell's own loudspeaker. */
export type AudioPart = 'microphone' | 'speaker' | 'bell';

const key = (part: AudioPart): string => `three-rings.audio.${part}`;
const listeners = openListeners();

/** The devices that this computer's user chose; null: whatever the computer uses by itself. Kept in this browser. */
export const audioChoice = {
  of: (part: AudioPart): string | null => remembered(key(part)),
  choose(part: AudioPart, deviceId: string | null): void {
    if (deviceId === null) remember(key(part), null);
    else remember(key(part), deviceId);
    listeners.tell();
  },
  subscribe: listeners.add,
};

/** What the lines read of it; tests hand in their own. */
export type AudioChoice = Pick<typeof audioChoice, 'of' | 'subscribe'>;

/** What is asked of the microphone; a chosen one that was pulled out is replaced by the usual one rather than by silence. */
export function microphoneConstraints(deviceId: string | null): MediaTrackConstraints {
  return { echoCancellation: true, noiseSuppression: true, autoGainControl: true, ...(deviceId === null ? {} : { deviceId: { ideal: deviceId } }) };
}
