import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../client/src/app/request.ts';
import { openHold } from '../../client/src/phone/hold.ts';
import type { Hold } from '../../client/src/phone/hold.ts';
import { manualClock } from '../support/manualClock.ts';
import type { ManualClock } from '../support/manualClock.ts';

/** The server's part, as the floor keeps it: one connection has the phone. */
class Floor {
  holder: string | null = null;
  readonly windows: Win[] = [];
  private told: string | null = null;

  register(connectionId: string, input: { state: 'registered' | 'unregistered'; onlyIfFree?: true; insteadOf?: string }): void {
    if (input.state === 'unregistered') {
      if (this.holder === connectionId) this.put(null);
      return;
    }
    if (input.onlyIfFree && this.holder !== null && this.holder !== connectionId && this.holder !== input.insteadOf) throw new Refusal('conflict', 'the phone is registered in another window');
    this.put(connectionId);
  }

  put(holder: string | null): void {
    const before = this.told;
    this.holder = this.told = holder;
    if (before === holder) return;
    for (const window of this.windows) {
      if (window.connectionId === before) window.hold.here(false);
      if (window.connectionId === holder && holder !== null) window.hold.here(true);
    }
    for (const window of this.windows) window.tell();
  }
}

class Win {
  static count = 0;
  connectionId: string | null = null;
  memory: string | null = null;
  isOpen = true;
  hold: Hold;

  readonly floor: Floor;
  readonly clock: ManualClock;

  constructor(floor: Floor, clock: ManualClock) {
    this.floor = floor;
    this.clock = clock;
    this.hold = this.make();
    floor.windows.push(this);
  }

  private make(): Hold {
    const hold = openHold({
      register: async (input) => {
        const over = this.connectionId;
        await Promise.resolve();
        if (over === null || over !== this.connectionId) throw new Refusal('network', 'cut');
        this.floor.register(over, input);
      },
      timers: {
        now: () => this.clock.now(),
        after: (ms, run) => {
          const timer = this.clock.setTimer(ms, run);
          return () => timer.cancel();
        },
      },
      memory: { read: () => this.memory, keep: (connectionId) => (this.memory = connectionId) },
    });
    hold.ready(true);
    return hold;
  }

  connect(): void {
    if (!this.isOpen || this.connectionId !== null) return;
    this.connectionId = `c${Win.count++}`;
    this.tell();
  }

  /** The browser notices; `isNoticed`: the server does too, else it keeps the dead connection for a while. */
  cut(isNoticed: boolean): void {
    const gone = this.connectionId;
    if (gone === null) return;
    this.connectionId = null;
    this.tell();
    const notice = (): void => {
      if (this.floor.holder === gone) this.floor.put(null);
    };
    if (isNoticed) notice();
    else this.clock.setTimer(18_000, notice);
  }

  reload(): void {
    this.cut(true);
    this.hold.close();
    this.hold = this.make();
    this.connect();
  }

  tell(): void {
    if (!this.isOpen) return;
    this.hold.know({ connection: this.connectionId === null ? 'lost' : 'live', connectionId: this.connectionId, phone: this.connectionId === null && this.hold.place === 'seeking' ? null : this.floor.holder === null ? 'unregistered' : 'registered' });
  }
}

const act = fc.oneof(
  fc.record({ kind: fc.constantFrom('connect', 'cut', 'cutUnnoticed', 'reload', 'takeOver', 'ready', 'notReady'), at: fc.nat(2) }),
  fc.record({ kind: fc.constant('pass'), at: fc.integer({ min: 0, max: 20_000 }) }),
);

test('whatever happens to three windows, in the end exactly one has the phone, and it is the one that the server means', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 30 }), async (acts) => {
      const clock = manualClock();
      const floor = new Floor();
      const windows = [new Win(floor, clock), new Win(floor, clock), new Win(floor, clock)];
      const settle = async (): Promise<void> => {
        for (let turn = 0; turn < 12; turn++) await Promise.resolve();
      };
      for (const { kind, at } of acts) {
        const window = windows[at];
        if (kind === 'pass') await clock.advance(at, settle);
        else if (!window) continue;
        else if (kind === 'connect') window.connect();
        else if (kind === 'cut') window.cut(true);
        else if (kind === 'cutUnnoticed') window.cut(false);
        else if (kind === 'reload') window.reload();
        else if (kind === 'takeOver') void window.hold.takeOver().catch(() => undefined);
        else window.hold.ready(kind === 'ready');
        await settle();
      }
      for (const window of windows) {
        window.hold.ready(true);
        window.connect();
      }
      await clock.advance(60_000, settle);
      const here = windows.filter(({ hold }) => hold.isRegistered);
      expect(here.map(({ connectionId }) => connectionId)).toEqual([floor.holder]);
      for (const window of windows) expect(window.hold.place).toBe(window === here[0] ? 'here' : 'elsewhere');
      for (const window of windows) window.hold.close();
    }),
    { numRuns: 1000 },
  );
});

test('taking over ends when the phone is here, and fails in words when the line does not come up', async () => {
  const clock = manualClock();
  const floor = new Floor();
  const [first, second] = [new Win(floor, clock), new Win(floor, clock)];
  first.connect();
  await clock.advance(0);
  second.connect();
  await clock.advance(0);
  expect([first.hold.place, second.hold.place]).toEqual(['here', 'elsewhere']);
  second.hold.ready(false);
  const late = second.hold.takeOver();
  expect(second.hold.wants).toBe(true);
  const failed = expect(late).rejects.toMatchObject({ code: 'unavailable' });
  await clock.advance(15_000);
  await failed;
  expect([first.hold.place, second.hold.wants]).toEqual(['here', false]);
  second.hold.ready(true);
  await second.hold.takeOver();
  expect([first.hold.place, second.hold.place]).toEqual(['elsewhere', 'here']);
});

test('a server that refuses is asked again, and the refusal is told meanwhile', async () => {
  const clock = manualClock();
  let refusals = 2;
  const hold = openHold({
    register: async () => {
      if (refusals-- > 0) throw new Refusal('unavailable', 'the records hang');
    },
    timers: {
      now: () => clock.now(),
      after: (ms, run) => {
        const timer = clock.setTimer(ms, run);
        return () => timer.cancel();
      },
    },
    memory: { read: () => null, keep: () => undefined },
  });
  hold.ready(true);
  hold.know({ connection: 'live', connectionId: 'c1', phone: 'unregistered' });
  await clock.advance(0);
  expect([hold.isRefused, hold.isRegistered]).toEqual([true, false]);
  await clock.advance(3_000, () => Promise.resolve());
  await clock.advance(3_000, () => Promise.resolve());
  expect([hold.isRefused, hold.isRegistered]).toEqual([false, true]);
  hold.close();
});
