import type { Hours } from '../../../../server/contract/hours.ts';
import type { Language } from '../../../../server/contract/primitives.ts';
import { formReachOf, reachInputsOf } from '../Reach/formReach.ts';
import type { FormReach } from '../Reach/formReach.ts';
import type { StaffPatch, StaffView } from '../../../../server/contract/staff.ts';

/** A private number as the editor has it: one that stands there, masked, by its place; or one being written. */
export type FormNumber = { keep: number; shown: string } | { number: string };

/** What an editor writes about a member of the staff. */
export interface StaffForm {
  name: string;
  department: string;
  title: string;
  extension: string;
  staffNumber: string;
  languages: Language[];
  deputyIds: string[];
  leader: boolean;
  hours: Hours | null;
  userId: string | null;
  privateNumbers: FormNumber[];
  reach: FormReach[];
}

/** A new person; `hours` null: not told, so here unless away. */
export const emptyStaffForm: StaffForm = { name: '', department: '', title: '', extension: '', staffNumber: '', languages: [], deputyIds: [], leader: false, hours: null, userId: null, privateNumbers: [], reach: [] };

/** Private numbers and addresses stay masked: the form knows them by their place. */
export function staffFormOf({ name, department, title, extension, staffNumber, languages, deputies, leader, hours, user, privateNumbers, reach }: StaffView): StaffForm {
  return { name, department, title, extension, staffNumber, languages, deputyIds: deputies.map(({ id }) => id), leader, hours, userId: user?.id ?? null, privateNumbers: privateNumbers.map((shown, keep) => ({ keep, shown })), reach: formReachOf(reach) };
}

type SentNumber = NonNullable<StaffPatch['privateNumbers']>[number];

/** What is sent of it. */
export function staffPatchOf({ privateNumbers, reach, ...rest }: Partial<StaffForm>): Omit<StaffPatch, 'rev'> {
  const sent = privateNumbers?.flatMap((one): SentNumber[] => ('keep' in one ? [{ keep: one.keep }] : one.number.trim() === '' ? [] : [{ number: one.number }]));
  return { ...rest, ...(sent && { privateNumbers: sent }), ...(reach && { reach: reachInputsOf(reach) }) };
}
