import type { CallerMatch } from '../contract/card.ts';
import type { PersonView } from '../contract/people.ts';
import type { Line, People, StaffMember, Unit, User } from './people.ts';

/** A person that a caller asked for, as found, best first. */
export interface StaffMatch {
  staff: StaffMember;
  /** 1 = certain (extension, exact name), lower for sound-alikes. */
  score: number;
}

/**
 * All people in memory, so that the answer path waits for no database. Written through to the store; every change is told
 * to the listeners.
 */
export interface Directory {
  all(): People;
  /** The line that was dialled: any writing of the number (E.164, without +, national, SIP URI). */
  lineByNumber(raw: string): Line | null;
  unit(id: string): Unit | null;
  user(id: string): User | null;
  userByName(username: string): User | null;
  staff(id: string): StaffMember | null;
  /** Every resident on file under this E.164 number, of this unit first. */
  residentsByNumber(e164: string, unitId: string | null): CallerMatch[];
  /** Name, pinyin, initials, extension, title or department; [] for an empty text of no unit. */
  findStaff(text: string, unitIds: readonly string[] | null): StaffMatch[];
  /** What the caller said or keyed to the attendant: 找一下张伟, 工程部的张师傅, "Mr Zhang in engineering", 8012. */
  findWanted(spoken: { speech: string | null; digits: string | null }, unitId: string): StaffMatch[];
  /** How a colleague sees this person now. */
  view(staff: StaffMember, now: number): PersonView;
  save(changes: Partial<People>): Promise<void>;
  onChange(listener: () => void): () => void;
}
