import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Frame } from '../../client/src/phone/level/voiceLevel.ts';
import { openListeners } from '../../client/src/phone/listeners.ts';
import type { MicrophonePermission } from '../../client/src/phone/microphone.ts';
import type { Pass } from '../../client/src/phone/twilio/tokenKeeper.ts';
import { openTwilioLine } from '../../client/src/phone/twilio/twilioLine.ts';
import { Refusal } from '../../client/src/app/request.ts';
import type { PhoneView } from '../../server/contract/phone.ts';
import { aLegCallback, anIncomingCall, attributes, legSidOf, openHouse } from '../support/house.ts';
import type { House, Params } from '../support/house.ts';
import { describeDeskPhone } from '../suites/deskPhone.ts';
import type { PhoneBench } from '../suites/deskPhone.ts';
import { aWindow, timersOf, until } from './support/aWindow.ts';
import type { Window } from './support/aWindow.ts';
import { FakeDevice } from './support/fakeDevice.ts';
import type { FakeCall } from './support/fakeDevice.ts';

const keys = { TWILIO_API_KEY_SID: `SK${'2'.repeat(32)}`, TWILIO_API_KEY_SECRET: 'secret-of-the-key' };

interface Rung {
  call: Params & { CallSid: string };
  legSid: string;
  leg: (status: string) => Promise<unknown>;
  offers: FakeCall[];
}

interface CarrierBench extends PhoneBench {
  house: House;
  /** The telephones of the SDK that were made, oldest first. */
  devices: FakeDevice[];
  device(): FakeDevice;
  rung(callId: string): Rung;
  microphone: { permission: MicrophonePermission; opens: MicrophonePermission; change: () => void };
  /** What asking for a pass comes to; null: a real one from the server. */
  passFails: boolean;
  asked: number;
  makingFails: Error | null;
  /** One look at the agent's voice. */
  speak: (frame: Frame) => void;
}

/** The real server with a carrier's account, webhooks as the carrier sends them, and the SDK's Device played by the test. */
async function openBench(): Promise<CarrierBench> {
  const house = await openHouse({ env: keys });
  const windows: Window[] = [];
  const onTheirWay: Promise<unknown>[] = [];
  const rungs = new Map<string, Rung>();
  const microphoneNews = openListeners();
  FakeDevice.all = [];
  FakeDevice.onRegister = (device) => device.come();
  const staff = await house.signIn('agent');

  const bench: CarrierBench = {
    house,
    devices: FakeDevice.all,
    movesCalls: false,
    passFails: false,
    asked: 0,
    makingFails: null,
    speak: () => undefined,
    microphone: { permission: 'granted', opens: 'granted', change: microphoneNews.tell },
    device() {
      const device = FakeDevice.all.at(-1);
      if (!device) throw new Error('no Device yet');
      return device;
    },
    rung(callId) {
      const rung = rungs.get(callId);
      if (!rung) throw new Error(`nobody called as ${callId}`);
      return rung;
    },
    async open(memory) {
      const fetchPass = async (): Promise<Pass> => {
        bench.asked += 1;
        if (bench.passFails) throw new Refusal('unavailable', 'not now');
        const view = (await (await staff.fetch('/api/phone')).json()) as PhoneView;
        if (view.kind !== 'twilio') throw new Error(`the phone is ${view.kind}`);
        return view;
      };
      const firstPass = await fetchPass();
      bench.asked = 0;
      const window = await aWindow(
        house,
        'agent',
        () =>
          openTwilioLine({
            userId: 'agent',
            firstPass,
            fetchPass,
            async makeDevice(token) {
              if (bench.makingFails) throw bench.makingFails;
              return new FakeDevice(token);
            },
            microphone: { permission: async () => bench.microphone.permission, open: async () => bench.microphone.opens, onChange: microphoneNews.add },
            measure(_, onFrame) {
              bench.speak = onFrame;
              return () => (bench.speak = () => undefined);
            },
            audio: { of: () => null, subscribe: () => () => undefined },
            timers: timersOf(house),
          }),
        memory,
      );
      windows.push(window);
      await window.send('agent:presence', { state: 'available' });
      return window;
    },
    async call() {
      const call = anIncomingCall();
      const { xml } = await house.post('/twilio/voice', call);
      const [callback = ''] = attributes(xml, 'Client', 'statusCallback');
      const legSid = legSidOf(`leg of ${call.CallSid}`);
      const leg = (status: string): Promise<unknown> => {
        const sent = house.post(callback, aLegCallback(call, 'agent', status, legSid));
        onTheirWay.push(sent);
        return sent;
      };
      // The carrier rings every browser that is registered under the name.
      const offers = FakeDevice.all.filter(({ state }) => state === 'registered').map((device) => device.invite({ CallSid: legSid, From: call['From'] ?? '', To: 'client:agent' }));
      const rung: Rung = { call, legSid, leg, offers };
      rungs.set(call.CallSid, rung);
      await leg('ringing');
      for (const offer of offers) {
        offer.on('accept', () => void leg('in-progress'));
        offer.on('reject', () => void leg('busy'));
        offer.on('disconnect', () => void leg('completed'));
      }
      await house.advance(0);
      return call.CallSid;
    },
    async callerHangsUp(callId) {
      const { call, offers } = bench.rung(callId);
      for (const offer of offers) if (offer.state !== 'closed') offer.end(offer.state === 'pending' ? 'cancel' : 'disconnect');
      await bench.rung(callId).leg('completed');
      await house.post('/twilio/status', { ...call, CallStatus: 'completed' });
      await house.advance(0);
    },
    farEnd(callId) {
      const here = bench.rung(callId).offers.filter(({ ignored }) => !ignored);
      const open = here.find(({ state }) => state === 'open');
      if (open) return open.muted ? 'muted' : 'talking';
      return here.some(({ state }) => state === 'pending') ? 'ringing' : 'over';
    },
    pass: (ms) => house.advance(ms),
    registered: () => house.app.floor.view('agent', null)?.phone === 'registered',
    async close() {
      for (const window of windows) window.close();
      await Promise.all(onTheirWay);
      await house.close();
    },
  };
  return bench;
}

