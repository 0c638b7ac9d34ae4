import { openWires } from './carrierWires.ts';
import type { Wire } from './carrierWires.ts';

/** A message of the carrier's signalling, either way. */
export interface Signal {
  type: string;
  payload: Record<string, unknown>;
}

/**
 * The carrier's signalling as its SDK speaks it (JSON over a WebSocket: listen, connected, register, ready, invite, answer, hangup, …), on this
 * machine. A browser that resolves `*.twilio.com` to `port` talks to it with the real SDK and knows no difference.
 */
export interface Signalling {
  port: number;
  /** What browsers said, oldest first. */
  heard: (Signal & { identity: string | null })[];
  /** Tokens that were shown, oldest first. */
  tokens: string[];
  /** Who would ring now. */
  registered(): string[];
  /** Says what is wrong with every token shown from now on; null accepts them. */
  refuse(error: { code: number; message: string } | null): void;
  /** How long the carrier says that a token is good, seconds. */
  tokenSeconds: number;
  /** Sends a message to every wire of this identity that is registered. */
  tell(identity: string, type: string, payload: Record<string, unknown>): void;
  /** Cuts every wire; with `stayAway` new ones are cut as well. */
  cut(stayAway?: boolean): void;
  /** The first message that fits, said already after `since` or yet to come. */
  hear(type: string, fits?: (signal: Signal) => boolean, since?: number): Promise<Signal>;
  /** Ends when no more than so many phones are registered. */
  gone(most: number): Promise<void>;
  close(): Promise<void>;
}

const heartbeatMs = 5_000;

function identityOf(token: string): string | null {
  try {
    const { grants } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as { grants?: { identity?: string } };
    return grants?.identity ?? null;
  } catch {
    return null;
  }
}

export async function openSignalling(): Promise<Signalling> {
  const wires = new Map<Wire, { identity: string | null; isRegistered: boolean }>();
  const leaving = new Set<() => void>();
  const waiting = new Set<(signal: Signal) => void>();
  let refusal: { code: number; message: string } | null = null;
  let isAway = false;
  const send = (wire: Wire, type: string, payload: Record<string, unknown>): void => wire.send(JSON.stringify({ type, payload, version: '1.6' }));

  const self: Signalling = {
    port: 0,
    heard: [],
    tokens: [],
    tokenSeconds: 3600,
    registered: () => [...wires.values()].flatMap(({ identity, isRegistered }) => (isRegistered && identity !== null ? [identity] : [])),
    refuse: (error) => (refusal = error),
    tell(identity, type, payload) {
      for (const [wire, known] of wires) if (known.identity === identity && known.isRegistered) send(wire, type, payload);
    },
    cut(stayAway = false) {
      isAway = stayAway;
      for (const wire of wires.keys()) wire.cut();
    },
    hear(type, fits = () => true, since = 0) {
      const already = self.heard.slice(since).find((signal) => signal.type === type && fits(signal));
      if (already) return Promise.resolve(already);
      return new Promise((resolve) => {
        const look = (signal: Signal): void => {
          if (signal.type !== type || !fits(signal)) return;
          waiting.delete(look);
          resolve(signal);
        };
        waiting.add(look);
      });
    },
    async gone(most) {
      while (self.registered().length > most) await new Promise<void>((resolve) => leaving.add(resolve));
    },
    async close() {
      clearInterval(heartbeat);
      await opened.close();
    },
  };

  function onText(wire: Wire, text: string): void {
    // A bare newline is the beat of the wire.
    if (text.trim() === '') return;
    const { type, payload } = JSON.parse(text) as Signal;
    const known = wires.get(wire);
    if (!known) return;
    if (type === 'listen') {
      const token = String(payload['token']);
      self.tokens.push(token);
      known.identity = identityOf(token);
      if (refusal) send(wire, 'error', { error: refusal });
      else send(wire, 'connected', { edge: 'singapore', region: 'ASIAPAC_SINGAPORE', home: 'us1', gateway: 'gateway-of-the-tests', token: { identity: known.identity, ttl: self.tokenSeconds } });
    }
    if (type === 'register' && !refusal) {
      known.isRegistered = (payload['media'] as { audio?: boolean } | undefined)?.audio === true;
      send(wire, known.isRegistered ? 'ready' : 'offline', {});
    }
    const heard = { type, payload, identity: known.identity };
    self.heard.push(heard);
    for (const look of [...waiting]) look(heard);
  }

  const opened = await openWires({
    open(wire) {
      if (isAway) return wire.cut();
      wires.set(wire, { identity: null, isRegistered: false });
    },
    text: onText,
    closed(wire) {
      wires.delete(wire);
      for (const tell of leaving) tell();
      leaving.clear();
    },
  });
  self.port = opened.port;
  const heartbeat = setInterval(() => {
    for (const wire of wires.keys()) wire.send('\n');
  }, heartbeatMs);
  return self;
}
