import type { OfficeDetail, OfficePatch } from '../../../../server/contract/office.ts';

/** A department as it is being edited; `was`: the name that its members still have, null for a new one. */
export interface FormDepartment {
  name: string;
  was: string | null;
  aliases: string[];
  headId: string | null;
}

interface DepartmentsForm {
  departments: FormDepartment[];
}

/** Listed ones only: those that members alone name are not the office's to edit. */
export function departmentsFormOf({ departments }: OfficeDetail): DepartmentsForm {
  return { departments: departments.filter(({ isListed }) => isListed).map(({ name, aliases, head }) => ({ name, was: name, aliases, headId: head?.id ?? null })) };
}

/** What is sent of it. */
export function departmentsPatchOf({ departments = [] }: Partial<DepartmentsForm>): Pick<OfficePatch, 'departments'> {
  return { departments: departments.map(({ was, ...department }) => ({ ...department, ...(was !== null && { was }) })) };
}
