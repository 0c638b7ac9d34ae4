import { z } from 'zod';

/** Every refusal that may cross to a client. Codes are stable: clients branch on them, never on the message. */
export const errorCodes = [
  'bad_input',
  'unauthenticated',
  'bad_credentials',
  'forbidden',
  'foreign_origin',
  'bad_signature',
  'not_found',
  'conflict',
  'wrong_state',
  'needs_confirmation',
  'too_large',
  'throttled',
  'setup_closed',
  'expired',
  'unknown_command',
  'unavailable',
  'internal',
] as const;
/** @see errorCodes */
export type ErrorCode = (typeof errorCodes)[number];

/** The body of every refused HTTP request (`{ error }`) and every refused live command. `fields` names what is wrong, by path. */
export const errorBody = z.object({
  code: z.enum(errorCodes),
  message: z.string(),
  fields: z.record(z.string(), z.string()).optional(),
});
/** @see errorBody */
export type ErrorBody = z.infer<typeof errorBody>;

/** A refusal that a person or a program caused and can mend. Knows no HTTP; the edges map the code to a status. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;

  constructor(code: ErrorCode, message: string, fields?: Record<string, string>, options?: ErrorOptions) {
    super(message, options);
    this.name = 'DomainError';
    this.code = code;
    this.fields = fields;
  }

  toBody(): ErrorBody {
    return this.fields ? { code: this.code, message: this.message, fields: this.fields } : { code: this.code, message: this.message };
  }
}

/**
 * Parses what came through a door.
 * @throws DomainError `bad_input`, naming each wrong field by its path (`caller.number`)
 */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const names = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path];
    for (const name of names) fields[name.join('.') || '(body)'] ??= issue.message;
  }
  throw new DomainError('bad_input', `not accepted: ${Object.keys(fields).join(', ')}`, fields);
}
