/** An error as the API answers it: `{ code, message, more_info, status }`. */
export class RestError extends Error {
  override readonly name = 'RestError';
  readonly status: number;
  readonly code: number;

  constructor(status: number, code: number, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }

  /** The body of the answer. */
  toBody(): { code: number; message: string; more_info: string; status: number } {
    return { code: this.code, message: this.message, more_info: `https://www.twilio.com/docs/errors/${this.code}`, status: this.status };
  }
}

/** 20404, with the path that was asked for. */
export function notFound(path: string): RestError {
  return new RestError(404, 20404, `The requested resource ${path} was not found`);
}

/** 21220, which the API answers where a call has ended or does not let itself be changed. */
export function notInProgress(): RestError {
  return new RestError(400, 21220, 'Call is not in-progress. Cannot redirect.');
}
