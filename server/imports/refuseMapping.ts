import { DomainError } from '../contract/errors.ts';
import { fieldsOf, severalColumns } from '../contract/imports.ts';
import type { ImportField, ImportKind } from '../contract/imports.ts';

/** @throws DomainError `bad_input` for a field of the other kind, or one that two columns fill */
export function refuseMapping(kind: ImportKind, mapping: readonly (ImportField | null)[], width: number): void {
  const faults: Record<string, string> = {};
  if (mapping.length !== width) faults['mapping'] = `the file has ${width} columns`;
  for (const [index, field] of mapping.entries()) {
    if (field === null) continue;
    if (!fieldsOf[kind].includes(field)) faults[`mapping.${index}`] = 'not of this kind';
    else if (!severalColumns.includes(field) && mapping.indexOf(field) !== index) faults[`mapping.${index}`] = 'twice';
  }
  if (Object.keys(faults).length > 0) throw new DomainError('bad_input', `not accepted: ${Object.keys(faults).join(', ')}`, faults);
}
