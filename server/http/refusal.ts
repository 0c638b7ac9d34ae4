import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { DomainError } from '../contract/errors.ts';
import type { ErrorBody, ErrorCode } from '../contract/errors.ts';

/** The HTTP status of each refusal: the only place where a code meets HTTP. A new code does not compile until it stands here. */
export const statusOf: Record<ErrorCode, number> = {
  bad_input: 400,
  unauthenticated: 401,
  bad_credentials: 401,
  forbidden: 403,
  foreign_origin: 403,
  bad_signature: 403,
  not_found: 404,
  conflict: 409,
  wrong_state: 409,
  needs_confirmation: 409,
  setup_closed: 410,
  expired: 410,
  too_large: 413,
  throttled: 429,
  unknown_command: 404,
  unavailable: 503,
  internal: 500,
};

/** Too many attempts: says when to come back. */
export class Throttled extends DomainError {
  readonly retryAfterMs: number;

  constructor(retryAfterMs: number) {
    super('throttled', 'too many attempts; wait a while and try again');
    this.retryAfterMs = retryAfterMs;
  }
}

/** What body-parser and the router throw: a status, and whether its message may be shown. */
interface HttpFault extends Error {
  status: number;
  type?: string;
}

function isHttpFault(error: unknown): error is HttpFault {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

/**
 * The refusal that a client may see. Whatever is not a refusal of ours is a bug: it is logged whole, cause and all, under an
 * id, and the client gets the id and nothing else.
 */
export function toRefusal(error: unknown, log: Logger, context: Record<string, unknown>): DomainError {
  if (error instanceof DomainError) return error;
  if (isHttpFault(error)) {
    if (error.status === 413) return new DomainError('too_large', 'the body is larger than is taken here', undefined, { cause: error });
    // A body that is no JSON, an unknown charset, a path that does not decode: the request is at fault, not the program.
    if (error.status >= 400 && error.status < 500) return new DomainError('bad_input', 'the request cannot be read', { '(body)': error.type ?? 'malformed' }, { cause: error });
  }
  const errorId = randomUUID();
  log.error({ ...context, errorId, err: error }, 'unexpected error');
  return new DomainError('internal', `something went wrong here; it is logged as ${errorId}`, undefined, { cause: error });
}

/** The body of a refused request. */
export function refusalBody(refusal: DomainError): { error: ErrorBody } {
  return { error: refusal.toBody() };
}
