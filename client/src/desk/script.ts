import type { TFunction } from 'i18next';
import type { CallCard } from '../../../server/contract/card.ts';
import { questionsOf } from '../../../server/contract/matterNames.ts';
import type { NoteName } from '../../../server/contract/matter.ts';
import type { HelperView } from '../../../server/contract/people.ts';
import type { Language, OpenerStep } from '../../../server/contract/primitives.ts';
import type { Slip, SlipField } from '../../../server/contract/slip.ts';
import { spokenBackAt } from '../i18n/clock.ts';
import type { UiLanguage } from '../i18n/i18n.ts';
import { goodbyeIn } from '../i18n/opener.ts';
import { groupedNumber } from '../i18n/phoneNumber.ts';

/** As in contract/primitives.ts, which would bring zod into the page (S3 接听.2). */
export const openerSteps: readonly OpenerStep[] = ['greeting', 'unit', 'question'];

/** A sentence to say. `field` is the slip's field that it asks for or reads. */
export interface Line {
  key: string;
  text: string;
  field?: SlipField;
}

/** The languages that an agent may switch to in a call, in the order of the key. */
export const spokenLanguages: readonly Language[] = ['zh-CN', 'en', 'yue'];

/** The list of words that the caller is spoken to with, whatever the screen speaks. Cantonese is read from the Mandarin sentences. */
export const screenLanguage = (language: Language): UiLanguage => (language === 'en' ? 'en' : 'zh-CN');

const asked: readonly SlipField[] = ['recipient', 'caller', 'number', 'city', 'message', 'actions'];

/** Lines of the record that the agent fills with what he answered, not with what he asks. */
const answeredByUs: readonly NoteName[] = ['answered'];

interface NextLinesOf {
  card: CallCard;
  slip: Slip | null;
  /** Who can help in the place of the person who is away; null when nobody can. */
  helper: Pick<HelperView, 'name' | 'reason'> | null;
  told: ReadonlySet<string>;
  t: TFunction;
  language: Language;
  now: number;
}

/** What is still to be said after the opener, in order: the wanted person is away, what the slip lacks, what the matter asks for, the points repeated, goodbye. */
export function nextLines({ card, slip, helper, told, t, language, now }: NextLinesOf): Line[] {
  const lines: Line[] = [];
  const { wanted } = card;
  if (wanted && !wanted.away && (slip === null || slip.state === 'draft')) {
    const { staffId, name, insteadOf } = wanted;
    lines.push(insteadOf ? { key: `instead:${staffId}`, text: t('live.saysInstead', { name }) } : { key: `here:${staffId}`, text: t('live.saysHere', { name }) });
  }
  // Once the message is taken, nobody wants to hear again that he is away.
  if (wanted?.away && (slip === null || slip.state === 'draft')) {
    const when = wanted.backAt === null ? null : spokenBackAt(wanted.backAt, now, screenLanguage(language));
    lines.push({ key: `away:${wanted.staffId}`, text: when === null ? t('live.saysAwayUnknown', { name: wanted.name }) : t('live.saysAway', { name: wanted.name, when }) });
    if (slip?.state === 'draft') lines.push({ key: `leave:${wanted.staffId}`, text: helper ? t(`live.saysOffer.${helper.reason}`, { name: wanted.name, helper: helper.name }) : t('live.saysLeave') });
  }
  if (slip?.state === 'draft') {
    for (const field of asked) {
      if (!slip.missing.includes(field)) continue;
      lines.push({ key: `ask:${field}`, text: t(`slip.says.${field}`, { name: slip.recipient === '' ? t('slip.frontDeskName') : slip.recipient }), field });
    }
  }
  const { matter, notes } = card;
  if (matter !== null && matter !== 'message') {
    for (const name of questionsOf[matter]) if (!answeredByUs.includes(name) && !notes[name]) lines.push({ key: `ask:${name}`, text: t(`notes.ask.${name}`) });
    const points = questionsOf[matter].flatMap((name) => notes[name] ?? []).filter((text) => text !== '');
    if (points.length > 0) lines.push({ key: 'repeat', text: t('live.saysRepeat', { points: points.join(t('live.spokenComma')) }) });
  }
  const isMatterKnown = matter !== null && (matter !== 'message' || slip !== null);
  if (slip?.state !== 'draft' && (isMatterKnown || slip)) lines.push({ key: 'else', text: t('live.saysElse') }, { key: 'goodbye', text: goodbyeIn(language) });
  return lines.filter(({ key }) => !told.has(key));
}

/** The slip as it is read back to the caller, sentence by sentence, digits in groups. */
export function readBackLines(slip: Slip, t: TFunction): Line[] {
  const lines: Line[] = [];
  const add = (key: string, text: string, field: SlipField): void => void lines.push({ key: `read:${key}`, text, field });
  if (slip.recipient) add('recipient', t('slip.lines.recipient', { recipient: slip.recipient }), 'recipient');
  if (slip.callerName) add('caller', slip.callerCompany ? t('slip.lines.caller', { caller: slip.callerName, company: slip.callerCompany }) : t('slip.lines.callerOnly', { caller: slip.callerName }), 'caller');
  if (slip.callerNumber) {
    const number = groupedNumber(slip.callerNumber);
    add('number', slip.callerExtension ? t('slip.lines.extension', { number, extension: slip.callerExtension }) : t('slip.lines.number', { number }), 'number');
  }
  // One sentence at a time: a long message is read in its own sentences.
  for (const [index, sentence] of sentencesOf(slip.message).entries()) add(`message${index}`, sentence, 'message');
  const spoken = (names: readonly string[]): string => names.map((name) => (isKnown(name) ? t(`slip.spoken.${name}`) : name)).join(t('live.spokenComma'));
  if (slip.actionsRequested.length > 0) add('requested', t('slip.lines.requested', { actions: spoken(slip.actionsRequested) }), 'actions');
  if (slip.actionsPermitted.length > 0) add('permitted', t('slip.lines.permitted', { actions: spoken(slip.actionsPermitted) }), 'actions');
  else lines.push({ key: 'read:right', text: t('slip.lines.right') });
  return lines;
}

const known = ['call-back', 'will-call-again', 'came-to-see', 'wants-to-see', 'urgent', 'returned-your-call', 'use-this-number', 'use-other-number', 'any-time', 'at-agreed-time', 'pass-on'] as const;
const isKnown = (name: string): name is (typeof known)[number] => known.some((word) => word === name);

const longestSentence = 24;

/** Sentences short enough to be said in one breath. */
export function sentencesOf(text: string): string[] {
  const pieces = text.match(/[^，。！？；,.!?;\n]+[，。！？；,.!?;\n]*/g) ?? [];
  const sentences: string[] = [];
  for (const piece of pieces.map((part) => part.trim()).filter(Boolean)) {
    const last = sentences.at(-1);
    if (last !== undefined && last.length + piece.length <= longestSentence) sentences[sentences.length - 1] = last + piece;
    else sentences.push(piece);
  }
  return sentences;
}
