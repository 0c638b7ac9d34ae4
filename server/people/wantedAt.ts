import { charSounds } from './chineseSound.ts';
import type { OfficeDepartment } from './officeDepartments.ts';
import type { StaffEntry } from './staffEntry.ts';
import type { StaffMatch } from './staffMatch.ts';
import { bears, chineseTitleAt, titleAt, type SaidTitle } from './titles.ts';
import { departmentAt } from './wantedDepartment.ts';
import { onlyFillers, past, type WantedStart } from './wantedStarts.ts';
import { chinesePresence, determiners, givenNameSigns, notGivenName, ordinaryWord, ownerOfSomething, ownOffice } from './wantedWords.ts';

/** One person whom the words at a place may name, and where those words end. */
interface Naming {
  entry: StaffEntry;
  score: number;
  end: number;
}

/** Everybody whom the words at one start name, if what stands behind the name fits the start. */
export function wantedAt(text: string, start: WantedStart, entries: readonly StaffEntry[], departments: readonly OfficeDepartment[]): StaffMatch[] {
  const found: StaffMatch[] = [];
  for (const { at, department } of placesOf(text, start.at, departments)) {
    const here = department === null ? entries : [...department.members];
    const certainty = department === null ? 0 : 0.1;
    for (const { entry, score, end } of [...byName(text, at, here, start.soundCounts), ...bySurname(text, at, here, start.soundCounts), ...byLatinName(text, at, here), ...byTitle(text, at, here, department !== null)]) {
      const behind = englishDepartmentBehind(text, end, departments);
      if (behind && !behind.department.members.has(entry)) continue;
      const total = Math.min(1, score + (behind ? 0.1 : certainty));
      if (total >= leastScore && fitsBehind(text, behind?.end ?? end, start)) found.push({ staff: entry.staff, score: total });
    }
  }
  return found;
}

/** Whoever is less certain than this is not named at all: the attendant has nobody to ask. */
const leastScore = 0.75;

function fitsBehind(text: string, end: number, start: WantedStart): boolean {
  if (start.behind === 'nothing') return past(ownerOfSomething, text, end) === end;
  if (start.behind === 'alone-or-present') return onlyFillers(text, end) || past(chinesePresence, text, end) > end;
  return past(start.behind, text, end) > end;
}

/** Where the name may begin: here, or behind the office's own name, or behind a department (工程部的…). */
function placesOf(text: string, start: number, departments: readonly OfficeDepartment[]): { at: number; department: OfficeDepartment | null }[] {
  const places: { at: number; department: OfficeDepartment | null }[] = [{ at: start, department: null }];
  const inside = past(ownOffice, text, start);
  if (inside > start) places.push({ at: past(determiners, text, inside), department: null });
  const found = departmentAt(text, inside, departments);
  if (found) {
    const end = past(/(?: ?(?:department|dept|team)\b)?(?:那边|里面|里)?的? ?/y, text, found.end);
    places.push({ at: past(determiners, text, end), department: found.department });
  }
  return places;
}

/** "Mr Zhang in engineering", "the manager of your cleaning department". */
function englishDepartmentBehind(text: string, end: number, departments: readonly OfficeDepartment[]): { department: OfficeDepartment; end: number } | null {
  const at = past(/ (?:in|from|of|at) (?:the |your )?/y, text, end);
  if (at === end) return null;
  const found = departmentAt(text, at, departments);
  return found && { department: found.department, end: past(/ (?:department|dept|team)\b/y, text, found.end) };
}

/** Full Chinese names: as written, or as they sound. */
function byName(text: string, at: number, entries: readonly StaffEntry[], soundCounts: boolean): Naming[] {
  const found: Naming[] = [];
  const unnamed = !soundCounts || past(ordinaryWord, text, at) > at;
  for (const entry of entries) {
    const length = entry.chinese.length;
    if (length < 2) continue;
    const written = text.startsWith(entry.chinese, at);
    const heard = written ? 1 : unnamed || titleBeginsInside(text, at, length) ? 0 : likeness(text, at, entry);
    if (heard === 0) continue;
    const title = chineseTitleAt(text, at + length);
    if (!title && length === 2 && namesOnward(text, at + length)) continue;
    const score = written ? 1 : heard === 1 ? 0.85 : 0.7;
    // Of two people with one name the title tells who is meant.
    const contradicted = title && title.title.jobs.length > 0 && !bears(entry.staff.title, title.title) && !(title.title.leads && entry.staff.leader);
    found.push({ entry, score: contradicted ? score - 0.1 : score, end: title?.end ?? at + length });
  }
  return found;
}

/** 1 when every sign may be read as that of the name, 0.5 when southern speech makes them the same, 0 otherwise. */
function likeness(text: string, at: number, entry: StaffEntry): number {
  let like = 1;
  for (let index = 0; index < entry.sounds.length; index++) {
    const said = charSounds(text[at + index] ?? '');
    const own = entry.sounds[index] ?? [];
    if (said.some((sound) => own.includes(sound))) continue;
    if (!said.some((sound) => own.some((other) => flat(sound) === flat(other)))) return 0;
    like = 0.5;
  }
  return like;
}

