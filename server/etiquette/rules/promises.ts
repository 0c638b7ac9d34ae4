/** What is promised, how soon, and whether it was careless; consent to measures; calling back instead of waiting. S0, S1 六.13, S4 六. */
import type { Breach, Promised, Shown } from '../finding.ts';
import { dueAt } from '../dueAt.ts';
import { callerTurnBefore, printed, wordsOf, type Hearing, type Piece } from '../hearing.ts';
import { scoresAt } from './scoresAt.ts';
import { practice } from '../manual.ts';
import { keptKey, keptWith, plainText } from '../plainText.ts';
import { actDone, consentTags, guarantees, insteadOfWaiting, measures, ownActs, promisedActs, smallConsents } from '../words/promising.ts';
import { readBackLeads } from '../words/restating.ts';
import { actsOf, hardlyPromised, proposals, sameAct, stepsAway, weighActs, type Act, type Kind } from './act.ts';
import { askedHowLong, minutesByClock, timesOf, toldTime } from './handlingTime.ts';

/** Measures that are one even when the sentence also speaks of calling or waiting. */
const solidMeasures =
  /师傅|上门|派(?!工)|免费|收费|[块元](?:钱|一|$)|巡|换|修|开单|现场|协[调商]|申请|提交|送检|当面|陪|预约|约(?:在|到|周|明|后|好|个)|订|保洁|清洁|打扫|[周期拜][一二三四五六日天]|\b(?:engineer|technician|plumber|electrician|book|schedule|repair|replace|inspect|clean|visit|come|dollars|pounds|deliver|refund|(?:i'll|we'll|i will|we will|let me) (?:also |first )?speak (?:to|with))\b/;

const unanswered = /没(?:有)?人(?:接|应)|没接(?!到)|占线|忙音|打不通|冇人(?:听|接)|\b(?:no answer|not (?:picking|answering)|isn't (?:picking|answering)|line is busy|nobody's picking|engaged)\b/;
const tagKey = keptKey();

const surelyAgreed = 0;
const hardlyAgreed = -3;

/** A guarantee on no list must be surer than one on the lists. */
const surelyCareless = 0.5;
const hardlyCareless = -2.5;

type Open = { segment: number; piece: Piece; act: Act; minutes: number | null; due: string | null };

/** The whole family in one pass over the agent's pieces. `readBack`: the segment that reads the record back, in which nothing is promised anew; null without one. */
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
    const scores = scoresAt(piece, hearing);
    // The opener promises nothing; what comes before the caller's first word is no answer to him.
    const isOpening = hearing.call.direction === 'inbound' && callerTurnBefore(hearing, piece.turn) === undefined;
    const isAside = stepsAway(piece, hearing);
    // 您稍等我跟工程部确认一下 is done while the caller waits: only a call back, or an act with a time, outlasts the call.
    const isOutOfReach = isReadBack || isOpening || (scores.promise < hardlyPromised && times.durations.length === 0);
    const listed = isOutOfReach ? [] : actsOf(piece, times.durations).filter((each) => !isAside || each.hasDuration || each.kind === 'call');
    const acts = isOutOfReach ? [] : weighActs(listed, piece, hearing, times.durations, isAside || promises.length > 0);

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

    const careless = scores['careless-promise'] <= hardlyCareless ? undefined : guarantees.all(piece.text).find((hit) => {
      if (/(?:不|没|无|唔|冇)(?:敢|能|法|好|太敢|可能|便)?(?:跟|给|向|同|和)?(?:您|你)?(?:说)?$/.test(flat.slice(Math.max(0, hit.at - 6), hit.at)) || /\b(?:can't|cannot|couldn't|won't|not able to|unable to) $/.test(flat.slice(0, hit.at))) return false;
      const own = ownActs.all(piece.text).some((each) => each.at <= hit.at + 1 && each.at + each.length >= hit.at);
      const words = flat.slice(Math.max(0, hit.at - 4), hit.at + hit.length + 12);
      return !own && !allowed.some((each) => each !== '' && words.includes(each));
    });
    const isCareless = careless !== undefined || (scores['careless-promise'] > surelyCareless && !ownActs.test(piece.text) && !allowed.some((each) => each !== '' && flat.includes(each)));
    if (isCareless && !isOpening) breaches.push({ rule: 'careless-promise', segment: piece.index, words: careless ? printed(piece, careless) : piece.text.raw.slice(0, 40), confidence: careless ? 0.85 : 0.6 });

    const tag = scores['measures-agreed'] <= hardlyAgreed ? null : keptWith(piece.text, tagKey, () => consentTags.all(piece.text).findLast((each) => {
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
    const isAgreed = tag !== null || (scores['measures-agreed'] > surelyAgreed && (consentTags.test(piece.text) || proposals.test(flat)));
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
