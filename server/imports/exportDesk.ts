import { stringify } from 'csv-stringify/sync';
import type { AuditEntry, NewAuditEntry } from '../contract/audit.ts';
import { DomainError } from '../contract/errors.ts';
import type { ImportKind } from '../contract/imports.ts';
import type { Clock } from '../clockwork/clock.ts';
import { defused } from './defused.ts';
import { exportHeadings, exportRow } from './exportRow.ts';
import type { TableStyle } from './exportRow.ts';
import type { ImportThread } from './importThread.ts';
import type { ImportTarget } from './ports.ts';
import { templateOf } from './templateOf.ts';
import type { TableLanguage } from './threadMessages.ts';
import { writeXlsx } from './writeXlsx.ts';

/** Excel takes a CSV file for the system's old encoding unless it begins with this. */
const byteOrderMark = '\ufeff';

/** What the desk needs from outside. */
export interface ExportDeskNeeds {
  targets: Record<ImportKind, ImportTarget>;
  openThread: () => ImportThread;
  countryOf: (unitId: string) => string;
  putOnRecord: (entry: NewAuditEntry) => Promise<void>;
  clock: Clock;
}

/** Lists and empty templates on their way out. */
export interface ExportDesk {
  /**
   * A list of an office, on the audit log before the first row leaves. `reason` null: without private numbers. CSV comes row by row, a
   * workbook when it is made, in a thread of its own.
   * @throws DomainError `bad_input` when private numbers are wanted without a reason
   */
  table(wanted: { kind: ImportKind; format: 'csv' | 'xlsx'; unitId: string; language: TableLanguage; reason: string | null; by: NonNullable<AuditEntry['by']> }): Promise<AsyncGenerator<Uint8Array, void>>;
  /** An empty list with the headings that we read, and an example. */
  template(kind: ImportKind, language: TableLanguage): Promise<Buffer>;
}

/** @see ExportDesk */
export function openExportDesk({ targets, openThread, countryOf, putOnRecord, clock }: ExportDeskNeeds): ExportDesk {
  async function* csv(style: TableStyle, unitId: string): AsyncGenerator<Uint8Array, void> {
    const lines = (rows: string[][]): Uint8Array => Buffer.from(stringify(rows.map((row) => row.map(defused)), { record_delimiter: 'windows' }));
    yield Buffer.from(byteOrderMark);
    yield lines([exportHeadings(style)]);
    for await (const some of targets[style.kind].all(unitId)) yield lines(some.map((record) => exportRow(style, record)));
  }

  async function* xlsx(style: TableStyle, unitId: string): AsyncGenerator<Uint8Array, void> {
    const thread = openThread();
    try {
      await thread.ask('addRows', { rows: [exportHeadings(style)] });
      for await (const some of targets[style.kind].all(unitId)) await thread.ask('addRows', { rows: some.map((record) => exportRow(style, record)) });
      yield await thread.ask('sheet', { name: style.language === 'en' ? style.kind : style.kind === 'staff' ? '人员' : '业户' });
    } finally {
      thread.close();
    }
  }

  return {
    async table({ kind, format, unitId, language, reason, by }) {
      if (reason?.trim() === '') throw new DomainError('bad_input', 'private numbers leave for a reason only', { reason: 'required' });
      const style: TableStyle = { kind, language, withPrivate: reason !== null, isCsv: format === 'csv', country: countryOf(unitId) };
      // The log first: what cannot be put on record does not leave.
      await putOnRecord({ at: clock.now(), by, unitId, act: 'exported', subject: { kind: kind === 'staff' ? 'staff' : 'resident', id: unitId, name: `${kind}.${format}` }, before: null, after: { privateNumbers: kind === 'staff' ? reason !== null : null }, reason: reason ?? '' });
      return format === 'csv' ? csv(style, unitId) : xlsx(style, unitId);
    },
    template: (kind, language) => writeXlsx(...templateOf(kind, language)),
  };
}
