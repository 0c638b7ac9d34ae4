import type { NewAuditEntry } from '../contract/audit.ts';
import type { Sending } from '../contract/delivery.ts';
import { DomainError } from '../contract/errors.ts';
import type { Slip } from '../contract/slip.ts';
import { advanceDelivery } from '../delivery/advanceDelivery.ts';
import type { Delivered, DeliveryFact } from '../delivery/advanceDelivery.ts';
import { isReaddressed } from '../delivery/correction.ts';
import type { Doer } from '../delivery/deliveryFact.ts';
import type { Plan } from '../delivery/plan.ts';
import { differences } from './differences.ts';
import type { SlipChange, SlipStore } from './ports.ts';
import { withMissing } from './slip.ts';

/** `planOf` is asked at each fact of the way, never kept; `passedTo` null: the recipient's own way. */
export interface SlipWritingDeps {
  store: SlipStore;
  /** How a slip goes to people as they are now (delivery/plan.ts). `passedTo`: of the staff, in the recipient's place. */
  planOf(slip: Slip, passedTo: string | null): Plan;
  newSendingId(): string;
}

/** A slip's sendings as they are stored, and as they are to be. */
interface Sendings {
  before: readonly Sending[];
  after: readonly Sending[];
}
const nothingSent: Sendings = { before: [], after: [] };

/** What is written besides the slip, in the same transaction. */
interface Besides {
  sendings?: Sendings;
  audit?: readonly NewAuditEntry[];
}
type Made = Slip | ({ slip: Slip } & Besides);

/** How slips are stored: in turn, with their history, and with the way that a taken one goes. */
export interface SlipWriting {
  /** Writers of the same slip in this process wait for each other instead of running into conflicts. */
  inTurn: <T>(id: string, work: () => Promise<T>) => Promise<T>;
  /**
   * Stores the next version; null when somebody else stored it first. A write that changes nothing is none. A slip that is taken by it goes on its way in the
   * same transaction: it cannot be taken and not be sent.
   */
  save: (before: Slip | null, after: Slip, by: string, now: number, besides?: Besides) => Promise<Slip | null>;
  /** Makes the next version of the slip as it is stored, again where somebody else was faster. @throws DomainError `conflict`, what `make` throws */
  write: (id: string, by: string, now: number, make: (before: Slip | null) => Promise<Made>) => Promise<Slip>;
  /** As `write`, of the slip with its sendings. @throws DomainError `not_found` */
  writeDelivered: (id: string, by: string, now: number, make: (before: Delivered) => Promise<Delivered & Pick<Besides, 'audit'>>) => Promise<Slip>;
  /** Changes what became of a slip, not what is written in it; in turn. @throws DomainError `not_found` */
  decide: (id: string, by: string, now: number, make: (slip: Slip) => Slip) => Promise<Slip>;
  /** The slip after a fact of its way, as people are now. */
  advanced: (from: Delivered, fact: DeliveryFact, now: number) => Delivered;
  /** The next version of a slip as it is to be written: where it is somebody else's by it, with the way to him. */
  addressed: (before: Slip | null, after: Slip, by: Doer, now: number) => Promise<{ slip: Slip } & Pick<Besides, 'sendings'>>;
  onSaved: (listener: (slip: Slip) => void) => () => void;
}

/** How often a patch without a version is made again of the slip as another server has just written it. */
const attempts = 50;

/** @see SlipWriting */
export function openSlipWriting(deps: SlipWritingDeps): SlipWriting {
  const { store } = deps;
  const listeners = new Set<(slip: Slip) => void>();
  const turns = new Map<string, Promise<unknown>>();

  async function inTurn<T>(id: string, work: () => Promise<T>): Promise<T> {
    const before = turns.get(id) ?? Promise.resolve();
    const turn = before.then(work);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    turns.set(id, settled);
    try {
      return await turn;
    } finally {
      if (turns.get(id) === settled) turns.delete(id);
    }
  }

  function advanced(from: Delivered, fact: DeliveryFact, now: number): Delivered {
    const holder = fact.kind === 'readdressed' ? undefined : from.slip.delivery?.holder;
    const passedTo = fact.kind === 'passed' ? fact.to.id : holder?.part === 'passed' ? holder.id : null;
    return advanceDelivery(from, fact, deps.planOf(from.slip, passedTo), now, () => deps.newSendingId());
  }

  async function addressed(before: Slip | null, after: Slip, by: Doer, now: number): Promise<{ slip: Slip } & Pick<Besides, 'sendings'>> {
    if (!before || !isReaddressed(before, after)) return { slip: after };
    const sendings = await store.sendingsOf(after.id);
    const his = advanced({ slip: after, sendings }, { kind: 'readdressed', by }, now);
    return { slip: his.slip, sendings: { before: sendings, after: his.sendings } };
  }

  async function asStored(id: string): Promise<Sendings> {
    const sendings = await store.sendingsOf(id);
    return { before: sendings, after: sendings };
  }

  async function save(before: Slip | null, after: Slip, by: string, now: number, { sendings: known, audit = [] }: Besides = {}): Promise<Slip | null> {
    // What goes out later or sooner by what was written, an urgent one say, is among those that wait.
    const sendings = known ?? (before?.delivery ? await asStored(before.id) : nothingSent);
    const begun = advanced({ slip: after, sendings: sendings.after }, { kind: 'begun' }, now);
    const written = begun.sendings.filter((one) => !sendings.before.includes(one)).map((one) => (sendings.before.some(({ id }) => id === one.id) ? { ...one, rev: one.rev + 1 } : one));
    const changed = differences(before, begun.slip);
    if (before && Object.keys(changed).length === 0 && written.length === 0) return before;
    const slip = withMissing({ ...begun.slip, version: before ? before.version + 1 : 1, ...(isHand(by) && { hands: [...new Set([...(begun.slip.hands ?? []), by])] }) });
    const change: SlipChange = { slipId: slip.id, version: slip.version, at: now, by, changed };
    if ((await store.saveSlip(slip, change, written, audit)) === 'conflict') return null;
    for (const listener of [...listeners]) listener(slip);
    return slip;
  }

  async function writeDelivered(id: string, by: string, now: number, make: (before: Delivered) => Promise<Delivered & Pick<Besides, 'audit'>>): Promise<Slip> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const before = await store.loadSlip(id);
      if (!before) throw new DomainError('not_found', 'no such slip');
      const sendings = await store.sendingsOf(id);
      const { slip, sendings: after, audit } = await make({ slip: before, sendings });
      const saved = await save(before, slip, by, now, { sendings: { before: sendings, after }, ...(audit && { audit }) });
      if (saved) return saved;
    }
    throw new DomainError('conflict', 'the slip is being written by too many at once');
  }

  async function write(id: string, by: string, now: number, make: (before: Slip | null) => Promise<Made>): Promise<Slip> {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const before = await store.loadSlip(id);
      const made = await make(before);
      const saved = 'slip' in made ? await save(before, made.slip, by, now, made) : await save(before, made, by, now);
      if (saved) return saved;
    }
    throw new DomainError('conflict', 'the slip is being written by too many at once');
  }

  function decide(id: string, by: string, now: number, make: (slip: Slip) => Slip): Promise<Slip> {
    return inTurn(id, () =>
      write(id, by, now, async (before) => {
        if (!before) throw new DomainError('not_found', 'no such slip');
        return make(before);
      }),
    );
  }

  return {
    inTurn,
    save,
    write,
    writeDelivered,
    decide,
    advanced,
    addressed,
    onSaved(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The program itself is nobody's hand. */
const isHand = (by: string): boolean => by !== 'system' && by !== 'attendant';
