/** Greeting, unit, question, in this order; asking instead of greeting. S3 接听.2, S1 五.1.b and 五.2.a, S4 四.7. */
import type { Breach, Opener } from '../finding.ts';
import { printed, type Hearing, type Piece } from '../hearing.ts';
import { findName } from '../officeName.ts';
import { findBySound } from '../sound.ts';
import { greetings, interrogations, offers } from '../words/opening.ts';

type Place = { readonly piece: Piece; readonly at: number };

const before = (a: Place, b: Place): boolean => a.piece.place < b.piece.place || (a.piece.place === b.piece.place && a.at <= b.at);

function firstPlace(pieces: readonly Piece[], find: (flat: string) => number): Place | null {
  for (const piece of pieces) {
    const at = find(piece.text.flat);
    if (at >= 0) return { piece, at };
  }
  return null;
}

/** Phrases so fixed that a mishearing of them is still known by its sound. */
const greetingSounds = ['您好', '早上好', '下午好', '晚上好', '上午好'];
const offerSounds = ['有什么可以帮', '什么可以帮到', '需要什么帮助', '能帮您什么', '有什么能帮'];

/** A phrase by its sound, not inside an office's own name. */
const bySound = (flat: string, phrases: readonly string[]): number => {
  for (const phrase of phrases) {
    const at = findBySound(flat, phrase, false);
    if (at >= 0) return at;
  }
  return -1;
};

/** Opening words are near the beginning of what is said: a recogniser's slip is looked for no further. */
const openingLength = 80;

const greetingAt = (flat: string): number => greetings.find(flat)?.at ?? bySound(flat.slice(0, openingLength), greetingSounds);
const offerAt = (flat: string): number => offers.find(flat)?.at ?? bySound(flat.slice(0, openingLength), offerSounds);

/** Two words of an English name, or a Chinese name by its sound. */
function agentNameAt(flat: string, name: string): number {
  const plain = name.toLowerCase().trim();
  if (plain === '') return -1;
  if (/[一-鿿]/.test(plain)) {
    const exact = flat.indexOf(plain);
    if (exact >= 0) return exact;
    const sounded = findBySound(flat, plain, true);
    if (sounded >= 0) return sounded;
    const surname = plain.charAt(0);
    return flat.search(new RegExp(`(?:姓|小|叫我?小?)${surname}|${surname}(?:小姐|先生|管家|主管|经理)`));
  }
  const [given = plain] = plain.split(' ');
  return flat.search(new RegExp(`\\b${given.replace(/[^a-z]/g, '')}\\b`));
}

const matterCues =
  /关于|回访|通知|提醒|想请|想问|想跟|了解|反映|报修|投诉|物业费|管理费|满意|调查|确认|预约|维修|检修|检查|停水|停电|缴|交费|欠|快递|包裹|登记|催|核实|解释|答复|告诉您|跟您说|跟您讲|您(?:上次|昨天|前天|上周|之前|家)|话俾你|跟进|的事|是想|给您|\b(?:about|regarding|calling to|calling about|following up|follow up|to let you know|to confirm|to remind|to check|survey|your (?:request|complaint|order|repair|fee|booking|package|parcel|bill|account|rent|lease|flat|apartment|report)|reminder|inspection|scheduled?)\b/;
const identityOnly = /请问是.{1,8}(?:吗|吧|么)|是.{1,6}(?:先生|女士|小姐|太太|本人)(?:吗|吧|么)|(?:您|你)(?:现在)?(?:方便|有空).{0,6}(?:吗|么|不)|am i speaking (?:with|to) [a-z ]{2,24}|is (?:this|that) (?:mr|mrs|ms|miss)? ?[a-z]+( [a-z]+)?|may i speak (?:to|with) [a-z ]{2,24}|do you have (?:a )?(?:minute|moment)|is this a good time|打扰您?(?:一下|了)?|不好意思/g;

/** The matter of an outgoing call: words left over when greeting, names and the identity check are taken away. */
function matterPlace(pieces: readonly Piece[], hearing: Hearing): Place | null {
  let weak: Place | null = null;
  for (const piece of pieces) {
    const { flat } = piece.text;
    let rest = flat.replace(identityOnly, '');
    for (const name of hearing.names) rest = rest.replace(name, '');
    rest = rest.replace(hearing.call.agent.name.toLowerCase(), '').replace(/您好|你好|喂|这里是|这边是|我是|客服|管家|\b(?:hello|good (?:morning|afternoon|evening)|this is|from)\b/g, '');
    const cue = matterCues.exec(rest);
    const size = /[一-鿿]/.test(rest) ? rest.length : rest.split(' ').length * 2;
    if (cue && size >= 8) return { piece, at: flat.length };
    if (size >= 14) weak ??= { piece, at: flat.length };
  }
  return weak;
}

/** The opener of a call: the first two turns of the agent. */
export function hearOpener(hearing: Hearing): Opener {
  const isOutbound = hearing.call.direction === 'outbound';
  const pieces = hearing.agentTurns.slice(0, 2).flatMap((turn) => turn.pieces);
  const greeting = firstPlace(pieces, greetingAt);
  let unit = firstPlace(pieces, (flat) => findName(flat, hearing.names));
  let question: Place | null;
  if (isOutbound) {
    const name = firstPlace(pieces, (flat) => agentNameAt(flat, hearing.call.agent.name));
    unit = unit && name ? (before(unit, name) ? name : unit) : null;
    question = matterPlace(pieces, hearing);
  } else question = firstPlace(pieces, offerAt);
  const order = !greeting || !unit || !question ? 'missing' : before(greeting, unit) && before(unit, question) ? 'ok' : 'inverted';
  return { greeting: greeting?.piece.index ?? null, unit: unit?.piece.index ?? null, question: question?.piece.index ?? null, order };
}

const rudeOutbound = /[你您](?:是)?(?:谁|哪位|哪个)(?!先|女|负)|\bwho(?:'s| is| are) (?:this|you)\b/;

/** `interrogate`: the first turn asks who the caller is, and has not offered help. */
export function judgeOpener(hearing: Hearing): Breach[] {
  const first = hearing.agentTurns[0];
  if (!first) return [];
  for (const piece of first.pieces) {
    const { flat } = piece.text;
    if (hearing.call.direction === 'outbound') {
      const rude = rudeOutbound.exec(flat);
      if (rude) return [{ rule: 'interrogate', segment: piece.index, words: printed(piece, { at: rude.index, length: rude[0].length }), confidence: 0.7 }];
      continue;
    }
    const offered = offerAt(flat);
    const asked = interrogations.all(flat).find((hit) => offered < 0 || hit.at + hit.length <= offered);
    if (asked && !(offered >= 0 && asked.at > offered - 4)) {
      return [{ rule: 'interrogate', segment: piece.index, words: printed(piece, asked), confidence: 0.9 }];
    }
    if (offered >= 0) return [];
  }
  return [];
}
