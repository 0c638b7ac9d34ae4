import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { CallDesk } from '../calls/callDesk.ts';
import type { CallCard } from '../contract/card.ts';

/** What the program counts; nothing in it names a person. */
export interface Metrics {
  registry: Registry;
  /** A webhook of the carrier was handled: which, and what became of it. */
  webhook(kind: string, result: 'answered' | 'refused' | 'failed', ms: number): void;
  /** Counts every call at its end. @returns the way to stop */
  watch(callDesk: CallDesk): () => void;
}

/** Facts that are not in the records: how many wait in the journal, how many are only in memory. */
export interface StorageTrouble {
  journal: number;
  memory: number;
}

const lastRing = 3;

/** True when the promise of three rings is measured on this call: it came in, and its caller stayed through the third ring or was answered. */
export function isMeasured(card: CallCard): boolean {
  if (card.direction !== 'inbound' || card.outcome === 'test' || card.outcome === 'refused') return false;
  if (card.rings.answeredIn !== null) return true;
  return card.endedAt !== null && card.endedAt - card.arrivedAt > lastRing * card.rings.cycleMs;
}

/** True when the call was answered by the end of its third ring. */
export function isInTime(card: CallCard): boolean {
  return card.rings.answeredIn !== null && card.rings.answeredIn <= lastRing && !card.rings.late;
}

/** @see Metrics */
export function openMetrics(source: { storageTrouble: () => StorageTrouble; openSockets?: () => number }): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const webhooks = new Histogram({
    name: 'three_rings_webhook_seconds',
    help: 'Time to the reply of a webhook, by kind and result',
    labelNames: ['kind', 'result'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 0.8, 1, 2, 4],
    registers,
  });
  const ended = new Counter({ name: 'three_rings_calls_ended_total', help: 'Calls that ended, by outcome', labelNames: ['outcome'], registers });
  const rings = new Histogram({ name: 'three_rings_answered_in_ring', help: 'The ring in which a call was answered', buckets: [1, 2, 3, 4, 5, 10], registers });
  const measured = new Counter({ name: 'three_rings_calls_measured_total', help: 'Calls whose caller did not hang up before the end of the third ring', registers });
  const inTime = new Counter({ name: 'three_rings_answered_within_three_rings_total', help: 'Of these, calls answered within three rings', registers });
  new Gauge({
    name: 'three_rings_facts_in_journal',
    help: 'Facts that wait in the journal for the records',
    registers,
    collect() {
      this.set(source.storageTrouble().journal);
    },
  });
  new Gauge({
    name: 'three_rings_facts_not_durable',
    help: 'Facts kept in memory only: neither the records nor the journal took them',
    registers,
    collect() {
      this.set(source.storageTrouble().memory);
    },
  });
  new Gauge({
    name: 'three_rings_live_connections',
    help: 'Consoles connected to this node',
    registers,
    collect() {
      this.set(source.openSockets?.() ?? 0);
    },
  });
  return {
    registry,
    webhook: (kind, result, ms) => webhooks.observe({ kind, result }, ms / 1000),
    watch: (callDesk) =>
      callDesk.onCard((card, how) => {
        if (how !== 'ended') return;
        ended.inc({ outcome: card.outcome ?? 'unknown' });
        if (card.rings.answeredIn !== null) rings.observe(card.rings.answeredIn);
        if (isMeasured(card)) measured.inc();
        if (isMeasured(card) && isInTime(card)) inTime.inc();
      }),
  };
}