/** 李经理 holds a surname and a title, not somebody whose name sounds like 李经. */
function titleBeginsInside(text: string, at: number, length: number): boolean {
  for (let inside = at + 1; inside < at + length; inside++) {
    const title = chineseTitleAt(text, inside);
    if (title && title.end > at + length) return true;
  }
  return false;
}

/** zh, ch, sh and z, c, s; -ing and -in, -eng and -en; l and n: one to many ears. */
function flat(sound: string): string {
  return sound.replace(/^([zcs])h/, '$1').replace(/(?<=[ie])ng$/, 'n').replace(/^n/, 'l');
}

function namesOnward(text: string, at: number): boolean {
  return givenNameSigns.has(text[at] ?? '') && past(notGivenName, text, at) === at;
}

/** Signs that work in sentences; only the written surname makes them one, and not behind 要 and 想 (我要向经理反映). */
const workingSigns = new Set('与和跟同给的了是有这那个位你们我他她就让叫请找一下想要去来到从在好向于时都应连由对把被为');

/** Surname and title: 张主管, 张师傅, 姓张的师傅, 老张. */
function bySurname(text: string, start: number, entries: readonly StaffEntry[], soundCounts: boolean): Naming[] {
  const named = past(/姓/y, text, start);
  const familiar = past(/[老小阿](?![区板师姐])/y, text, start);
  const found: Naming[] = [];
  for (const entry of entries) {
    const length = entry.surname.length;
    for (const at of new Set([start, named, familiar])) {
      if (length === 0) continue;
      const written = text.startsWith(entry.surname, at);
      if (workingSigns.has(text[at] ?? '') && (!written || /[要想]/.test(text[at - 1] ?? ''))) continue;
      if (!written && (!soundCounts || length > 1 || past(ordinaryWord, text, at) > at || !charSounds(text[at] ?? '').some((sound) => entry.sounds[0]?.includes(sound)))) continue;
      const behind = at === named && named > start ? past(/的(?:那个|那位)?/y, text, at + length) : at + length;
      const title = chineseTitleAt(text, behind);
      const isNamedOnly = at === named && named > start && behind > at + length;
      const score = title ? titleScore(entry, title.title) : isNamedOnly ? 0.8 : (soundCounts && at === familiar && familiar > start && !namesOnward(text, behind) ? 0.76 : 0);
      if (score > 0) found.push({ entry, score: written ? score : score - 0.1, end: title?.end ?? behind });
    }
  }
  return found;
}

/** How well a title fits somebody of that surname. */
function titleScore(entry: StaffEntry, title: SaidTitle): number {
  if (title.craft) return entry.departmentWords.some((word) => crafts.has(word)) ? 0.85 : 0.6;
  if (title.jobs.length === 0 && !title.leads) return 0.8;
  if (bears(entry.staff.title, title)) return 0.9;
  // Callers call whoever leads 经理.
  return title.leads && entry.staff.leader ? 0.78 : 0.55;
}

const crafts = new Set(['工程', '保安', '清洁', '绿化']);

/** Emily Carter, Emily, Ms Carter; zhang wei, wei zhang, Mr Zhang. */
function byLatinName(text: string, start: number, entries: readonly StaffEntry[]): Naming[] {
  const addressed = past(/(?:mr|mrs|ms|miss|mister|madam|dr|manager|engineer)\b ?/y, text, start);
  const at = addressed;
  if (!/[a-z]/.test(text[at] ?? '')) return [];
  const found: Naming[] = [];
  for (const entry of entries) {
    for (const [form, score] of entry.latinForms) {
      const surnameOnly = score < 0;
      if (surnameOnly && addressed === start) continue;
      if (!text.startsWith(form, at) || /[a-z]/.test(text[at + form.length] ?? '')) continue;
      found.push({ entry, score: Math.abs(score), end: at + form.length });
    }
  }
  // "Zhang Wei" also begins with a surname; the longest form is what was said.
  const furthest = Math.max(0, ...found.map((naming) => naming.end));
  return found.filter((naming) => naming.end === furthest);
}

/** A title without a name: 工程部主管, "the engineering manager"; without a department only when the office knows such a title. */
function byTitle(text: string, at: number, entries: readonly StaffEntry[], ofDepartment: boolean): Naming[] {
  const said = titleAt(text, at);
  if (!said) return [];
  const bearers = entries.filter((entry) => bears(entry.staff.title, said.title));
  const behind = !ofDepartment && /^ (?:in|from|of|at) /.test(text.slice(said.end));
  const leaders = bearers.length === 0 && (ofDepartment || behind) && said.title.leads ? entries.filter((entry) => entry.staff.leader) : [];
  return [...bearers, ...leaders].map((entry) => ({ entry, score: 0.8, end: said.end }));
}
