import type { Resident } from '../contract/resident.ts';

export type { Consent, MergedFile, Occupancy, Property, Resident, ResidentNumber, ResidentSource } from '../contract/resident.ts';

/** What stands on a file of which only a name is known. */
export const usualResident = {
  rev: 0,
  ref: null,
  title: '',
  occupancy: 'owner',
  property: { building: '', unit: '', room: '', area: null, layout: '' },
  address: '',
  numbers: [],
  household: null,
  occupiedFrom: null,
  occupiedUntil: null,
  serviceNeeds: '',
  notes: '',
  consents: [],
  sources: [],
  createdAt: 0,
  removedAt: null,
  mergedInto: null,
  merged: [],
  distinctFrom: [],
} satisfies Partial<Resident>;
