/*
 * The part of the carrier's SDK that this phone uses, as shapes: the real Device and Call fit them, and so does a test's double.
 */

/** What an error of the SDK says of itself. */
export interface CarrierError {
  code?: number;
  message?: string;
}

/** One call of the SDK. */
export interface CarrierCall {
  /** CallSid is this leg's own SID. */
  readonly parameters: Record<string, string>;
  accept(options?: { rtcConstraints?: MediaStreamConstraints }): void;
  reject(): void;
  ignore(): void;
  disconnect(): void;
  mute(shouldMute: boolean): void;
  isMuted(): boolean;
  /** The agent's own sound, once the microphone is open. */
  getLocalStream(): MediaStream | undefined;
  on(event: 'accept' | 'cancel' | 'disconnect' | 'reject' | 'transportClose' | 'reconnecting' | 'reconnected', listener: () => void): unknown;
  on(event: 'mute', listener: (isMuted: boolean) => void): unknown;
  on(event: 'warning' | 'warning-cleared', listener: (name: string) => void): unknown;
  on(event: 'error', listener: (error: CarrierError) => void): unknown;
}

/** The SDK's telephone: registers with a token, takes calls. */
export interface CarrierDevice {
  register(): Promise<void>;
  updateToken(token: string): void;
  destroy(): void;
  /** Plays the caller's voice there; null is the computer's usual loudspeaker. */
  speaker(deviceId: string | null): Promise<void>;
  /** Takes the voice from there while a call runs; null after it, so that no microphone stays open. */
  microphone(deviceId: string | null): Promise<void>;
  on(event: 'registered' | 'registering' | 'unregistered' | 'destroyed' | 'tokenWillExpire', listener: () => void): unknown;
  on(event: 'incoming', listener: (call: CarrierCall) => void): unknown;
  on(event: 'error', listener: (error: CarrierError) => void): unknown;
}

/** Makes a telephone that is not registered yet. @throws where the browser cannot telephone, or its program does not load */
export type MakeDevice = (token: string) => Promise<CarrierDevice>;
