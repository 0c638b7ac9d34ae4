import type { Logger } from 'pino';
import { DomainError, parseInput } from '../contract/errors.ts';
import { commands } from '../contract/live.ts';
import type { Acknowledgement, CommandInput, CommandName } from '../contract/live.ts';
import { toRefusal } from '../http/refusal.ts';
import type { Sender } from './commands/command.ts';
import type { CommandTable } from './commands/table.ts';

/** An event as a client sent it: any name, anything behind it. */
export interface ClientEvent {
  name: unknown;
  payloads: unknown[];
  /** Null when the client wants no answer. */
  acknowledge: ((answer: Acknowledgement<unknown>) => void) | null;
}

/** Takes the acknowledgement off the end of what came. */
export function readEvent(name: unknown, args: unknown[]): ClientEvent {
  const last = args.at(-1);
  if (typeof last !== 'function') return { name, payloads: args, acknowledge: null };
  return { name, payloads: args.slice(0, -1), acknowledge: last as (answer: Acknowledgement<unknown>) => void };
}

function isCommand(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name);
}

async function runOne<N extends CommandName>(table: CommandTable, name: N, payloads: unknown[], sender: Sender): Promise<unknown> {
  if (payloads.length > 1) throw new DomainError('bad_input', 'one object and no more', { '(body)': 'more than one value' });
  const input = parseInput(commands[name].input, payloads[0]) as CommandInput<N>;
  return table[name](input, sender);
}

/**
 * The one wrapper of all commands: parses, runs, answers `{ data }` or `{ error }`. Never rejects. A client that wants no
 * answer is served all the same; why it was refused stands in the log.
 * @returns the refusal, null when it was done
 */
export async function runCommand(table: CommandTable, event: ClientEvent, whoSends: () => Promise<Sender>, log: Logger): Promise<DomainError | null> {
  const { name, payloads, acknowledge } = event;
  try {
    const sender = await whoSends();
    if (!isCommand(name)) throw new DomainError('unknown_command', 'there is no such command');
    const data = await runOne(table, name, payloads, sender);
    acknowledge?.({ data });
    return null;
  } catch (error) {
    const refusal = toRefusal(error, log, { command: isCommand(name) ? name : 'unknown' });
    if (!acknowledge) log.info({ command: isCommand(name) ? name : 'unknown', code: refusal.code }, 'a command without acknowledgement was refused');
    acknowledge?.({ error: refusal.toBody() });
    return refusal;
  }
}
