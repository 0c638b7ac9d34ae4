import type { OfficeDepartment } from './officeDepartments.ts';
import { onlyFillers, past, type WantedStart } from './wantedStarts.ts';
import { chinesePresence, determiners, ownOffice, presenceOfSomebody } from './wantedWords.ts';

/** The department whose words stand at `at`, and where they end; of several words the longest. */
export function departmentAt(text: string, at: number, departments: readonly OfficeDepartment[]): { department: OfficeDepartment; end: number } | null {
  let found: { department: OfficeDepartment; end: number } | null = null;
  for (const department of departments) {
    for (const word of department.words) {
      if (at + word.length <= (found?.end ?? at) || !text.startsWith(word, at)) continue;
      // "gardening" is not somebody's garden, and "security" begins no other word.
      if (/[a-z]$/.test(word) && /[a-z]/.test(text[at + word.length] ?? '')) continue;
      found = { department, end: at + word.length };
    }
  }
  return found;
}

const somebodyIn = /(?:some(?:one|body)|any(?:one|body)|a person|a colleague|people) (?:in|from|at|of) (?:the |your )?/y;
const itsPeople = /(?: ?(?:department|dept|team|office)\b)?(?:那边|里面|里)?(?:的?(?:人|同事|师傅们?|工作人员|值班人员)(?!员|家)|的那?[个位]?(?=$|\|))?/y;

/** The department itself that is asked for at one start, nobody of it by name: 找工程部, 保安部有人吗, "somebody from security". */
export function wantedDepartment(text: string, start: WantedStart, departments: readonly OfficeDepartment[]): OfficeDepartment | null {
  const from = past(determiners, text, past(ownOffice, text, past(somebodyIn, text, start.at)));
  const found = departmentAt(text, from, departments);
  if (!found) return null;
  const end = past(itsPeople, text, found.end);
  const alone = onlyFillers(text, end) || past(chinesePresence, text, end) > end || past(presenceOfSomebody, text, end) > end;
  const fits = alone || (start.behind instanceof RegExp && past(start.behind, text, end) > end);
  return fits ? found.department : null;
}
