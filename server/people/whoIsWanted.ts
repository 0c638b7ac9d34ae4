import { findWanted, longestSpeech } from './findWanted.ts';
import type { OfficeDepartment } from './officeDepartments.ts';
import type { StaffMember } from './people.ts';
import type { StaffEntry } from './staffEntry.ts';
import { couldBeMeant, surelyMeant } from './staffMatch.ts';
import { wantedDepartment } from './wantedDepartment.ts';
import { startsOf, wantedText } from './wantedStarts.ts';

/** Whom a caller asked for. */
export type Wanted =
  | { kind: 'person'; staff: StaffMember }
  | { kind: 'department'; department: OfficeDepartment }
  /** Any of these fits as well as the others: a question to ask, best first. */
  | { kind: 'several'; staff: StaffMember[] }
  | { kind: 'nobody' };

/**
 * What the caller's words or keys ask for: one person, a department, one of several people, or nobody. A person who is named goes before the
 * department that he is named with.
 */
export function whoIsWanted(spoken: { speech: string | null; digits: string | null }, office: { entries: readonly StaffEntry[]; departments: readonly OfficeDepartment[] }): Wanted {
  const matches = findWanted(spoken, office.entries, office.departments);
  const sure = surelyMeant(matches);
  if (sure) return { kind: 'person', staff: sure.staff };
  const several = couldBeMeant(matches);
  if (several.length > 1) return { kind: 'several', staff: several.map(({ staff }) => staff) };
  if (spoken.speech === null) return { kind: 'nobody' };
  const text = wantedText(spoken.speech.slice(0, longestSpeech));
  for (const start of startsOf(text)) {
    const department = wantedDepartment(text, start, office.departments);
    if (department) return { kind: 'department', department };
  }
  return { kind: 'nobody' };
}
