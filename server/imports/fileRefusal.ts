import type { FileFault } from '../contract/imports.ts';

/** A file that cannot be used, and why: told to the person who chose it. */
export class FileRefusal extends Error {
  readonly fault: FileFault;

  constructor(code: FileFault['code'], what = '', options?: ErrorOptions) {
    super(`the file cannot be used: ${code} ${what}`.trim(), options);
    this.name = 'FileRefusal';
    this.fault = { code, what };
  }
}
