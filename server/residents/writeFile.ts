import type { NewResident } from '../contract/resident.ts';
import { addressOf, readPlace } from './place.ts';
import type { Property, Resident, ResidentSource } from './resident.ts';
import { writtenNumbers } from './writtenNumbers.ts';

/** Parts of a file as somebody writes them; what is left out stays. */
export type Writing = { [K in keyof Omit<NewResident, 'unitId'>]?: NewResident[K] | undefined };

/**
 * A file with what somebody wrote into it. The address says the property where no property was written, and the property the address where none was: neither
 * overwrites what a person wrote.
 * @throws DomainError `bad_input` for numbers that are none
 */
export function writeFile(file: Resident, { property, consent, numbers, ...rest }: Writing, country: string, source: ResidentSource, at: number): Resident {
  const parts = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as Partial<Resident>;
  const written: Property = { ...file.property, ...(property && (Object.fromEntries(Object.entries(property).filter(([, value]) => value !== undefined)) as Partial<Property>)) };
  const wasDerived = file.address === addressOf(file.property);
  const address = parts.address ?? (wasDerived ? '' : file.address);
  // A new address moves a person; a property that says otherwise in the same breath is believed.
  const movedTo = parts.address !== undefined && parts.address !== file.address && property === undefined ? readPlace(parts.address) : null;
  const settled: Property = movedTo ? { ...written, ...movedTo } : written;
  return {
    ...file,
    ...parts,
    ref: parts.ref === '' ? null : (parts.ref === undefined ? file.ref : parts.ref),
    property: settled,
    address: address === '' ? addressOf(settled) : address,
    ...(numbers && { numbers: writtenNumbers(numbers, country, file.numbers, { at, source }) }),
    ...(consent && { consents: [...file.consents, { ...consent, at }] }),
  };
}
