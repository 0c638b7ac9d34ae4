import { officeDepartments, type OfficeDepartment } from './officeDepartments.ts';
import type { StaffEntry } from './staffEntry.ts';
import { bestFirst, certainlyNobody, type StaffMatch } from './staffMatch.ts';
import { wantedAt } from './wantedAt.ts';
import { startsOf, wantedText } from './wantedStarts.ts';
import { extensionSaid } from './wantedExtension.ts';

/** Callers name whom they want in a sentence or two; what comes after is a message. */
export const longestSpeech = 300;

/**
 * What the caller said or keyed when asked whom he wants: an extension; a name, also one that sounds the same; a surname with a title; a
 * title with its department. Best first; several with the same score are a question to ask. Empty when the sentence asks for nobody:
 * a name that is only mentioned (我是张伟, 张伟家漏水) wants nobody, because a message must never go to the wrong person (DOMAIN 4).
 */
export function findWanted(spoken: { speech: string | null; digits: string | null }, entries: readonly StaffEntry[], departments: readonly OfficeDepartment[] = officeDepartments(entries, [])): StaffMatch[] {
  const keyed = spoken.digits?.replace(/\D/g, '') ?? '';
  const byKey = entries.filter((entry) => keyed !== '' && entry.staff.extension === keyed);
  if (byKey.length > 0) return byKey.map((entry) => ({ staff: entry.staff, score: 1 }));
  if (spoken.speech === null) return [];

  const text = wantedText(spoken.speech.slice(0, longestSpeech));
  const said = extensionSaid(text);
  const byExtension = said === null ? [] : entries.filter((entry) => entry.staff.extension === said);
  if (byExtension.length > 0) return byExtension.map((entry) => ({ staff: entry.staff, score: 1 }));

  const best = new Map<string, StaffMatch>();
  for (const start of startsOf(text)) {
    for (const match of wantedAt(text, start, entries, departments)) {
      if (match.score > (best.get(match.staff.id)?.score ?? certainlyNobody)) best.set(match.staff.id, match);
    }
  }
  return [...best.values()].sort(bestFirst);
}
