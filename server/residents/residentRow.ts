import type { ResidentRow } from '../contract/resident.ts';
import type { Resident } from './resident.ts';

/** A file as a line of a list. */
export function residentRowOf({ id, rev, unitId, ref, name, title, occupancy, address, property, removedAt, numbers }: Resident): ResidentRow {
  return { id, rev, unitId, ref, name, title, occupancy, address, property, removedAt, numbers: numbers.map(({ e164 }) => e164) };
}
