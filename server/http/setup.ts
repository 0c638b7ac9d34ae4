import { createHash, timingSafeEqual } from 'node:crypto';
import { DomainError } from '../contract/errors.ts';
import type { SetupInput } from '../contract/people.ts';
import type { Directory } from '../people/directory.ts';
import { usualLine, usualUnit, usualUser } from '../people/people.ts';
import type { Line, Unit, User } from '../people/people.ts';
import { readNumber } from '../people/phoneNumber.ts';
import type { PeopleStore } from '../people/ports.ts';
import { countryOfZone, isTimeZone } from '../people/timeZone.ts';
import type { Clock } from '../clockwork/clock.ts';
import { hashPassword } from './passwords.ts';

/** The first real start: whoever holds the link makes the administrator, the office, its line and its agents, once. */
export interface Setup {
  /** To be printed at start; null when there is nothing to set up. */
  link: string | null;
  /** @throws DomainError `setup_closed`, `forbidden` for a wrong token */
  mustBeOpen(token: string): Promise<void>;
  /** @throws DomainError as `mustBeOpen`, and `bad_input` naming the field */
  complete(input: SetupInput): Promise<{ unitId: string; lineId: string; number: string }>;
}

interface SetupDeps {
  peopleStore: PeopleStore;
  directory: Directory;
  publicUrl: string;
  clock: Clock;
  /** Unguessable bytes. */
  random: (bytes: number) => Buffer;
}

const settingName = 'setup-token-hash';

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The line's number as E.164, and its country. @throws DomainError `bad_input` */
function readLineNumber(raw: string, timeZone: string): { number: string; country: string } {
  const zoneCountry = countryOfZone(timeZone);
  const reading = readNumber(raw, zoneCountry ?? '');
  if (reading.kind !== 'number') throw new DomainError('bad_input', 'not accepted: line.number', { 'line.number': 'not a telephone number; write it with + and the country code' });
  return { number: reading.e164, country: reading.country ?? zoneCountry ?? 'CN' };
}

/** Each name signs one person in, however it is capitalised. @throws DomainError `bad_input` */
function refuseSameNames(input: SetupInput): void {
  const seen = new Set([input.administrator.username.toLowerCase()]);
  const fields: Record<string, string> = {};
  input.agents.forEach(({ username }, at) => {
    if (seen.has(username.toLowerCase())) fields[`agents.${at}.username`] = 'this name is taken';
    seen.add(username.toLowerCase());
  });
  if (Object.keys(fields).length > 0) throw new DomainError('bad_input', `not accepted: ${Object.keys(fields).join(', ')}`, fields);
}

/**
 * Opens the set-up when the database has no users. The token is made anew at each start while it is open; only its hash is
 * stored, so that the link in an old log opens nothing.
 */
export async function openSetup(deps: SetupDeps): Promise<Setup> {
  const { peopleStore, directory, clock, random } = deps;
  const newId = (kind: string): string => `${kind}${random(12).toString('hex')}`;
  let link: string | null = null;
  if (directory.all().users.length === 0) {
    const token = random(32).toString('base64url');
    await peopleStore.putSetting(settingName, hashOf(token));
    const url = new URL('/setup', deps.publicUrl);
    url.searchParams.set('token', token);
    link = url.href;
  }
  // Two that come at once must not both find it open.
  let isCompleting = false;

  const closed = (): DomainError => new DomainError('setup_closed', 'this server is set up already');

  async function mustBeOpen(token: string): Promise<void> {
    const expected = await peopleStore.getSetting(settingName);
    if (expected === null || directory.all().users.length > 0) throw closed();
    if (!timingSafeEqual(Buffer.from(hashOf(token)), Buffer.from(expected))) throw new DomainError('forbidden', 'this link is not valid; the newest one was printed at the last start');
  }

  async function person(input: { username: string; name: string; password: string }, role: 'admin' | 'agent', unit: Unit, language: User['language']): Promise<User> {
    return {
      id: newId('U'),
      username: input.username,
      name: input.name,
      role,
      unitIds: [unit.id],
      language,
      passwordHash: await hashPassword(input.password),
      ...usualUser,
      presenceSince: clock.now(),
    };
  }

  async function create(input: SetupInput): Promise<{ unitId: string; lineId: string; number: string }> {
    if (!isTimeZone(input.office.timeZone)) throw new DomainError('bad_input', 'not accepted: office.timeZone', { 'office.timeZone': 'not a time zone such as Asia/Shanghai' });
    refuseSameNames(input);
    const { number, country } = readLineNumber(input.line.number, input.office.timeZone);
    const unit: Unit = { id: newId('N'), name: input.office.name, aliases: input.office.aliases, timeZone: input.office.timeZone, country, ...usualUnit };
    const line: Line = {
      id: newId('L'),
      unitId: unit.id,
      number,
      language: input.line.language,
      // The opener's language always stands first, however the others are listed.
      languages: [...new Set([input.line.language, ...(input.line.languages ?? [])])],
      cycleMs: input.line.cycleMs,
      ...usualLine,
    };
    const language = input.line.language === 'en' ? 'en' : 'zh-CN';
    const users = [await person(input.administrator, 'admin', unit, language)];
    for (const agent of input.agents) users.push(await person(agent, 'agent', unit, language));
    await directory.save({ units: [unit], lines: [line], users });
    await peopleStore.putSetting(settingName, null);
    return { unitId: unit.id, lineId: line.id, number };
  }

  return {
    link,
    mustBeOpen,
    async complete(input) {
      await mustBeOpen(input.token);
      if (isCompleting) throw new DomainError('conflict', 'the set-up is being completed by another request');
      isCompleting = true;
      try {
        return await create(input);
      } finally {
        isCompleting = false;
      }
    },
  };
}
