/** Acts of the office for after the call: who is to act, whether it is committed to, and which are on no list. S1 六.13, S0. */
import type { Duration } from '../duration.ts';
import { nextAgentTurn, type Hearing, type Piece, type Reading } from '../hearing.ts';
import { scoresAt } from './scoresAt.ts';
import { actDone, consentTags, deadlines, notCommitted, promisedActs, type ActKind } from '../words/promising.ts';
import { waitRequests } from '../words/waiting.ts';

/** How far a time may stand from its act, in characters. */
export const reach = 26;

/** As `reach`, for English, which needs more characters for the same words. */
export const reachEnglish = 60;

const actKinds = Object.keys(promisedActs) as ActKind[];

/** 修好 and the like are outcomes: a promise only beside a stated time. */
const needsTime = new Set<ActKind>(['fix']);

/** `other`: promised in words that are on no list. */
export type Kind = ActKind | 'other';

/** Where in the plain text an act is named; `at` and `length` in characters. */
export type Act = { readonly kind: Kind; readonly at: number; readonly length: number };

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

const actsKept = new WeakMap<readonly Duration[], { readonly text: Reading; readonly acts: ReturnType<typeof actsIn> }>();

/** The acts of a piece beside its times, worked out once for each reading of the times. */
export function actsOf(piece: Piece, durations: readonly Duration[]): ReturnType<typeof actsIn> {
  const kept = actsKept.get(durations);
  if (kept?.text === piece.text) return kept.acts;
  const acts = actsIn(piece, durations);
  actsKept.set(durations, { text: piece.text, acts });
  return acts;
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

/** Kinds whose later mention is the same act again. */
export const sameAct = (a: Kind, b: Kind): boolean => a === b || (a === 'look' && b === 'passOn') || (a === 'passOn' && b === 'look');

/** The agent is about to do it now: asks the caller to wait, or holds or transfers the call before speaking again. */
export function stepsAway(piece: Piece, hearing: Hearing): boolean {
  if (waitRequests.test(piece.text) && !/(?:我|我哋|我们)(?:等(?:一?下|一?会|阵)|待会|稍[后候])/.test(piece.text.flat) && /稍[等候]|等(?:一?下|我|阵|一会)|别挂|hold|moment|bear with|just a/.test(piece.text.flat)) return true;
  const { start } = piece;
  if (start === null) return false;
  const next = nextAgentTurn(hearing, piece.turn)?.pieces[0]?.start ?? hearing.endedAt ?? Number.POSITIVE_INFINITY;
  return hearing.call.events.some((event) => (event.type === 'hold' || event.type === 'transfer') && event.at >= start && event.at <= next);
}

/** Below this even a listed act is none; above it an act on no list is one; a second promise, or one before a hold, needs more. */
export const hardlyPromised = -3;

const surelyPromised = -0.1;

const surelyAnother = 1;

/** An act that is offered, not promised: the caller may still decline. */
export const proposals = /(?:我|我们|我哋|这边)(?:也|都)?可以|要不要|需不需要|用不用|要不|可以(?:帮|给|让|叫|请|派)|使唔使|\b(?:shall i|should i|would you like|do you want|i (?:can|could)|we (?:can|could))\b/;

/** The listed acts as the learned scale lets them stand, or the unlisted one that it hears. */
export function weighActs(listed: ReturnType<typeof actsIn>, piece: Piece, hearing: Hearing, durations: readonly Duration[], isDoubtful: boolean): ReturnType<typeof actsIn> {
  const { promise } = scoresAt(piece, hearing);
  if (listed.length > 0) return promise < hardlyPromised ? listed.filter((each) => each.hasDuration) : listed;
  if (promise < (isDoubtful ? surelyAnother : surelyPromised) || actDone.test(piece.text)) return [];
  const [time] = durations;
  // Put as a question it is a proposal, unless a time is named.
  if (!time && (consentTags.test(piece.text) || proposals.test(piece.text.flat))) return [];
  return [{ kind: 'other', at: 0, length: piece.text.flat.length, minutes: time?.minutes ?? null, hasDuration: time !== undefined }];
}
