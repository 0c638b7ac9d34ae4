/** What is promised, how soon, and whether it was careless; consent to measures; calling back instead of waiting. S0, S1 六.13, S4 六. */
import type { Breach, Promised, Shown } from '../finding.ts';
import { dueAt } from '../dueAt.ts';
import type { Duration } from '../duration.ts';
import { callerTurnBefore, nextAgentTurn, printed, wordsOf, type Hearing, type Piece } from '../hearing.ts';
import { scoresAt } from '../learned/scales.ts';
import { practice } from '../manual.ts';
import { keptWith, plainText } from '../plainText.ts';
import { zhNumber } from '../spokenNumber.ts';
import {
  actDone, consentTags, dayWords, deadlines, guarantees, handlingWords, insteadOfWaiting, measures, notCommitted, otherAfter, otherBefore, ownActs, promisedActs, smallConsents, type ActKind,
} from '../words/promising.ts';
import { readBackLeads } from '../words/restating.ts';
import { waitRequests } from '../words/waiting.ts';

const actKinds = Object.keys(promisedActs) as ActKind[];
/** 修好 and the like are outcomes: a promise only beside a stated time. */
const needsTime = new Set<ActKind>(['fix']);
/** How far a time may stand from its act, in characters. */
const reach = 26;
const reachEnglish = 60;

/** Act words right behind a bare duration: 半小时给您回电, 十分钟就到. */
const actFollows = /^(?:左右|上下)?(?:的?时间)?(?:后|之后|以后)?(?:就|能|可以|会|准|应该|我们?|再|师傅|电工|水工|保安|工人|同事|管家|维修|他|准|一定|马上|保证|没.{1,4}也)*(?:给|拨|致电|捎|发|回|到(?!期|时)|赶|上门|过来|过去|来(?!的)|修|换|处理|弄|搞|解决|通知|告诉|打|联系|答|送|恢复|好|完|办|出|下来|覆|嚟|整|清|派|内)|^ ?(?:later |or so |at most |tops )?(?:and )?(?:i'll|we'll|he'll|she'll|they'll|someone|he|she|they|the|to (?:fix|get|come|repair|sort|reach|replace|process|look)|from now|for (?:the|him|them|us|it))\b/;
/** Words before a bare duration that make it an estimate of the work: 大概要, it takes about. */
const estimateLeads = /(?:大概|大约|最多|最快|最迟|最晚|预计|估计|一般|通常|左右|要|需要|得|再|约|差不多|修|换|检|查|装|弄|处理|清|通|办)(?:大概|大约|要|需要|得|用|也就|个|最多|差不多|约)*$|\b(?:takes?|take|about|around|roughly|approximately|need|needs|normally|usually|another|later than|least|most|be)(?: you| us| him| them| about| around| roughly| another| up to)* $/;
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
  if (/^(?:之|以)?后(?:我|再|给|就给)/.test(rest) && /给|打|回|到|来/.test(rest.slice(0, 10))) return true;
  if (otherBefore.test(lead) || otherAfter.test(rest)) return false;
  if (service.test(near) && !/给您|回电|答复|上门|call|ring/.test(near)) return false;
  if (actFollows.test(rest)) return true;
  return (estimateLeads.test(lead) && handlingWords.test(near)) || wasAsked;
}

const serviceLength = /(?:做|搞|弄|打扫|清洁|清洗|擦|洗|服务|一次|清|剪)(?:完|一次)?(?:大概|大约)?(?:要|需要|得)?(?:多久|多长时间|几个小时|几个?钟|几耐)|要(?:做|搞|洗|擦|打扫)(?:多久|多长|几)|how long (?:does|will|is) (?:it|the (?:clean|service|visit|session))/;
const askedHowLong = /多久|好久|几耐|多会儿|啥时|多长时间|几时|什么时候|啥时候|几点|多快|要几|等到|边阵|how long|when|how soon|what time/;

