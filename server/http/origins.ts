import { DomainError } from '../contract/errors.ts';

/** What decides which pages may talk to us. */
export interface OriginSettings {
  publicUrl: string;
  practice: boolean;
  /** The port we listen on; a function because port 0 is known only after listening. */
  port(): number;
}

/** A server that is known by a name of this machine is known by all of them. */
const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/** The pages that are ours: the public one and, in practice mode or on this machine only, this machine by its usual names. */
export function ownOrigins(settings: OriginSettings): string[] {
  const port = settings.port();
  const local = settings.practice || loopback.test(new URL(settings.publicUrl).hostname) ? ['localhost', '127.0.0.1', '[::1]'].map((host) => new URL(`http://${host}:${port}`).origin) : [];
  return [new URL(settings.publicUrl).origin, ...local];
}

/**
 * A browser names the page that asks; programs name none and are accepted.
 * @throws DomainError `foreign_origin`
 */
export function refuseForeignOrigin(origin: string | undefined, settings: OriginSettings): void {
  if (origin === undefined || ownOrigins(settings).includes(origin)) return;
  throw new DomainError('foreign_origin', 'this page may not use this server');
}
