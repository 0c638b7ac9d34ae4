import { departmentWords } from './departments.ts';
import type { Department, StaffMember } from './people.ts';
import { plainText } from './plainText.ts';
import type { StaffEntry } from './staffEntry.ts';

/** A part of an office as callers ask for it. */
export interface OfficeDepartment {
  /** As the office writes it. */
  name: string;
  /** All words for it, simplified and small letters. */
  words: readonly string[];
  /** Who belongs to it, by extension. */
  members: ReadonlySet<StaffEntry>;
  /** Who leads it: as the office said, else the first of its leaders; null when nobody does. */
  head: StaffMember | null;
}

const bareName = (name: string): string => plainText(name).replace(/部$/, '');

/**
 * The departments of one office: those that it lists, with their other words, and those that members name without their being listed. Where two
 * have a word in common it belongs to the one that is called so.
 */
export function officeDepartments(entries: readonly StaffEntry[], listed: readonly Department[]): OfficeDepartment[] {
  const names = [...listed.map(({ name }) => name)];
  const bare = new Set(names.map(bareName));
  const membersOf = new Map<string, StaffEntry[]>();
  for (const entry of entries) {
    const own = bareName(entry.staff.department);
    if (own === '') continue;
    // A member may write his department in other words than the office does: 工程 and 维修部.
    const known = bare.has(own) ? own : ([...bare].find((one) => departmentWords(one) === entry.departmentWords) ?? own);
    if (!bare.has(known)) {
      bare.add(known);
      names.push(entry.staff.department);
    }
    const members = membersOf.get(known);
    if (members) members.push(entry);
    else membersOf.set(known, [entry]);
  }

  const ownWords = names.map((name) => {
    const aliases = listed.find((one) => one.name === name)?.aliases ?? [];
    const said = aliases.map(plainText);
    return new Set([bareName(name), plainText(name), ...(/\p{Script=Han}$/u.test(bareName(name)) ? [`${bareName(name)}部`] : []), ...said].filter((word) => word !== ''));
  });
  return names.map((name, index) => {
    const own = ownWords[index] ?? new Set<string>();
    const shared = departmentWords(name).filter((word) => !ownWords.some((others, at) => at !== index && others.has(word)));
    const members = new Set([...(membersOf.get(bareName(name)) ?? [])].sort((a, b) => (a.staff.extension < b.staff.extension ? -1 : 1)));
    const headId = listed.find((one) => one.name === name)?.headId ?? null;
    const said = headId === null ? null : (entries.find((entry) => entry.staff.id === headId)?.staff ?? null);
    const head = said ?? [...members].find((entry) => entry.staff.leader)?.staff ?? null;
    return { name, words: [...new Set([...own, ...shared])], members, head };
  });
}
