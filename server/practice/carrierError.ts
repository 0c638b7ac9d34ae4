/**
 * Something a real carrier would refuse, ignore in silence, or stumble over.
 * `fatal` errors make the call leave the document for the fallback URL, as Twilio does when it cannot parse or execute one; the others are
 * noted on the call and printed in its story, because in silence they would reach a real resident.
 * `code` is Twilio's error number (12100 document parse failure, 12200 schema, 11200 HTTP retrieval, 11205 connection, 12300 content type…).
 */
export class CarrierError extends Error {
  override readonly name = 'CarrierError';
  readonly code: number;
  readonly fatal: boolean;
  /** The document or address at fault, as far as known. */
  readonly url: string | undefined;

  constructor(code: number, message: string, more: { fatal?: boolean; url?: string | undefined; cause?: unknown } = {}) {
    super(message, { cause: more.cause });
    this.code = code;
    this.fatal = more.fatal ?? true;
    this.url = more.url;
  }
}