/** 四点之前 beside 现在是两点整: the difference in minutes, when both are said. */
function minutesByClock(flat: string): number | null {
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
type Times = { readonly durations: readonly Duration[]; readonly deadline: { at: number; length: number; words: string } | null; readonly day: { at: number; length: number; words: string } | null };

const timesAsked = {};
const timesUnasked = {};
function timesOf(piece: Piece, hearing: Hearing): Times {
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

/** `other`: promised in words that are on no list. */
type Kind = ActKind | 'other';
type Act = { readonly kind: Kind; readonly at: number; readonly length: number };

/** How far behind an act the question may stand that makes it a proposal. */
const clauseEnd = 44;

/** Is the act asked about, only possible, or over? */
function isCommitted(flat: string, act: Act, hasDuration: boolean): boolean {
  // 打给您是想, 跟您打包票: this call, and no call back.
  if (/^(?:打|给).{1,8}是(?:想|要|为|因|昨|关|您)|^.{0,6}打包票/.test(flat.slice(act.at)) || /^(?:价|收费|费用)/.test(flat.slice(act.at + act.length))) return false;
  const lead = flat.slice(Math.max(0, act.at - 8), act.at);
  const body = flat.slice(act.at, act.at + act.length);
  const rest = flat.slice(act.at + act.length);
  if (/(?:不|没|唔|冇)(?:会|能|用|要|可以|法|办法|到)?$/.test(lead) && !/(?:要不|不知道不)$/.test(lead)) return false;
  if (/^(?:了|过|咗|吗|了吗|就好|就行|就可以)/.test(rest) && !hasDuration) return false;
  if (hasDuration) return true;
  // 我可以现在联系他: an offer, not yet taken up.
  if (/(?:我|我们|我哋|这边)(?:也|都)?(?:可以|能)(?!的).{0,12}$/.test(flat.slice(0, act.at))) return false;
  // 您有什么事跟我说我帮您转达: nothing has been asked for yet.
  if (/(?:有(?:什么|啥|急)?事|需要的话|要是需要|如果需要).{0,14}$/.test(flat.slice(0, act.at))) return false;
  // 要不我请助理接或者您留个话我转告他: one of two offers, and nothing accepted yet.
  if (/(?:要不|要么|或者(?!我)|还是(?:您|你|要))/.test(flat.slice(0, act.at)) && !/^(?:好|行|嗯|那就)/.test(flat)) return false;
  if (/(?:之?前|以前)(?:师傅|我们)?(?:都|也)?会?先(?:跟|和|同|向)?$/.test(flat.slice(0, act.at + 1)) || /^先(?:跟|和|同|向)(?:您|你)/.test(body)) return false;
  // 要换材料的话会先跟您报价: the price told beforehand is part of the work.
  if (/^.{0,10}(?:报(?:个)?价|价钱|价格|费用|收费|说好|讲好|讲价|说清)/.test(rest)) return false;
  if (notCommitted.test(lead) || /已经|可以(?:让|请|叫|给|派|帮|由)|要不要|do you want|would you like|shall i|should i|can you|could you|you can|you could|if you|can i|may i/.test(lead + body) || /(?:would you like|shall i|should i|do you want|could you|can you|you can|want me to|can i|may i|could i) .{0,20}$/.test(flat.slice(0, act.at))) return false;
  // Asking at the end of the clause makes it a proposal.
  const ahead = rest.slice(0, clauseEnd + (/[a-z]/.test(rest) ? 40 : 0));
  return !consentTags.test(ahead);
}

/** The caller is the one who is to act: 您到前台来, 麻烦您跟保安说一声. */
function callerActs(flat: string, act: Act): boolean {
  const lead = flat.slice(Math.max(0, act.at - 8), act.at);
  const body = flat.slice(act.at, act.at + act.length);
  const rest = flat.slice(act.at + act.length);
  // 那叫您家里人带您去: his own people.
  if (/^(?:叫|让|请|喊)(?:您|你)(?:家|的|孩子|儿|女|爱人|老|妈|爸)/.test(body) || /(?:家里?人|儿子|女儿|孩子|家属|老伴|子女)$/.test(lead)) return true;
  // 同保安讲声就得: told how to do it himself.
  if (/^[^我]{0,10}就(?:得|行|可以|好)(?:了|啦|㗎)?$/.test(rest) && !/我/.test(lead + body)) return true;
  if (/(?:给|帮|替|为|同|跟|和|让|到|联系|通知|告诉|回)(?:您|你)/.test(lead + body.slice(0, 2))) return false;
  // 您半小时后过来拿: the caller's own time.
  if (/(?:您|你)(?:就|可以|再|过)?[\d半一二两三四五六七八九十几个]{1,4}$/.test(lead)) return true;
  return /(?:您|你)(?:自己|先|再|可以|得|要|直接|去|记得|最好|一会儿?|到时候?|也|帮我|也帮我|把.{0,4})?$/.test(lead) || /^(?:您|你|you (?:should|can|could|must|need|may|might))/.test(body) || (/\byou(?: can| could| should| need to| may| might| have to|'ll have to)?(?: just| also)? $/.test(lead) && !/\b(?:call|let|tell|ring|give|get|send|email|text) you $/.test(lead));
}

/** A day and hour without 之前 beside a visit is an appointment that was booked, and no promise: 周四上午十点师傅上门. */
function isAppointment(flat: string, act: Act): boolean {
  const near = flat.slice(Math.max(0, act.at - 20), act.at + act.length + 10);
  if (deadlines.test(near) || /点(?:钟|半)?(?:之?前|以前)/.test(near)) return false;
  return /(?:[周期拜][一二三四五六日天末]|今天|明天|后天|听日|下周|\d+号)?(?:早上|上午|中午|下午|晚上|今晚)?[\d一二两三四五六七八九十]{1,3}点(?!.{0,3}(?:前|以前|之内))|(?:约|订|定|预约|改)(?:好|到|在|了|个时间)|[周期拜][一二三四五六日天末](?:上午|下午|早上|晚上)|\b(?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow)(?: morning| afternoon)?(?: at| between)|\bbooked\b/.test(near);
}

const actsKeys = new WeakMap<readonly Duration[], object>();
/** The acts of a piece beside its times, worked out once for each reading of the times. */
function actsOf(piece: Piece, durations: readonly Duration[]): ReturnType<typeof actsIn> {
  let key = actsKeys.get(durations);
  if (!key) actsKeys.set(durations, (key = {}));
  return keptWith(piece.text, key, () => actsIn(piece, durations));
}

function actsIn(piece: Piece, durations: readonly Duration[]): (Act & { minutes: number | null; hasDuration: boolean })[] {
  const { flat } = piece.text;
  const acts: (Act & { minutes: number | null; hasDuration: boolean })[] = [];
  const width = /[一-鿿]/.test(flat) ? reach : reachEnglish;
  for (const kind of actKinds) {
    for (const hit of promisedActs[kind].all(piece.text)) {
      const near = durations
        .filter((each) => each.at + each.length > hit.at - width && each.at < hit.at + hit.length + width)
        .sort((a, b) => Math.abs(a.at - hit.at) - Math.abs(b.at - hit.at))[0];
      const act = { kind, at: hit.at, length: hit.length, minutes: near?.minutes ?? null, hasDuration: near !== undefined };
      if (needsTime.has(kind) && !act.hasDuration) continue;
      if (callerActs(flat, act) || !isCommitted(flat, act, act.hasDuration)) continue;
      if (kind === 'come' && !act.hasDuration && (!/^我(?!们|哋)/.test(flat.slice(act.at)) || /[\d一二两三四五六七八九十]点/.test(flat)) && isAppointment(flat, act)) continue;
      acts.push(act);
      break;
    }
  }
  // The act with a time first; else the first said.
  return acts.sort((a, b) => Number(b.hasDuration) - Number(a.hasDuration) || a.at - b.at);
}

/** Measures that are one even when the sentence also speaks of calling or waiting. */
const solidMeasures =
  /师傅|上门|派(?!工)|免费|收费|[块元](?:钱|一|$)|巡|换|修|开单|现场|协[调商]|申请|提交|送检|当面|陪|预约|约(?:在|到|周|明|后|好|个)|订|保洁|清洁|打扫|[周期拜][一二三四五六日天]|\b(?:engineer|technician|plumber|electrician|book|schedule|repair|replace|inspect|clean|visit|come|dollars|pounds|deliver|refund|(?:i'll|we'll|i will|we will|let me) (?:also |first )?speak (?:to|with))\b/;

/** Kinds whose later mention is the same act again. */
const sameAct = (a: Kind, b: Kind): boolean => a === b || (a === 'look' && b === 'passOn') || (a === 'passOn' && b === 'look');

/** The agent is about to do it now: asks the caller to wait, or holds or transfers the call before speaking again. */
function stepsAway(piece: Piece, hearing: Hearing): boolean {
  if (waitRequests.test(piece.text) && !/(?:我|我哋|我们)(?:等(?:一?下|一?会|阵)|待会|稍[后候])/.test(piece.text.flat) && /稍[等候]|等(?:一?下|我|阵|一会)|别挂|hold|moment|bear with|just a/.test(piece.text.flat)) return true;
  const { start } = piece;
  if (start === null) return false;
  const next = nextAgentTurn(hearing, piece.turn)?.pieces[0]?.start ?? hearing.endedAt ?? Number.POSITIVE_INFINITY;
  return hearing.call.events.some((event) => (event.type === 'hold' || event.type === 'transfer') && event.at >= start && event.at <= next);
}

/** 明天上午给您答复: the day stands right before or behind the call back, not before a visit in between. */
const nextTo = (day: { at: number; length: number }, act: Act): boolean => (act.at >= day.at ? act.at - day.at - day.length <= 7 : day.at - act.at - act.length <= 12);

/** A time of any kind: a stretch, a day, an hour. */
const anyTime = /[\d一二两三四五六七八九十半]{1,3}(?:点|:\d\d|来?分钟|个?多?小时|个?钟)|(?:今|明|听|后)[天日晚早朝]|(?:周|星期|礼拜)[一二三四五六日天]|工作日|\b(?:by|before|at|until|on|in|within) (?:about |around |half past )?(?:\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|lunch|midday|mon|tue|wed|thu|fri|sat|sun|tomorrow|tonight|an? |half)|\b(?:today|tonight|tomorrow|minutes|hours?|days)\b/;
/** How sure the learned scale must be to hear a time told where the lists hear none, and not to where they do. */
const surelyTold = 0.5;
const hardlyTold = -5;

/** The time named for a step of handling. */
function toldTime(piece: Piece, times: Times, acts: readonly Act[], score: number): { at: number; length: number } | null {
  const { day } = times;
  const listed = times.durations[0] ?? times.deadline ?? (day && acts.some((each) => each.kind === 'call' && nextTo(day, each)) ? day : null);
  if (score < hardlyTold) return null;
  const other = score > surelyTold ? anyTime.exec(piece.text.flat) : null;
  return listed ?? (other ? { at: other.index, length: other[0].length } : null);
}

const unanswered = /没(?:有)?人(?:接|应)|没接(?!到)|占线|忙音|打不通|冇人(?:听|接)|\b(?:no answer|not (?:picking|answering)|isn't (?:picking|answering)|line is busy|nobody's picking|engaged)\b/;
const tagKey = {};

/** Below this even a listed act is none; above it an act on no list is one; a second promise, or one before a hold, needs more. */
const hardlyPromised = -3;
const surelyPromised = -0.5;
const surelyAnother = 0.7;

const proposals = /(?:我|我们|我哋|这边)(?:也|都)?可以|要不要|需不需要|用不用|要不|可以(?:帮|给|让|叫|请|派)|使唔使|\b(?:shall i|should i|would you like|do you want|i (?:can|could)|we (?:can|could))\b/;

const surelyAgreed = 0;
const hardlyAgreed = -3;

/** A guarantee on no list must be surer than one on the lists. */
const surelyCareless = 0.5;
const hardlyCareless = -2.5;

/** The listed acts as the learned scale lets them stand, or the unlisted one that it hears. */
function weighActs(listed: ReturnType<typeof actsIn>, piece: Piece, hearing: Hearing, durations: readonly Duration[], isDoubtful: boolean): ReturnType<typeof actsIn> {
  const { promise } = scoresAt(piece, hearing);
  if (listed.length > 0) return promise < hardlyPromised ? listed.filter((each) => each.hasDuration) : listed;
  if (promise < (isDoubtful ? surelyAnother : surelyPromised) || actDone.test(piece.text)) return [];
  const [time] = durations;
  // Put as a question it is a proposal, unless a time is named.
  if (!time && (consentTags.test(piece.text) || proposals.test(piece.text.flat))) return [];
  return [{ kind: 'other', at: 0, length: piece.text.flat.length, minutes: time?.minutes ?? null, hasDuration: time !== undefined }];
}

type Open = { segment: number; piece: Piece; act: Act; minutes: number | null; due: string | null };

export function hearPromises(hearing: Hearing, readBack: number | null): { promises: Promised[]; shown: Shown[]; breaches: Breach[] } {
  const promises: Open[] = [];
  const said = new Map<Kind, Open>();
  const shown: Shown[] = [];
  const breaches: Breach[] = [];
  const seen = new Set<string>();
  const show = (rule: 'time-told' | 'measures-agreed' | 'offer-callback', piece: Piece, hit: { at: number; length: number }) => {
    if (seen.has(rule)) return;
    seen.add(rule);
    shown.push({ rule, segment: piece.index, words: printed(piece, hit), clause: practice[rule].clause });
  };
  const allowed = hearing.office.allowedPromises.map((words) => plainText(words).flat);
  for (const piece of hearing.agentPieces) {
    const { flat } = piece.text;
    const isReadBack = piece.index === readBack || (readBackLeads.test(piece.text) && /留言给|的留言|记录人/.test(flat));
    const times = timesOf(piece, hearing);
    // The opener promises nothing; what comes before the caller's first word is no answer to him.
    const isOpening = hearing.call.direction === 'inbound' && callerTurnBefore(hearing, piece.turn) === undefined;
    const isAside = stepsAway(piece, hearing);
    // 您稍等我跟工程部确认一下 is done while the caller waits: only a call back, or an act with a time, outlasts the call.
    const listed = isReadBack || isOpening ? [] : actsOf(piece, times.durations).filter((each) => !isAside || each.hasDuration || each.kind === 'call');
    const acts = isReadBack || isOpening ? [] : weighActs(listed, piece, hearing, times.durations, isAside || promises.length > 0);

    const scores = scoresAt(piece, hearing);
    const told = toldTime(piece, times, acts, scores['time-told']);
    if (told && !isReadBack && !isOpening) show('time-told', piece, told);

    if (acts.length > 0) {
      const byClock = times.durations.length === 0 ? minutesByClock(flat) : null;
      const named = times.deadline ?? times.day;
      const due = named ? dueAt(named.words, hearing) : null;
      // Each act once, where first said; a time that is named later belongs to the act it repeats.
      // The same stretch of time named again is the same promise: 两天之内准备好, then 两天内通知您.
      const isSaid = (each: Act & { minutes: number | null }) => [...said.keys()].some((kind) => sameAct(kind, each.kind)) || (each.minutes !== null && promises.some((open) => open.minutes === each.minutes && (each.kind === 'fix' || (each.kind === 'call' && open.act.kind === 'fix'))));
      // 我跟他讲一声叫他四点之前到: telling him is only the means of the visit already promised.
      const isMeans = (each: Act) => (each.kind === 'passOn' || each.kind === 'look') && acts.some((other) => other !== each && isSaid(other));
      // 两点之前准到, asked when: the time of the act already promised, in other words.
      const isAnswer = (each: Act) => each.kind === 'other' && promises.some(({ minutes }) => minutes === null) && askedHowLong.test(wordsOf(callerTurnBefore(hearing, piece.turn)));
      const answered = acts.some(isAnswer) ? promises.findLast(({ minutes }) => minutes === null) : undefined;
      if (answered) {
        answered.minutes = acts[0]?.minutes ?? byClock;
        answered.due ??= due;
      }
      const fresh = acts.filter((each) => !isSaid(each) && !isMeans(each) && !isAnswer(each));
      const [act] = fresh;
      const open: Open | null = act ? { segment: piece.index, piece, act, minutes: act.minutes ?? byClock, due: act.minutes === null ? due : null } : null;
      if (open) promises.push(open);
      for (const each of acts) {
        const before = [...said].find(([kind]) => sameAct(kind, each.kind))?.[1];
        if (before) {
          before.minutes ??= each.minutes ?? byClock;
          before.due ??= due;
        } else if (open) said.set(each.kind, open);
      }
    } else if (times.durations.length > 0 && !isReadBack) {
      // A time alone answers how long the promised act will take.
      const open = promises.findLast((each) => each.minutes === null);
      if (open) open.minutes = times.durations[0]?.minutes ?? null;
    }

    const careless = guarantees.all(piece.text).find((hit) => {
      if (/(?:不|没|无|唔|冇)(?:敢|能|法|好|太敢|可能|便)?(?:跟|给|向|同|和)?(?:您|你)?(?:说)?$/.test(flat.slice(Math.max(0, hit.at - 6), hit.at)) || /\b(?:can't|cannot|couldn't|won't|not able to|unable to) $/.test(flat.slice(0, hit.at))) return false;
      const own = ownActs.all(piece.text).some((each) => each.at <= hit.at + 1 && each.at + each.length >= hit.at);
      const words = flat.slice(Math.max(0, hit.at - 4), hit.at + hit.length + 12);
      return !own && !allowed.some((each) => each !== '' && words.includes(each));
    });
    const isCareless = careless ? scores['careless-promise'] > hardlyCareless : scores['careless-promise'] > surelyCareless && !ownActs.test(piece.text);
    if (isCareless && !isOpening) breaches.push({ rule: 'careless-promise', segment: piece.index, words: careless ? printed(piece, careless) : piece.text.raw.slice(0, 40), confidence: careless ? 0.85 : 0.6 });

    const tag = keptWith(piece.text, tagKey, () => consentTags.all(piece.text).findLast((each) => {
      const lead = flat.slice(Math.max(0, each.at - (/[a-z]/.test(each.words) ? 90 : 40)), each.at + (/[a-z]/.test(each.words) ? each.length + 60 : each.length));
      const near = flat.slice(Math.max(0, each.at - 14), each.at);
      if (/(?:麻烦|劳烦|辛苦)(?:您|你)(?!看|放心).{0,12}$/.test(lead.slice(0, lead.length - each.length))) return false;
      if (/(?:听得?|知道|清楚|明白|记住)$/.test(near) || /(?:稍[等候]|等.{0,6}|别挂|在线).{0,4}$/.test(near)) return false;
      // The last thing proposed before the question is a transfer or a call back.
      const close = flat.slice(Math.max(0, each.at - 18), each.at);
      const isCallBack = /给(?:您|你)(?:打|回|拨)|打(?:给|过去|回)/.test(close) && !/修|换|检|试|派|清|装|谈|处理|教育|批评|核|协调/.test(lead);
      if (isCallBack || /转(?:给|接|到|过去|去)(?!.*(?:上门|维修|派))/.test(close) || /\b(?:transfer|put(?:ting)? you through)\b/.test(lead)) return false;
      const asked = lead + flat.slice(each.at, each.at + each.length + 12);
      // 这样好不好我现在就联系她: the measure follows its question.
      const isAhead = /(?:这样|这么|咁样?)(?:处理|安排|做|办|子)?$/.test(near) && !measures.test(lead.slice(-24)) && /^.{0,2}[^吗]{4}/.test(flat.slice(each.at + each.length));
      if (isAhead) return measures.test(flat.slice(each.at + each.length, each.at + each.length + 40));
      return measures.test(lead) && (!smallConsents.test(asked) || solidMeasures.test(lead));
    }) ?? null);
    const isAgreed = tag ? scores['measures-agreed'] > hardlyAgreed : scores['measures-agreed'] > surelyAgreed && (consentTags.test(piece.text) || proposals.test(flat));
    if (isAgreed && !isReadBack && !isOpening) show('measures-agreed', piece, tag ?? { at: 0, length: flat.length });

    const instead = insteadOfWaiting.find(piece.text);
    // Nobody picked up where the call was passed to: calling back takes the place of waiting.
    const turn = hearing.turns[piece.turn];
    const isUnanswered = hearing.call.events.some((event) => event.type === 'transfer' && event.at < (piece.start ?? 0)) && (unanswered.test(wordsOf(turn)) || unanswered.test(wordsOf(turn && hearing.agentTurns.findLast((each) => each.number < turn.number))));
    const callBack = isUnanswered ? (acts.find((each) => each.kind === 'call') ?? null) : null;
    if (callBack) show('offer-callback', piece, callBack);
    if (instead && promisedActs.call.test(piece.text)) show('offer-callback', piece, instead);
  }
  return { promises: stillOpen(promises, hearing), shown, breaches };
}

const arrivedWords = /(?:他|她|师傅|保安|人|阿姨|叔叔|电工|管家)(?:们)?(?:已经|刚|刚刚)?(?:来|到|上来|过来)了|(?:看|听)(?:见|到)(?:他|她|师傅|保安|叔叔|人)|门铃响|有人敲门|\b(?:he|she|they|somebody|someone)(?:'s| is| are|'re)? (?:just )?(?:here|arrived|at the door)\b/;

/** The agent hears that he is there. */
const cameWords = /(?:他|她|师傅|保安|电工|管家|同事|佢)(?:们|人)?(?:已经|刚刚?)(?:到|喺|在)(?:了)?(?:楼下|门口|现场|您|你|大堂|咗)|\b(?:is|are|he's|she's|they're) (?:already )?(?:there|downstairs|at your door|outside)(?: now)\b/;

/** Acts that the call itself shows to be done are no promises. */
function stillOpen(promises: readonly Open[], hearing: Hearing): Promised[] {
  return promises
    .filter(({ act, piece, minutes }) => {
      // The caller sees him come: the visit was kept within the call.
      if (act.kind === 'come' && hearing.callerPieces.some((later) => later.place > piece.place && arrivedWords.test(later.text.flat))) return false;
      if (act.kind === 'come' && hearing.agentPieces.some((later) => later.place > piece.place && cameWords.test(later.text.flat))) return false;
      if (act.kind !== 'passOn' && act.kind !== 'look' && act.kind !== 'send') return true;
      if (minutes !== null) return true;
      return !hearing.agentPieces.some((later) => later.place > piece.place && later.turn > piece.turn && actDone.test(later.text));
    })
    .filter((each, i, all) => all.findIndex((other) => other.segment === each.segment) === i)
    .map(({ segment, piece, act, minutes, due }) => ({ segment, words: printed(piece, act), act: act.kind, dueMinutes: minutes === null ? null : Math.round(minutes), dueAt: minutes === null ? due : null }));
}
