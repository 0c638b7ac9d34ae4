import path from 'node:path';
import { z } from 'zod';
import { isLoopbackHost } from './delivery/loopbackHost.ts';

/** Where the records are kept. */
export type DatabaseSettings = { kind: 'sqlite'; file: string } | { kind: 'postgres'; url: string };

/** The carrier's account, or none: then the practice line stands in with made-up credentials. */
export interface CarrierSettings {
  accountSid: string;
  authToken: string;
  apiKeySid?: string | undefined;
  apiKeySecret?: string | undefined;
  twimlAppSid?: string | undefined;
  messagingServiceSid?: string | undefined;
  apiBaseUrl?: string | undefined;
}

/** The environment, parsed and frozen by `parseConfig`; the README's table says what each variable does. */
export interface Config {
  port: number;
  host: string;
  publicUrl: string;
  /** No carrier account: calls come from the practice line. */
  practice: boolean;
  practiceSpeed: number;
  database: DatabaseSettings;
  redisUrl: string | null;
  carrier: CarrierSettings;
  /** The mail server that messages go out by, and who writes; null: none do. */
  mail: { url: string; from: string } | null;
  /** Hosts of robots besides the makers' own: `name` or `name:port`. */
  robotHosts: readonly string[];
  seedDemo: boolean;
  /** HOST and PUBLIC_URL are names of this machine only: demo users may sign in. */
  loopbackOnly: boolean;
  logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  logPersonalData: boolean;
  trustedProxies: number;
  /** Where the journal lies; beside the database file, or under data/. */
  journalFile: string;
  /** Where heads of the audit log are kept, beside the journal. */
  anchorFile: string;
}

