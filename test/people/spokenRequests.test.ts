import { describe, expect, test } from '@jest/globals';
import { officeDepartments } from '../../server/people/officeDepartments.ts';
import { staffEntry } from '../../server/people/staffEntry.ts';
import { whoIsWanted } from '../../server/people/whoIsWanted.ts';
import { spokenRequests, spokenStaff, spokenUnit } from './data/spokenRequests.ts';

const entries = spokenStaff.filter(({ removedAt }) => removedAt === null).map(staffEntry);
const office = { entries, departments: officeDepartments(entries, spokenUnit.departments) };

function meantBy(speech: string | null, digits: string | null = null): string {
  const wanted = whoIsWanted({ speech, digits }, office);
  switch (wanted.kind) {
    case 'person':
      return `=${wanted.staff.id}`;
    case 'several':
      return `?${wanted.staff.map(({ id }) => id).sort().join(',')}`;
    case 'department':
      return wanted.department.name;
    case 'nobody':
      return '-';
  }
}

describe('what callers say when they are asked whom they want, in three languages', () => {
  test.each(spokenRequests)('%s → %s', (speech, meant) => {
    expect(meantBy(speech)).toBe(meant);
  });
});
