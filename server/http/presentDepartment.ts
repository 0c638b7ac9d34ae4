import type { DepartmentView } from '../contract/people.ts';
import type { Directory } from '../people/directory.ts';
import { mostHelpers } from '../people/othersWhoHelp.ts';
import type { OfficeDepartment } from '../people/officeDepartments.ts';
import { presentHelpers } from './presentHelpers.ts';

/** A department with whom to ask for there now: its head, and who else is in. */
export function presentDepartment(directory: Directory, { unitId, department }: { unitId: string; department: OfficeDepartment }, now: number): DepartmentView {
  const head = department.head && directory.view(department.head, now);
  if (department.head && head) return { unitId, name: department.name, head, helpers: head.away ? presentHelpers(directory, department.head, now) : [] };
  const helpers: DepartmentView['helpers'] = [];
  for (const { staff } of department.members) {
    if (helpers.length >= mostHelpers) break;
    const view = directory.view(staff, now);
    if (!view.away) helpers.push({ ...view, reason: 'department' });
  }
  return { unitId, name: department.name, head, helpers };
}
