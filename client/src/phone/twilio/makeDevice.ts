import { Call, Device } from '@twilio/voice-sdk';
import type { CarrierDevice } from './carrierDevice.ts';
import { quietSounds } from './quietSounds.ts';

/** The SDK's own warning that a token ends; ours comes earlier. */
const tokenRefreshMs = 120_000;
/** How long a call lives while its signalling is cut (a changed network), ms. The carrier tells the end of a closed page that much later. */
const signalingGraceMs = 8_000;

/** The carrier's telephone. This file alone imports the SDK, and is itself loaded only where a carrier rings the phones. */
export async function makeDevice(token: string): Promise<CarrierDevice> {
  const device = new Device(token, {
    appName: 'three-rings',
    logLevel: 'error',
    codecPreferences: [Call.Codec.Opus, Call.Codec.PCMU],
    enableImprovedSignalingErrorPrecision: true,
    maxCallSignalingTimeoutMs: signalingGraceMs,
    tokenRefreshMs,
    sounds: quietSounds,
  });
  device.audio?.incoming(false);
  device.audio?.outgoing(false);
  device.audio?.disconnect(false);
  const on = (event: string, listener: (...args: never[]) => void): unknown => device.on(event, listener as (...args: unknown[]) => void);
  return {
    register: () => device.register(),
    updateToken: (fresh) => device.updateToken(fresh),
    destroy: () => device.destroy(),
    async speaker(deviceId) {
      if (device.audio?.isOutputSelectionSupported === true) await device.audio.speakerDevices.set(deviceId ?? 'default');
    },
    async microphone(deviceId) {
      if (deviceId === null) await device.audio?.unsetInputDevice();
      else await device.audio?.setInputDevice(deviceId);
    },
    on: on,
  };
}
