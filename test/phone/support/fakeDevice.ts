import { EventEmitter } from 'node:events';
import type { CarrierCall, CarrierDevice } from '../../../client/src/phone/twilio/carrierDevice.ts';

/** A call of the SDK as a test plays it. */
export class FakeCall extends EventEmitter implements CarrierCall {
  readonly parameters: Record<string, string>;
  state: 'pending' | 'open' | 'closed' = 'pending';
  /** The microphone does not open: the SDK gives the call up with this. */
  acceptFails: { code: number } | null = null;
  /** Accepting waits until the test says so. */
  isSlow = false;
  muted = false;
  ignored = false;
  constraints: MediaStreamConstraints | undefined;

  constructor(parameters: Record<string, string>) {
    super();
    this.parameters = parameters;
  }

  accept(options?: { rtcConstraints?: MediaStreamConstraints }): void {
    if (this.state !== 'pending') return;
    this.constraints = options?.rtcConstraints;
    if (this.acceptFails) {
      this.end('disconnect');
      this.emit('error', this.acceptFails);
    } else if (!this.isSlow) this.connect();
  }

  connect(): void {
    this.state = 'open';
    this.emit('accept');
  }

  reject(): void {
    if (this.state === 'pending') this.end('reject');
  }

  ignore(): void {
    this.ignored = true;
    this.state = 'closed';
  }

  disconnect(): void {
    if (this.state !== 'closed') this.end('disconnect');
  }

  mute(shouldMute: boolean): void {
    this.muted = shouldMute;
    this.emit('mute', shouldMute);
  }

  getLocalStream(): MediaStream {
    return {} as MediaStream;
  }

  isMuted(): boolean {
    return this.muted;
  }

  end(event: 'cancel' | 'disconnect' | 'reject'): void {
    this.state = 'closed';
    this.emit(event);
  }
}

/** A Device of the SDK as a test plays it; by itself it registers at once. */
export class FakeDevice extends EventEmitter implements CarrierDevice {
  static all: FakeDevice[] = [];
  /** What the carrier does with one that registers. */
  static onRegister: (device: FakeDevice) => void = (device) => device.come();
  token: string;
  state: 'unregistered' | 'registering' | 'registered' | 'destroyed' = 'unregistered';
  readonly calls: FakeCall[] = [];
  speakers: (string | null)[] = [];
  microphones: (string | null)[] = [];

  constructor(token: string) {
    super();
    this.token = token;
    FakeDevice.all.push(this);
  }

  async register(): Promise<void> {
    this.state = 'registering';
    FakeDevice.onRegister(this);
  }

  come(): void {
    this.state = 'registered';
    this.emit('registered');
  }

  go(): void {
    this.state = 'unregistered';
    this.emit('unregistered');
  }

  updateToken(token: string): void {
    this.token = token;
  }

  destroy(): void {
    if (this.state === 'destroyed') return;
    this.state = 'destroyed';
    for (const call of this.calls) {
      if (call.state === 'pending') call.reject();
      call.disconnect();
    }
    this.emit('unregistered');
    this.emit('destroyed');
    this.removeAllListeners();
  }

  async speaker(deviceId: string | null): Promise<void> {
    this.speakers.push(deviceId);
  }

  async microphone(deviceId: string | null): Promise<void> {
    this.microphones.push(deviceId);
  }

  invite(parameters: Record<string, string>): FakeCall {
    const call = new FakeCall(parameters);
    this.calls.push(call);
    this.emit('incoming', call);
    return call;
  }
}
