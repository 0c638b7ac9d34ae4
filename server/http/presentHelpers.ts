import type { HelperView } from '../contract/people.ts';
import type { Directory } from '../people/directory.ts';
import type { StaffMember } from '../people/people.ts';

/** Who can help in somebody's place now, as colleagues see them. */
export function presentHelpers(directory: Directory, staff: StaffMember, now: number): HelperView[] {
  return directory.helpersOf(staff, now).map(({ staff: helper, reason }) => ({ ...directory.view(helper, now), reason }));
}
