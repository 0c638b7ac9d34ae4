/** Which of the times named in a sentence are how long, or by when, a step of handling takes. S4 六 告知处理时间. */
import type { Duration } from '../duration.ts';
import { callerTurnBefore, wordsOf, type Hearing, type Piece } from '../hearing.ts';
import { keptKey, keptWith } from '../plainText.ts';
import { zhNumber } from '../spokenNumber.ts';
import { dayWords, deadlines, handlingWords, otherAfter, otherBefore } from '../words/promising.ts';
import { reach, reachEnglish, type Act } from './act.ts';

/** Act words right behind a bare duration: 半小时给您回电, 十分钟就到. */
const actFollows = /^(?:左右|上下)?(?:的?时间)?(?:后|之后|以后)?(?:就|能|可以|会|准|应该|我们?|再|师傅|电工|水工|保安|保洁|工人|同事|管家|主管|维修|他|准|一定|马上|保证|没.{1,4}也)*(?:给|拨|致电|捎|发|回|到(?!期|时)|赶|上(?:您|你|去|来)|去|上门|过来|过去|来(?!的)|修|换|处理|弄|搞|解决|通知|告诉|打|联系|答|送|恢复|好|完|办|出|下来|覆|嚟|整|清|派|内)|^ ?(?:later |or so |at most |tops )?(?:and )?(?:i'll|we'll|he'll|she'll|they'll|someone|he|she|they|the|to (?:fix|get|come|repair|sort|reach|replace|process|look)|from now|for (?:the|him|them|us|it))\b/;

/** Words before a bare duration that make it an estimate of the work: 大概要, it takes about. */
const estimateLeads = /(?:大概|大约|估摸着?|大致|顶多|撑死|起码|也就|给我|最多|最快|最迟|最晚|预计|估计|一般|通常|左右|要|需要|得|再|约|差不多|修|换|检|查|装|弄|处理|清|通|办)(?:大概|大约|要|需要|得|用|也就|个|最多|差不多|约)*$|\b(?:takes?|take|about|around|roughly|approximately|need|needs|normally|usually|another|later than|least|most|be)(?: you| us| him| them| about| around| roughly| another| up to)* $/;

const service = /打扫|保洁|钟点|开荒|擦|深度|清洁(?!班|部|主管|组)|剪草|修剪|\bclean(?:ing)?\b|\bgarden/;

/** Is this stretch of time how long handling takes, and not a wait, a price, a service, a span of the past? */
export function isHandlingTime(flat: string, time: { at: number; length: number; hasBound?: boolean }, wasAsked: boolean): boolean {
  const lead = flat.slice(Math.max(0, time.at - 24), time.at);
  const rest = flat.slice(time.at + time.length, time.at + time.length + 30);
  if (/(?:回来|返嚟|返到|回到|下班|休息到)/.test(rest.slice(0, 8)) && !/给|打|回电|联系/.test(rest.slice(0, 14))) return false;
  if (/(?<!you |call |ring |get |report )(?:back|in the office|free) $/.test(lead)) return false;
  const width = /[a-z]/.test(rest + lead) ? reachEnglish : reach;
  const near = `${flat.slice(Math.max(0, time.at - width), time.at)} ${flat.slice(time.at + time.length, time.at + time.length + width)}`;
  // within two business days, said alone, answers how long.
  const isAlone = flat.length - time.length <= 8;
  if (time.hasBound) return (handlingWords.test(near) || wasAsked || isAlone) && !/(?:等|稍候).{0,3}$/.test(lead) && !/^(?:的)?(?:免费|不收|免|不要钱|停|都|可以|是|算|有效)/.test(rest);
  // 免得您干等,半小时后我打给您: what follows tells that it is the act's time.
  if (/^(?:之|以)?后(?:我|再|给|就给)/.test(rest) && /给|打|回|到|来|跟|同|联系|通知|告诉/.test(rest.slice(0, 10))) return true;
  if (otherBefore.test(lead) || otherAfter.test(rest)) return false;
  if (service.test(near) && !/给您|回电|答复|上门|call|ring/.test(near)) return false;
  if (actFollows.test(rest)) return true;
  return (estimateLeads.test(lead) && handlingWords.test(near)) || wasAsked;
}

const serviceLength = /(?:做|搞|弄|打扫|清洁|清洗|擦|洗|服务|一次|清|剪)(?:完|一次)?(?:大概|大约)?(?:要|需要|得)?(?:多久|多长时间|几个小时|几个?钟|几耐)|要(?:做|搞|洗|擦|打扫)(?:多久|多长|几)|how long (?:does|will|is) (?:it|the (?:clean|service|visit|session))/;

/** The caller asks how long, or by when: a bare time in the answer is then how long handling takes. */
export const askedHowLong = /多久|好久|几耐|多会儿|啥时|多长时间|几时|什么时候|啥时候|几点|多快|要几|等到|边阵|how long|when|how soon|what time/;

/** 四点之前 beside 现在是两点整: the difference in minutes, when both are said. */
export function minutesByClock(flat: string): number | null {
  const clock = /([\d一二两三四五六七八九十]{1,3})点(半|钟|整|一刻|(?:[\d一二三四五]十?[\d一二三四五六七八九]?)分?)?/;
  const now = new RegExp(`(?:现在|这会儿?|而家)(?:是|系)?(?:上午|下午|早上|晚上|中午)?${clock.source}`).exec(flat);
  if (!now) return null;
  const after = flat.slice(now.index + now[0].length);
  const due = new RegExp(`${clock.source}(?:之?前|以前)`).exec(after);
  if (!due) return null;
  const minutes = (hit: RegExpExecArray): number | null => {
    const hour = zhNumber(hit[1] ?? '');
    const tail = hit[2] ?? '';
    const part = tail === '半' ? 30 : tail === '一刻' ? 15 : tail === '' || tail === '钟' || tail === '整' ? 0 : zhNumber(tail.replace('分', ''));
    return hour === null || part === null ? null : hour * 60 + part;
  };
  const from = minutes(now);
  const to = minutes(due);
  if (from === null || to === null) return null;
  return to > from ? to - from : to + 720 - from;
}

/** The handling times of a segment: durations, and deadlines of the clock or calendar. */
export type Times = { readonly durations: readonly Duration[]; readonly deadline: { at: number; length: number; words: string } | null; readonly day: { at: number; length: number; words: string } | null };

const timesAsked = keptKey();

const timesUnasked = keptKey();

/** The handling times a piece names; whether the caller asked right before decides about bare ones. Kept with the text. */
export function timesOf(piece: Piece, hearing: Hearing): Times {
  const isTimed = piece.text.durations.length > 0 || deadlines.test(piece.text);
  const question = isTimed ? wordsOf(callerTurnBefore(hearing, piece.turn)) : '';
  // How long the ordered cleaning takes is the length of a service.
  const wasAsked = isTimed && askedHowLong.test(question) && !(hearing.call.kind === 'housekeeping' && serviceLength.test(question));
  return keptWith(piece.text, wasAsked ? timesAsked : timesUnasked, () => readTimes(piece, wasAsked));
}

function readTimes(piece: Piece, wasAsked: boolean): Times {
  const { flat, durations } = piece.text;
  const deadline = deadlines.find(piece.text);
  const near = deadline ? flat.slice(Math.max(0, deadline.at - 20), deadline.at + deadline.length + 24) : '';
  return {
    durations: durations.filter((each) => isHandlingTime(flat, each, wasAsked)),
    deadline: deadline && (handlingWords.test(near) || (wasAsked && flat.length - deadline.length <= 12)) && !/(?<!给|帮|同|到|回|告诉|通知|联系|打给|答复|跟|向)(?:您|你)(?:.{0,4})(?:过来|来|到|带|交|缴|打|回)|\byou (?:can|need|must|should|have|may)|he may|she may/.test(near) ? deadline : null,
    day: dayWords.find(piece.text),
  };
}

/** 明天上午给您答复: the day stands right before or behind the call back, not before a visit in between. */
const nextTo = (day: { at: number; length: number }, act: Act): boolean => (act.at >= day.at ? act.at - day.at - day.length <= 7 : day.at - act.at - act.length <= 12);

/** A time of any kind: a stretch, a day, an hour. */
const anyTime = /[\d一二两三四五六七八九十半]{1,3}(?:点|:\d\d|来?分钟|个?多?小时|个?钟)|(?:今|明|听|后)[天日晚早朝]|(?:周|星期|礼拜)[一二三四五六日天]|工作日|\b(?:by|before|at|until|on|in|within) (?:about |around |half past )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|lunch|midday|mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|an? |half)|\b(?:today|tonight|tomorrow|minutes|hours?|days)\b/;

/** How sure the learned scale must be to hear a time told where the lists hear none, and not to where they do. */
const surelyTold = 1;

const hardlyTold = -5;

/** The time named for a step of handling. */
export function toldTime(piece: Piece, times: Times, acts: readonly Act[], score: number): { at: number; length: number } | null {
  const { day } = times;
  const listed = times.durations[0] ?? times.deadline ?? (day && acts.some((each) => each.kind === 'call' && nextTo(day, each)) ? day : null);
  if (score < hardlyTold) return null;
  const other = score > surelyTold ? anyTime.exec(piece.text.flat) : null;
  // 提前十分钟通知您: how early, and not how long.
  return listed ?? (other && !piece.text.flat.slice(0, other.index).endsWith('提前') ? { at: other.index, length: other[0].length } : null);
}
