import { remember, remembered } from '../app/remembered.ts';

/** `asksEachTime`: allowed before, in a browser that asks anew for every call. */
export type MicrophonePermission = 'granted' | 'asksEachTime' | 'prompt' | 'denied' | 'missing' | 'busy' | 'unsupported';

/** The computer's microphone: may we, and is there one. */
export interface Microphone {
  permission(): Promise<MicrophonePermission>;
  /** Opens it for a moment: the only proof that no other program holds it. The browser may ask the user. */
  open(): Promise<MicrophonePermission>;
  /** The permission or the devices changed. @returns the way to stop */
  onChange(listener: () => void): () => void;
}

const askedKey = 'three-rings.microphone-asks-each-time';

async function permissionState(): Promise<PermissionState> {
  try {
    // Older browsers know no permission of this name.
    return (await navigator.permissions.query({ name: 'microphone' })).state;
  } catch {
    return 'prompt';
  }
}

/** After the microphone was opened with success: does this browser remember that? */
export async function rememberAllowed(): Promise<void> {
  if ((await permissionState()) === 'granted') remember(askedKey, null);
  else remember(askedKey, '1');
}

/** What a refused `getUserMedia` means. */
export function whyClosed(error: unknown): MicrophonePermission {
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied';
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'missing';
  return 'busy';
}

/** @see Microphone */
export const browserMicrophone: Microphone = {
  async permission() {
    // Browsers give no microphone to pages over plain http.
    if (!('mediaDevices' in navigator) || !('RTCPeerConnection' in window)) return 'unsupported';
    const state = await permissionState();
    if (state === 'denied') return 'denied';
    const devices = await navigator.mediaDevices.enumerateDevices();
    if (devices.length > 0 && !devices.some(({ kind }) => kind === 'audioinput')) return 'missing';
    if (state === 'granted') return 'granted';
    return remembered(askedKey) === '1' ? 'asksEachTime' : 'prompt';
  },
  async open() {
    if (!('mediaDevices' in navigator)) return 'unsupported';
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      for (const track of stream.getTracks()) track.stop();
      await rememberAllowed();
      return 'granted';
    } catch (error) {
      return whyClosed(error);
    }
  },
  onChange(listener) {
    let status: PermissionStatus | null = null;
    let isStopped = false;
    if (!('mediaDevices' in navigator)) return () => undefined;
    navigator.mediaDevices.addEventListener('devicechange', listener);
    window.addEventListener('three-rings:microphone', listener);
    navigator.permissions.query({ name: 'microphone' }).then(
      (found) => {
        if (isStopped) return;
        status = found;
        status.addEventListener('change', listener);
      },
      () => undefined,
    );
    return () => {
      isStopped = true;
      navigator.mediaDevices.removeEventListener('devicechange', listener);
      window.removeEventListener('three-rings:microphone', listener);
      status?.removeEventListener('change', listener);
    };
  },
};

/** Tells this page's own listeners: browsers without the permission's event say nothing by themselves. */
export function microphoneChanged(): void {
  window.dispatchEvent(new Event('three-rings:microphone'));
}