describeDeskPhone('the carrier’s line', openBench);

describe('the carrier’s phone', () => {
  let bench: CarrierBench;
  beforeEach(async () => {
    bench = await openBench();
  });
  afterEach(() => bench.close());

  const is = (window: Window, state: string, trouble?: string | null): Promise<void> => until(() => window.phone.status.state === state && (trouble === undefined || ('trouble' in window.phone.status && window.phone.status.trouble === trouble)));
  async function registered(): Promise<Window> {
    const window = await bench.open();
    await is(window, 'registered');
    return window;
  }
  async function talking(): Promise<{ window: Window; callId: string }> {
    const window = await registered();
    const callId = await bench.call();
    await until(() => window.phone.legOf(callId) !== null);
    await window.phone.answer(callId);
    return { window, callId };
  }

  describe('is told to our server as registered only while the Device is', () => {
    test('not before the Device says so', async () => {
      FakeDevice.onRegister = () => undefined;
      const window = await bench.open();
      await until(() => FakeDevice.all.length === 1);
      await bench.pass(5_000);
      expect(window.phone.status).toEqual({ state: 'connecting' });
      expect(bench.registered()).toBe(false);
      bench.device().come();
      await is(window, 'registered');
      expect(bench.registered()).toBe(true);
    });

    test('a cut signalling is told in words, and nobody is rung meanwhile', async () => {
      const window = await registered();
      bench.device().emit('error', { code: 53000 });
      bench.device().go();
      await is(window, 'unregistered', 'signaling');
      await until(() => !bench.registered());
      bench.device().come();
      await is(window, 'registered', null);
      expect(FakeDevice.all).toHaveLength(1);
    });

    test('a signalling that broke twice, after which the SDK does not register again, is made anew', async () => {
      const window = await registered();
      bench.device().emit('error', { code: 53000 });
      bench.device().go();
      await is(window, 'unregistered', 'signaling');
      await bench.pass(14_000);
      expect(FakeDevice.all).toHaveLength(1);
      await bench.pass(2_000);
      await until(() => FakeDevice.all.length === 2);
      await is(window, 'registered', null);
    });
  });

  describe('its pass', () => {
    test('is changed five minutes before its end, all day long', async () => {
      await registered();
      const first = bench.device().token;
      await bench.pass(3_600_000 - 300_000);
      await until(() => bench.asked === 1);
      await bench.pass(3_600_000);
      await until(() => bench.asked === 2);
      expect(FakeDevice.all).toHaveLength(1);
      expect(typeof first).toBe('string');
    });

    test('is changed when the SDK says that it ends', async () => {
      await registered();
      bench.device().emit('tokenWillExpire');
      await until(() => bench.asked === 1);
    });

    test('is not changed under a call while there is time: it would cost a second of sound', async () => {
      const { window, callId } = await talking();
      await bench.pass(3_600_000 - 300_000);
      await bench.pass(120_000);
      expect(bench.asked).toBe(0);
      await window.phone.hangUp(callId);
      await bench.pass(10_000);
      await until(() => bench.asked === 1);
    });

    test('is changed under a call at the last minute', async () => {
      await talking();
      await bench.pass(3_600_000 - 50_000);
      await until(() => bench.asked === 1);
    });

    test('that cannot be changed is tried again and again, told in words, while calls still come in', async () => {
      const window = await registered();
      bench.passFails = true;
      await bench.pass(3_600_000 - 300_000);
      await is(window, 'registered', 'refreshing');
      await bench.pass(5_000);
      await until(() => bench.asked === 2);
      bench.passFails = false;
      await bench.pass(10_000);
      await is(window, 'registered', null);
    });

    test('that the carrier refuses is replaced, with a new Device, after a moment', async () => {
      const window = await registered();
      bench.device().emit('error', { code: 20104 });
      await is(window, 'unregistered', 'token');
      await until(() => !bench.registered());
      await bench.pass(2_000);
      await is(window, 'registered', null);
      expect(FakeDevice.all.map(({ state }) => state)).toEqual(['destroyed', 'registered']);
    });

    test('refused in mid-call changes nothing until the call is over', async () => {
      const { window, callId } = await talking();
      bench.device().emit('error', { code: 31205 });
      await bench.pass(30_000);
      expect(bench.farEnd(callId)).toBe('talking');
      expect(FakeDevice.all).toHaveLength(1);
      await window.phone.hangUp(callId);
      await until(() => FakeDevice.all.length === 2);
      await is(window, 'registered', null);
    });

    test('is asked for more and more rarely where the account is wrong', async () => {
      const window = await registered();
      const made: number[] = [];
      FakeDevice.onRegister = (device) => {
        made.push(bench.house.clock.now());
        device.emit('error', { code: 20151 });
      };
      const since = bench.house.clock.now();
      bench.device().emit('error', { code: 20151 });
      await is(window, 'unregistered', 'account');
      while (made.length < 5) await bench.pass(1_000);
      const waits = made.map((at, index) => Math.round((at - (made[index - 1] ?? since)) / 1000));
      // The answers of the server take their own time, which the clock does not count.
      expect(waits[4]).toBeGreaterThan(4 * (waits[0] ?? 0));
      expect(window.phone.status).toEqual({ state: 'unregistered', trouble: 'account' });
    });
  });

  describe('the microphone', () => {
    test.each([
      ['prompt', 'microphoneNotAsked'],
      ['denied', 'microphoneDenied'],
      ['missing', 'microphoneMissing'],
      ['unsupported', 'unsupported'],
    ] as const)('%s: the phone does not ring, and says why; it registers as soon as that is mended', async (permission, trouble) => {
      bench.microphone.permission = permission;
      const window = await bench.open();
      await is(window, 'unregistered', trouble);
      expect(FakeDevice.all).toHaveLength(0);
      bench.microphone.permission = 'granted';
      bench.microphone.change();
      await is(window, 'registered');
    });

    test('plugged over, it is gone for a moment and the phone rings on; pulled out, it is told and the phone does not ring', async () => {
      const window = await registered();
      bench.microphone.permission = 'missing';
      bench.microphone.change();
      await bench.pass(1_000);
      bench.microphone.permission = 'granted';
      bench.microphone.change();
      await bench.pass(10_000);
      expect(window.phone.status).toEqual({ state: 'registered', trouble: null });
      bench.microphone.permission = 'missing';
      bench.microphone.change();
      await bench.pass(0);
      await bench.pass(2_000);
      await is(window, 'unregistered', 'microphoneMissing');
    });

    test('a browser that asks for each call rings all the same', async () => {
      bench.microphone.permission = 'asksEachTime';
      await registered();
    });

    test('refused when the call is answered: the call is given back, and this phone rings for nobody until it is allowed', async () => {
      const window = await registered();
      const callId = await bench.call();
      await until(() => window.phone.legOf(callId) !== null);
      for (const offer of bench.rung(callId).offers) offer.acceptFails = { code: 31401 };
      bench.microphone.permission = bench.microphone.opens = 'denied';
      await expect(window.phone.answer(callId)).rejects.toMatchObject({ code: 'wrong_state' });
      await is(window, 'unregistered', 'microphoneDenied');
      await until(() => !bench.registered());
      bench.microphone.permission = bench.microphone.opens = 'granted';
      bench.microphone.change();
      await is(window, 'registered', null);
    });

    test('held by another program: tried again until it opens', async () => {
      const window = await registered();
      const callId = await bench.call();
      await until(() => window.phone.legOf(callId) !== null);
      for (const offer of bench.rung(callId).offers) offer.acceptFails = { code: 31402 };
      bench.microphone.opens = 'busy';
      await expect(window.phone.answer(callId)).rejects.toMatchObject({ code: 'wrong_state' });
      await is(window, 'unregistered', 'microphoneBusy');
      await bench.pass(10_000);
      await is(window, 'unregistered', 'microphoneBusy');
      bench.microphone.opens = 'granted';
      await bench.pass(10_000);
      await is(window, 'registered', null);
    });

    test('silent in mid-call is told, unless the agent is muted, and forgotten when it speaks', async () => {
      const { window, callId } = await talking();
      const [offer] = bench.rung(callId).offers;
      offer?.emit('warning', 'constant-audio-input-level');
      await is(window, 'registered', 'silentMicrophone');
      offer?.emit('warning-cleared', 'constant-audio-input-level');
      await is(window, 'registered', null);
      await window.phone.mute(callId, true);
      offer?.emit('warning', 'constant-audio-input-level');
      expect(window.phone.status).toEqual({ state: 'registered', trouble: null });
    });

    test('is asked for with the corrections of loudness and echo that a call wants', async () => {
      const { callId } = await talking();
      expect(bench.rung(callId).offers[0]?.constraints).toEqual({ audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true } });
    });
  });

  test('a voice that is too low for a while is told once a call; not while muted, not while the agent listens', async () => {
    const { window, callId } = await talking();
    const speak = (rms: number, seconds: number): void => Array.from({ length: seconds * 17 }).forEach(() => bench.speak({ rms, peak: rms + 8 }));
    speak(-26, 20);
    speak(-70, 30);
    await window.phone.mute(callId, true);
    speak(-48, 30);
    await window.phone.mute(callId, false);
    expect(window.phone.voiceHint(callId)).toBeNull();
    speak(-48, 12);
    expect(window.phone.voiceHint(callId)).toBe('tooLow');
    speak(-5, 30);
    expect(window.phone.voiceHint(callId)).toBe('tooLow');
    await window.phone.hangUp(callId);
    expect(window.phone.voiceHint(callId)).toBeNull();
  });

  describe('calls', () => {
    test('ring when the invitation overtakes the card, and when the card comes first', async () => {
      const window = await registered();
      bench.device().invite({ CallSid: legSidOf('early'), From: '+8613510902716' });
      expect(window.phone.legOf('CAnone')).toBeNull();
      const callId = await bench.call();
      await until(() => window.phone.legOf(callId) !== null);
    });

    test('the second ring is not taken for the first one that was let go and still rings elsewhere', async () => {
      const window = await registered();
      const first = await bench.call();
      await until(() => window.phone.legOf(first) !== null);
      await window.phone.decline(first);
      const second = await bench.call();
      await until(() => window.phone.legOf(second) !== null);
      expect(window.phone.legOf(first)).toBeNull();
    });

    test('a call that ends before it is connected refuses the answer', async () => {
      const window = await registered();
      const callId = await bench.call();
      await until(() => window.phone.legOf(callId) !== null);
      const [offer] = bench.rung(callId).offers;
      if (offer) offer.isSlow = true;
      const answer = window.phone.answer(callId);
      expect(window.phone.legOf(callId)?.state).toBe('answering');
      offer?.end('cancel');
      await expect(answer).rejects.toMatchObject({ code: 'wrong_state' });
      expect(window.phone.legOf(callId)).toBeNull();
    });

    test('a sound that breaks off and comes back is told while it lasts', async () => {
      const { window, callId } = await talking();
      const [offer] = bench.rung(callId).offers;
      offer?.emit('reconnecting');
      await is(window, 'registered', 'media');
      offer?.emit('reconnected');
      await is(window, 'registered', null);
    });

    test('the phone of another window is not rung: its invitation is ignored, not refused', async () => {
      const first = await registered();
      const second = await bench.open();
      await is(second, 'elsewhere');
      await second.phone.takeOver();
      await is(first, 'elsewhere');
      expect(FakeDevice.all.map(({ state }) => state)).toEqual(['destroyed', 'registered']);
    });
  });

  test('a program that does not load, or a browser that cannot, is told in words and tried again', async () => {
    bench.makingFails = new Error('Failed to fetch dynamically imported module');
    const window = await bench.open();
    await is(window, 'unregistered', 'load');
    bench.makingFails = Object.assign(new Error('no WebRTC'), { name: 'NotSupportedError' });
    await bench.pass(2_000);
    await is(window, 'unregistered', 'unsupported');
    bench.makingFails = null;
    await bench.pass(60_000);
    await is(window, 'registered');
  });

  test('an error that nobody knows is named by its number, and forgotten when the phone goes on', async () => {
    const window = await registered();
    bench.device().emit('error', { code: 31999 });
    await is(window, 'registered', 'unknown');
    expect(window.phone.details).toEqual(['31999']);
    await bench.pass(20_000);
    await is(window, 'registered', null);
  });
});
