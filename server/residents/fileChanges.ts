import type { AuditEntry } from '../contract/audit.ts';
import type { Resident } from './resident.ts';

type Fields = NonNullable<AuditEntry['before']>;

/** The parts of a file that stand on its history, as a person reads them. */
function shown(file: Resident): Fields {
  const { ref, name, title, occupancy, property, address, household, occupiedFrom, occupiedUntil, serviceNeeds, notes } = file;
  return {
    ref,
    name,
    title,
    occupancy,
    building: property.building,
    unit: property.unit,
    room: property.room,
    area: property.area,
    layout: property.layout,
    address,
    numbers: file.numbers.map(({ e164, label }) => (label === '' ? e164 : `${e164} ${label}`)),
    household,
    occupiedFrom,
    occupiedUntil,
    serviceNeeds,
    notes,
    consents: file.consents.map(({ kind, given }) => `${kind}:${given ? 'yes' : 'no'}`),
  };
}

/** What differs between two states of a file; `before` null for a new one. */
export function fileChanges(before: Resident | null, after: Resident): { before: Fields | null; after: Fields } {
  const [old, now] = [before && shown(before), shown(after)];
  const isUsual = (value: Fields[string] | undefined): boolean => value === null || value === '' || (Array.isArray(value) && value.length === 0);
  const parts = Object.keys(now).filter((part) => (old ? JSON.stringify(old[part]) !== JSON.stringify(now[part]) : !isUsual(now[part])));
  const only = (fields: Fields): Fields => Object.fromEntries(parts.map((part) => [part, fields[part] ?? null]));
  return { before: old && only(old), after: only(now) };
}