const flag = z.enum(['0', '1']).transform((value) => value === '1');
const sid = (prefix: string) => z.string().regex(new RegExp(`^${prefix}[0-9a-fA-F]{32}$`), `expected ${prefix} and 32 hexadecimal digits`);
const mailUrl = z.string().refine((value) => /^smtps?:\/\/[^/?#]+/.test(value) && URL.canParse(value), 'expected smtp://… or smtps://…');
const robotHosts = z
  .string()
  .transform((value) => value.split(',').map((host) => host.trim().toLowerCase()).filter((host) => host !== ''))
  .refine((hosts) => hosts.every((host) => /^(?:[a-z0-9.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/.test(host)), 'expected name or name:port, by comma');
const httpUrl = z.string().refine((value) => /^https?:\/\/[^/?#]+/.test(value) && URL.canParse(value), 'expected http://… or https://…');

/**
 * Every variable that the program reads: its form, what it is when absent, what it does. The README's table is tested against this.
 */
export const variables = {
  PORT: { form: z.coerce.number().int().min(0).max(65535).default(3000), about: 'port of the server; 0 takes a free one' },
  HOST: { form: z.string().min(1).optional(), about: 'address to listen on; 127.0.0.1 in practice mode, else 0.0.0.0' },
  PUBLIC_URL: { form: httpUrl.optional(), about: 'how the carrier and browsers reach this server; http://localhost:PORT unless set. Signatures are checked against it' },
  DATABASE_URL: { form: z.string().regex(/^(?:file:|postgres(?:ql)?:\/\/)/, 'expected file:… or postgres://…').default('file:data/three-rings.db'), about: 'the records: an SQLite file, or PostgreSQL' },
  REDIS_URL: { form: z.string().regex(/^rediss?:\/\//, 'expected redis://… or rediss://…').optional(), about: 'carries live news between several nodes; not needed for one' },
  TWILIO_ACCOUNT_SID: { form: sid('AC').optional(), about: 'the carrier account; without it and its token the practice line runs' },
  TWILIO_AUTH_TOKEN: { form: z.string().min(1).optional(), about: 'the primary token: webhooks are signed with it' },
  TWILIO_API_KEY_SID: { form: sid('SK').optional(), about: 'API key for REST requests and browser phones; the account and token otherwise' },
  TWILIO_API_KEY_SECRET: { form: z.string().min(1).optional(), about: 'the secret of that key' },
  TWILIO_TWIML_APP_SID: { form: sid('AP').optional(), about: 'the TwiML App of calls out of the console' },
  TWILIO_MESSAGING_SERVICE_SID: { form: sid('MG').optional(), about: 'the messaging service that text messages go out by; the first line of the office otherwise' },
  TWILIO_API_BASE_URL: { form: httpUrl.optional(), about: 'replaces scheme, host and port of every REST request and recording fetch' },
  MAIL_URL: { form: mailUrl.optional(), about: 'the mail server that messages go out by: smtp://user:password@host:port or smtps://…' },
  MAIL_FROM: { form: z.string().regex(/^[^\r\n@]*<?[^\s@<>]+@[^\s@<>]+>?$/, 'expected an address, or a name and <address>').optional(), about: 'who writes those mails: an address, or a name with the address in angle brackets' },
  ROBOT_HOSTS: { form: robotHosts.default([]), about: 'hosts of WeCom, DingTalk and Feishu robots besides the makers’ own, by comma: name or name:port; over http only on this machine' },
  SEED_DEMO: { form: flag.optional(), about: '1 fills an empty database with the demo office; the default in practice mode' },
  PRACTICE_SPEED: { form: z.coerce.number().positive().max(1000).default(1), about: 'how much faster than life the practice carrier runs' },
  LOG_LEVEL: { form: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'), about: 'least level that is logged' },
  LOG_PERSONAL_DATA: { form: flag.optional(), about: '1 keeps numbers and words in the log, under pii' },
  TRUSTED_PROXIES: { form: z.coerce.number().int().min(0).max(10).default(0), about: 'how many proxies of yours stand in front; their X-Forwarded-For names the address that sign-in is throttled by' },
} as const;

const environment = z.object(Object.fromEntries(Object.entries(variables).map(([name, { form }]) => [name, form])) as { [Name in keyof typeof variables]: (typeof variables)[Name]['form'] });

/** All that is wrong with the environment, one line a variable. */
export class ConfigFault extends Error {
  readonly faults: readonly string[];

  constructor(faults: readonly string[]) {
    super(`the environment is not right:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
    this.name = 'ConfigFault';
    this.faults = faults;
  }
}

const practiceAccount = { accountSid: `AC${'0'.repeat(31)}3`, authToken: 'practice-line-token' };

function databaseOf(url: string): DatabaseSettings {
  if (!url.startsWith('file:')) return { kind: 'postgres', url };
  return { kind: 'sqlite', file: path.resolve(decodeURIComponent(url.slice('file:'.length).replace(/^\/\/(?=\/)/, ''))) };
}

/**
 * The settings from the environment, frozen. Empty variables count as absent.
 * @throws ConfigFault with all faults at once, by variable name; a secret's value is never repeated
 */
export function parseConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.keys(variables).flatMap((name) => (env[name] === undefined || env[name] === '' ? [] : [[name, env[name]]])));
  const parsed = environment.safeParse(given);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  const hasSid = 'TWILIO_ACCOUNT_SID' in given;
  const hasToken = 'TWILIO_AUTH_TOKEN' in given;
  if (hasSid !== hasToken) faults.push(`${hasSid ? 'TWILIO_AUTH_TOKEN' : 'TWILIO_ACCOUNT_SID'}: must be set together with ${hasSid ? 'TWILIO_ACCOUNT_SID' : 'TWILIO_AUTH_TOKEN'}, or neither for practice mode`);
  if ('TWILIO_API_KEY_SID' in given !== 'TWILIO_API_KEY_SECRET' in given) faults.push('TWILIO_API_KEY_SID and TWILIO_API_KEY_SECRET: set both or neither');
  if ('MAIL_URL' in given !== 'MAIL_FROM' in given) faults.push('MAIL_URL and MAIL_FROM: set both or neither');
  if (!parsed.success || faults.length > 0) throw new ConfigFault(faults);

  const read = parsed.data;
  const practice = !hasSid;
  const host = read.HOST ?? (practice ? '127.0.0.1' : '0.0.0.0');
  const publicUrl = (read.PUBLIC_URL ?? `http://localhost:${read.PORT}`).replace(/\/+$/, '');
  const database = databaseOf(read.DATABASE_URL);
  return Object.freeze({
    port: read.PORT,
    host,
    publicUrl,
    practice,
    practiceSpeed: read.PRACTICE_SPEED,
    database,
    redisUrl: read.REDIS_URL ?? null,
    carrier: {
      accountSid: read.TWILIO_ACCOUNT_SID ?? practiceAccount.accountSid,
      authToken: read.TWILIO_AUTH_TOKEN ?? practiceAccount.authToken,
      apiKeySid: read.TWILIO_API_KEY_SID,
      apiKeySecret: read.TWILIO_API_KEY_SECRET,
      twimlAppSid: read.TWILIO_TWIML_APP_SID,
      messagingServiceSid: read.TWILIO_MESSAGING_SERVICE_SID,
      apiBaseUrl: read.TWILIO_API_BASE_URL,
    },
    mail: read.MAIL_URL !== undefined && read.MAIL_FROM !== undefined ? { url: read.MAIL_URL, from: read.MAIL_FROM } : null,
    robotHosts: read.ROBOT_HOSTS,
    seedDemo: read.SEED_DEMO ?? practice,
    loopbackOnly: isLoopbackHost(host) && isLoopbackHost(new URL(publicUrl).hostname),
    logLevel: read.LOG_LEVEL,
    logPersonalData: read.LOG_PERSONAL_DATA ?? false,
    trustedProxies: read.TRUSTED_PROXIES,
    journalFile: database.kind === 'sqlite' ? `${database.file}.journal` : path.resolve('data/three-rings.journal'),
    anchorFile: database.kind === 'sqlite' ? `${database.file}.audit-heads` : path.resolve('data/three-rings.audit-heads'),
  });
}
