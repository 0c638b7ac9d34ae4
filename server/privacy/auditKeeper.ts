import type { AuditChainView, AuditCheck } from '../contract/audit.ts';
import type { Clock, Timer } from '../clockwork/clock.ts';
import { checkAudit } from './checkAudit.ts';
import type { AuditStore, Anchors } from './ports.ts';

const sealEveryMs = 3_000;
const anchorEveryMs = 24 * 3_600_000;

/** Seals the audit log as it grows, checks it, keeps its head outside the records each day. */
export interface AuditKeeper {
  start(): void;
  /** Seals all that is not sealed yet. */
  sealAll(): Promise<void>;
  check(): Promise<AuditCheck>;
  view(): Promise<AuditChainView>;
  close(): Promise<void>;
}

/** `memory`: small values in the records, here the last check; `anchors` are kept outside of them. */
export interface AuditKeeperNeeds {
  store: AuditStore;
  anchors: Anchors;
  memory: { get(name: string): Promise<string | null>; put(name: string, value: string | null): Promise<void> };
  clock: Clock;
  log: { warn(what: object, message: string): void; info(what: object, message: string): void; error(what: object, message: string): void };
}

const lastCheckSetting = 'audit.lastCheck';

/** @see AuditKeeper */
export function openAuditKeeper({ store, anchors, memory, clock, log }: AuditKeeperNeeds): AuditKeeper {
  let timer: Timer | null = null;
  let isClosed = false;
  let running: Promise<void> = Promise.resolve();
  let anchoredAt: number | null = null;
  let checking: Promise<AuditCheck> | null = null;

  async function sealAll(): Promise<void> {
    while (!isClosed && (await store.seal()) > 0);
  }

  async function check(): Promise<AuditCheck> {
    await sealAll();
    const checked = await checkAudit(store.chain, await anchors.read(), () => clock.now());
    if (checked.broken) log.error({ broken: checked.broken }, 'the audit log is not as it was written');
    await memory.put(lastCheckSetting, JSON.stringify(checked));
    return checked;
  }

  /** Once a day the log is checked, and its head is kept where whoever cuts the records does not cut. */
  async function keepDaily(): Promise<void> {
    if (anchoredAt !== null && clock.now() - anchoredAt < anchorEveryMs) return;
    const { broken, sealed, head } = await check();
    if (broken === null && sealed > 0) {
      await anchors.add({ seq: sealed, hash: head }, clock.now());
      log.info({ anchor: `${sealed}:${head}` }, 'head of the audit log');
    }
    anchoredAt = clock.now();
  }

  async function turn(): Promise<void> {
    try {
      await sealAll();
      await keepDaily();
    } catch (cause) {
      log.warn({ err: cause }, 'the audit log could not be sealed; it is tried again');
    }
  }

  function later(): void {
    if (isClosed) return;
    timer = clock.setTimer(sealEveryMs, () => {
      running = turn().then(later);
    });
  }

  return {
    start: later,
    sealAll,
    check() {
      // Whoever asks while one runs is told by that one.
      checking ??= check().finally(() => (checking = null));
      return checking;
    },
    async view() {
      const [{ head, unsealed }, last] = [await store.chain.state(), await memory.get(lastCheckSetting)];
      return { sealed: head.seq, unsealed, head: head.hash, last: last === null ? null : (JSON.parse(last) as AuditCheck) };
    },
    async close() {
      isClosed = true;
      timer?.cancel();
      await running;
    },
  };
}
