// A presence answer among 10,000 staff with hours, leaves and a calendar of holidays. Prints; asserts nothing.
import { openDirectory } from '../../server/people/directory.ts';
import { usualStaff, usualUnit } from '../../server/people/people.ts';
import type { Hours, Leave, People, StaffMember } from '../../server/people/people.ts';
import type { PeopleStore } from '../../server/people/ports.ts';

const staffCount = 10_000;
const rounds = 20_000;
const dayMs = 86_400_000;
/** Wednesday, 30 September 2026, 19:00 in Shanghai: the eve of a week of holidays, the longest way back. */
const eve = Date.UTC(2026, 8, 30, 11);

const week: Hours = { kind: 'weekly', spans: [1, 2, 3, 4, 5].flatMap((weekday) => [{ weekday, fromMinute: 510, toMinute: 720 }, { weekday, fromMinute: 840, toMinute: 1080 }]) };
/** Forty meetings and a leave, as a calendar brings them. */
const leavesOf = (salt: number): Leave[] => Array.from({ length: 40 }, (_, at) => ({ id: `l${at}`, fromAt: eve + (at - 5) * dayMs + (salt % 24) * 3_600_000, toAt: eve + (at - 5) * dayMs + ((salt % 24) + 2) * 3_600_000, why: 'meeting', note: '', source: 'calendar' }));
const staff = Array.from({ length: staffCount }, (_, at): StaffMember => ({ ...usualStaff, id: `p${at}`, unitId: 'office', name: `${'张王李刘陈杨赵黄周吴'[at % 10] ?? ''}${'伟芳娜敏静丽强磊军洋'[Math.floor(at / 10) % 10] ?? ''}${'一二三四五六七八九十'[Math.floor(at / 100) % 10] ?? ''}`, department: '工程', title: '技工', extension: String(10_000 + at), hours: week, leaves: leavesOf(at) }));
const everybody: People = { units: [{ ...usualUnit, id: 'office', name: '阳光花园管理处', aliases: [], timeZone: 'Asia/Shanghai', country: 'CN' }], lines: [], staff, users: [] };

const quantile = (times: number[], share: number): string => (times.sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(3);

function timed(act: (round: number) => unknown): string {
  const times: number[] = [];
  for (let round = -2_000; round < rounds; round += 1) {
    const from = performance.now();
    act(round + 2_000);
    if (round >= 0) times.push(performance.now() - from);
  }
  return `p50 ${quantile(times, 0.5)} ms, p95 ${quantile(times, 0.95)} ms`;
}

const store = { loadPeople: async () => everybody } as Pick<PeopleStore, 'loadPeople'> as PeopleStore;
const directory = await openDirectory(store);
/** Neighbours in time are no neighbours in the list. */
const idOf = (round: number): string => `p${(round * 7919) % staffCount}`;
function member(round: number): StaffMember {
  const found = directory.staff(idOf(round));
  if (!found) throw new Error(`nobody is ${idOf(round)}`);
  return found;
}

console.log(`presence among 10,000 staff:  ${timed((round) => directory.view(member(round), eve + (round % 14) * dayMs))}`);
console.log(`  floor, the record copied:   ${timed((round) => ({ ...member(round) }))}`);
