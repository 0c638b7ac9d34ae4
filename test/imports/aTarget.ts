import type { ImportKind } from '../../server/contract/imports.ts';
import { residentTarget } from '../../server/imports/residentTarget.ts';
import { staffTarget } from '../../server/imports/staffTarget.ts';
import type { ImportTarget } from '../../server/imports/ports.ts';
import type { Directory } from '../../server/people/directory.ts';
import type { People, PeopleChanges, StaffMember } from '../../server/people/people.ts';
import { nameKey } from '../../server/residents/nameKey.ts';
import { placeKeyOf } from '../../server/residents/place.ts';
import type { ResidentStore } from '../../server/residents/ports.ts';
import type { Resident } from '../../server/residents/resident.ts';

/** The records of one office in memory, behind the real rules of an import. */
export function aTarget(kind: ImportKind): ImportTarget {
  if (kind === 'staff') return staffTarget(aDirectory());
  const store = aStore();
  return residentTarget(store, { save: (rows, audit) => store.saveResidents(rows, audit), putOnRecord: async () => undefined });
}

function aDirectory(): Directory {
  const staff = new Map<string, StaffMember>();
  const directory: Pick<Directory, 'all' | 'staff' | 'amend' | 'save'> = {
    all: (): People => ({ units: [], lines: [], users: [], staff: [...staff.values()] }),
    staff: (id) => staff.get(id) ?? null,
    async amend(make) {
      for (const one of make().staff ?? []) staff.set(one.id, one);
    },
    save: (changes: PeopleChanges) => directory.amend(() => changes),
  };
  return directory as Directory;
}

function aStore(): ResidentStore {
  const files = new Map<string, Resident>();
  const place = (one: Resident['property'] | Pick<Resident['property'], 'building' | 'unit' | 'room'>): string => JSON.stringify(placeKeyOf(one));
  const store: Pick<ResidentStore, 'loadResidents' | 'findResidents' | 'searchResidents' | 'saveResidents'> = {
    async saveResidents(rows) {
      for (const row of rows) if ((files.get(row.id)?.rev ?? -1) !== row.rev - 1) return 'conflict';
      for (const row of rows) files.set(row.id, row);
      return 'saved';
    },
    loadResidents: async (ids) => ids.flatMap((id) => files.get(id) ?? []),
    findResidents: async (_, keys) => keys.map((key) => [...files.values()].sort((a, b) => (a.id < b.id ? -1 : 1)).find((one) => (key.ref === null ? place(one.property) === place(key.property) && nameKey(one.name) === nameKey(key.name) : one.ref === key.ref)) ?? null),
    searchResidents: async () => ({ items: [...files.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) }),
  };
  return store as ResidentStore;
}
