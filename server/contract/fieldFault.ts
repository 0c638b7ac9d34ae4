import { z } from 'zod';
import { DomainError } from './errors.ts';

/** Why a field was refused, where a console says it in its own words. Others stay as they are, for a developer to read. */
export const fieldFaultCodes = ['taken', 'loop', 'himself', 'other-office', 'unknown', 'gone', 'no-number', 'withheld', 'overlap', 'empty-span', 'last-admin', 'no-office', 'no-time-zone', 'no-country', 'twice', 'password-short', 'no-mail', 'no-robot', 'no-user'] as const;
const fieldFaultCode = z.enum(fieldFaultCodes);
type FieldFaultCode = (typeof fieldFaultCodes)[number];

/** A reason of `error.fields`, taken apart by `readFault`. */
export interface FieldFault {
  code: FieldFaultCode;
  /** What it is about, in words of the records: who has the extension, the way of the loop. */
  detail: string;
}

/** A reason as it stands in `error.fields`: `taken: 王芳`. */
export function writeFault(code: FieldFaultCode, detail = ''): string {
  return detail === '' ? code : `${code}: ${detail}`;
}

/** Null for a reason that is none of ours. */
export function readFault(text: string): FieldFault | null {
  const [head = '', ...rest] = text.split(': ');
  const code = fieldFaultCode.safeParse(head);
  return code.success ? { code: code.data, detail: rest.join(': ') } : null;
}

/** The refusal of these fields, by path. */
export function refusalOf(fields: Record<string, string>): DomainError {
  return new DomainError('bad_input', `not accepted: ${Object.keys(fields).join(', ')}`, fields);
}
