import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Throttled } from './refusal.ts';

/** How many wrong attempts are borne within a window. */
export interface LimitSettings {
  perUser: number;
  perAddress: number;
  setupPerAddress: number;
  /** Links that open nothing. */
  linkPerAddress: number;
  /** Call-backs that one reader of a message has placed. */
  callBackPerReader: number;
  windowMs: number;
}

/** Windows of a quarter of an hour, fixed: no setting of the environment. */
export const usualLimits: LimitSettings = { perUser: 10, perAddress: 50, setupPerAddress: 10, linkPerAddress: 30, callBackPerReader: 6, windowMs: 15 * 60_000 };

/** Attempts are counted before they are judged, so that a hundred at once are no way around the limit. */
export interface Limits {
  /** @throws Throttled */
  signInAttempt(username: string, address: string): Promise<void>;
  /** A right password clears the user's count and takes back its own attempt at the address. */
  signInSucceeded(username: string, address: string): Promise<void>;
  /** @throws Throttled */
  setupAttempt(address: string): Promise<void>;
  /** @throws Throttled */
  linkAttempt(address: string): Promise<void>;
  /** A right link takes back its attempt. */
  linkSucceeded(address: string): Promise<void>;
  /** @throws Throttled */
  callBack(reader: string): Promise<void>;
}

function throttleOf(reason: unknown): unknown {
  return reason instanceof RateLimiterRes ? new Throttled(reason.msBeforeNext) : reason;
}

/** Counts in memory: one machine. With Redis another implementation takes its place. */
export function openLimits(settings: LimitSettings = usualLimits): Limits {
  const duration = Math.ceil(settings.windowMs / 1000);
  const users = new RateLimiterMemory({ keyPrefix: 'user', points: settings.perUser, duration });
  const addresses = new RateLimiterMemory({ keyPrefix: 'address', points: settings.perAddress, duration });
  const setups = new RateLimiterMemory({ keyPrefix: 'setup', points: settings.setupPerAddress, duration });
  const links = new RateLimiterMemory({ keyPrefix: 'link', points: settings.linkPerAddress, duration });
  const callBacks = new RateLimiterMemory({ keyPrefix: 'call-back', points: settings.callBackPerReader, duration });
  const count = async (limiter: RateLimiterMemory, key: string): Promise<void> => {
    try {
      await limiter.consume(key);
    } catch (reason) {
      throw throttleOf(reason);
    }
  };
  const userKey = (username: string): string => username.toLowerCase();
  return {
    async signInAttempt(username, address) {
      await count(addresses, address);
      await count(users, userKey(username));
    },
    async signInSucceeded(username, address) {
      await users.delete(userKey(username));
      await addresses.reward(address);
    },
    setupAttempt: (address) => count(setups, address),
    linkAttempt: (address) => count(links, address),
    async linkSucceeded(address) {
      await links.reward(address);
    },
    callBack: (reader) => count(callBacks, reader),
  };
}
