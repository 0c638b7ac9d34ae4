import { DomainError } from '../contract/errors.ts';
import type { CalendarFault, CalendarFaultCode } from '../contract/leave.ts';

/** Why a calendar could not be had. */
export class CalendarTrouble extends Error {
  readonly fault: CalendarFault;

  constructor(code: CalendarFaultCode, detail = '', line: number | null = null) {
    super(`the calendar: ${code} ${detail}`);
    this.fault = { code, line, detail: detail.slice(0, 200) };
  }

  /** The refusal of the field that held it (contract/leave.ts). */
  toRefusal(field: 'ics' | 'url'): DomainError {
    const { code, line, detail } = this.fault;
    return new DomainError('bad_input', this.message, { [field]: code, ...(line !== null && { line: String(line) }), ...(detail !== '' && { detail }) }, { cause: this });
  }
}
