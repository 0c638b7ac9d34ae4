import type { NewResident, Occupancy, Resident } from '../../../../server/contract/resident.ts';

/** A number in any writing; `label` is the office's word for it. */
export interface FormNumber {
  number: string;
  label: string;
}

/** What an editor writes into a file; numbers of the household and the area as they are typed. */
export interface ResidentForm {
  name: string;
  title: string;
  occupancy: Occupancy;
  ref: string;
  building: string;
  unit: string;
  room: string;
  area: number | null;
  layout: string;
  address: string;
  numbers: FormNumber[];
  household: number | null;
  occupiedFrom: string;
  occupiedUntil: string;
  serviceNeeds: string;
  notes: string;
}

/** A new file. */
export const emptyResidentForm: ResidentForm = { name: '', title: '', occupancy: 'owner', ref: '', building: '', unit: '', room: '', area: null, layout: '', address: '', numbers: [], household: null, occupiedFrom: '', occupiedUntil: '', serviceNeeds: '', notes: '' };

/** The form has '' where the server has null, except in numbers. */
export function residentFormOf({ name, title, occupancy, ref, property, address, numbers, household, occupiedFrom, occupiedUntil, serviceNeeds, notes }: Resident): ResidentForm {
  return { name, title, occupancy, ref: ref ?? '', ...property, address, numbers: numbers.map(({ e164, label }) => ({ number: e164, label })), household, occupiedFrom: occupiedFrom ?? '', occupiedUntil: occupiedUntil ?? '', serviceNeeds, notes };
}

/** What is sent of it. Lines left empty are no numbers. */
export function residentPatchOf({ ref, building, unit, room, area, layout, numbers, occupiedFrom, occupiedUntil, ...rest }: Partial<ResidentForm>): Omit<NewResident, 'name' | 'unitId'> & { name?: string } {
  const property = Object.fromEntries(Object.entries({ building, unit, room, area, layout }).filter(([, value]) => value !== undefined));
  return {
    ...rest,
    ...(ref !== undefined && { ref: ref.trim() === '' ? null : ref }),
    ...(Object.keys(property).length > 0 && { property }),
    ...(numbers && { numbers: numbers.filter(({ number }) => number.trim() !== '') }),
    ...(occupiedFrom !== undefined && { occupiedFrom: occupiedFrom === '' ? null : occupiedFrom }),
    ...(occupiedUntil !== undefined && { occupiedUntil: occupiedUntil === '' ? null : occupiedUntil }),
  };
}
