import { createAdapter } from '@socket.io/redis-streams-adapter';
import { Redis } from 'ioredis';

/** What the log of this room takes. */
export interface RedisLog {
  info(fields: object, sentence: string): void;
  error(fields: object, sentence: string): void;
}

/** Live news between the nodes. Correctness never depends on it: a node without Redis serves its own consoles from the records. */
export interface FanOut {
  /** For socket.io. */
  adapter: ReturnType<typeof createAdapter>;
  /** A real round trip; waits for a connection, so its caller must say how long. */
  health(): Promise<void>;
  close(): Promise<void>;
}

/** The stream keeps about this many events for nodes that were cut off for a moment. */
const eventsKept = 10_000;
const longestPauseMs = 2_000;

/** Connects in the background: a Redis that is down delays nobody, and is joined when it is back. */
export function openFanOut({ url, log }: { url: string; log: RedisLog }): FanOut {
  const redis = new Redis(url, {
    // Commands wait for the connection instead of failing, but none is repeated blindly.
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(longestPauseMs, 50 * 2 ** Math.min(attempt, 6)),
  });
  redis.on('error', (cause: Error) => log.error({ err: cause }, 'Redis cannot be reached'));
  redis.on('ready', () => log.info({}, 'Redis carries live news'));
  // The adapter reads on connections of its own, which it leaves only when a read comes back: they are ours to end.
  const readers: Redis[] = [];
  const duplicate = redis.duplicate.bind(redis);
  redis.duplicate = (...args) => {
    const reader = duplicate(...args);
    reader.on('error', (cause: Error) => log.error({ err: cause }, 'Redis cannot be reached'));
    readers.push(reader);
    return reader;
  };
  // Made with its first namespace: without one the adapter would go on reading after the end.
  let adapterOf: ReturnType<typeof createAdapter> | null = null;
  return {
    adapter: function adapter(namespace) {
      adapterOf ??= createAdapter(redis, { streamName: 'three-rings:live', maxLen: eventsKept });
      return adapterOf(namespace);
    },
    async health() {
      await redis.ping();
    },
    async close() {
      for (const reader of readers) reader.disconnect();
      if (redis.status === 'ready') await redis.quit();
      else redis.disconnect();
    },
  };
}
