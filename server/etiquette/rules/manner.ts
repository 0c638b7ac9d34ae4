/** What an agent's sentence is by its manner: rude, turned against the caller, disowning, or none of them. Lists and learned scales together. */
import { callerTurnBefore, type Hearing, type Piece } from '../hearing.ts';
import type { Scores } from '../learned/scales.ts';
import { keptKey, keptWith } from '../plainText.ts';
import type { Hit } from '../wordList.ts';
import { blameWords, ownsFault, quarrelWords } from '../words/contradiction.ts';
import { refusals } from '../words/helping.ts';
import { casualWords, namedRude } from '../words/tone.ts';
import { isAnswerAt, scoresAt } from './scoresAt.ts';

type MannerKind = 'casual' | 'argue' | 'not-our-job';
/** `hit`: the listed words that speak for it, null where only the whole sentence does. `confidence` from 0 to 1. */
export type Manner = { readonly kind: MannerKind; readonly hit: Hit | null; readonly confidence: number };

/** How much a listed word adds to the learned score. */
const listed = 2;
/** From here no listed word can bring a sentence up to what is named: the lists, which cost most, need not be searched. */
const outOfReach = -3.5;
/** What the manual itself names needs no other proof. */
const named = 6;
/** The chance of being of some kind from which the likeliest is named; chosen on rounds of calls that the scales had not seen. */
const enough = 0.55;
/** A few characters in words on no list prove little: 三天吧, 听不到呢. */
const enoughInBrief = 0.75;
const brief = 6;
const briefEnglish = 16;
/** The chance of being of one of the kinds, each score being against none. */
const chanceOfSome = (scores: readonly number[]): number => 1 - 1 / (1 + scores.reduce((sum, score) => sum + Math.exp(score), 0));
/** 您说工程部拖了三天: the caller's blame repeated is not the agent's. */
const repeatsCaller = /(?:您|你)(?:是)?(?:说|讲|反映|投诉|觉得|指)(?!的|得).{0,6}$/;

const quarrelIn = (piece: Piece): Hit | null =>
  quarrelWords.all(piece.text).find((each) => !repeatsCaller.test(piece.text.flat.slice(Math.max(0, each.at - 12), each.at)))
  ?? (ownsFault.test(piece.text) ? null : blameWords.find(piece.text));

const answerKey = keptKey();
const replyKey = keptKey();

/** The manner of a sentence, null for none; of several the likeliest alone. What comes before the caller's first word has none. */
export function mannerOf(piece: Piece, hearing: Hearing): Manner | null {
  if (callerTurnBefore(hearing, piece.turn) === undefined) return null;
  return keptWith(piece.text, isAnswerAt(piece, hearing) ? answerKey : replyKey, () => weighManner(piece, scoresAt(piece, hearing)));
}

function weighManner(piece: Piece, scores: Scores): Manner | null {
  const rude = namedRude.find(piece.text);
  const inReach = (kind: MannerKind) => scores[kind] > outOfReach;
  const weighed = ([
    ['casual', rude ?? (inReach('casual') ? casualWords.find(piece.text) : null), rude ? named : listed],
    ['argue', inReach('argue') ? quarrelIn(piece) : null, listed],
    ['not-our-job', inReach('not-our-job') ? refusals.find(piece.text) : null, listed],
  ] as const).map(([kind, hit, weight]) => ({ kind, hit, score: scores[kind] + (hit ? weight : 0) }));
  const { flat } = piece.text;
  const isBrief = flat.length <= (/[㐀-鿿]/.test(flat) ? brief : briefEnglish) && weighed.every(({ hit }) => hit === null);
  const confidence = chanceOfSome(weighed.map(({ score }) => score));
  if (confidence < (isBrief ? enoughInBrief : enough)) return null;
  const { kind, hit } = weighed.reduce((most, each) => (each.score > most.score ? each : most));
  return { kind, hit, confidence };
}

/** Is the sentence rude or quarrelsome, whichever? */
export function isHarsh(piece: Piece, hearing: Hearing): boolean {
  const manner = mannerOf(piece, hearing);
  return manner !== null && manner.kind !== 'not-our-job';
}
