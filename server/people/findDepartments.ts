import { nameSounds } from './chineseSound.ts';
import { spells } from './findStaff.ts';
import type { OfficeDepartment } from './officeDepartments.ts';
import { plainText } from './plainText.ts';

/** The departments that a text in the search box names: by one of their words or its beginning, or by the pinyin of their name; best first. */
export function findDepartments(text: string, departments: readonly OfficeDepartment[]): OfficeDepartment[] {
  const query = plainText(text).replace(/ /g, '');
  if (query.length < 2) return [];
  return departments
    .map((department) => ({ department, score: scoreOf(query, department) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ department }) => department);
}

function scoreOf(query: string, { name, words }: OfficeDepartment): number {
  const said = words.map((word) => word.replace(/ /g, ''));
  if (said.includes(query)) return 1;
  if (said.some((word) => word.startsWith(query))) return 0.9;
  // Two letters are somebody's initials sooner than a department's.
  return query.length > 2 && /^[a-z]+$/.test(query) && nameSounds(name).some((syllables) => spells(query, syllables)) ? 0.8 : 0;
}
