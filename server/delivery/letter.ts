import { DateTime } from 'luxon';
import type { HolderPart } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import { isUrgentSlip } from './sendAt.ts';
import { letterWords } from './letterWords.ts';
import type { LetterWords } from './letterWords.ts';

/** What a letter is written with besides the slip. */
export interface LetterFrame {
  language: 'zh' | 'en';
  /** The office as it is announced. */
  office: string;
  /** IANA zone of the office's clock. */
  timeZone: string;
  /** Where the caller lives, where his number says so beyond doubt; null: not known. */
  place: string | null;
  /** As what the reader gets it. */
  part: HolderPart;
}

/** A message in plain text: one line that says who, where, number, how urgent and what to do (users-want d), then the rest. No channel's markup. */
export interface Letter {
  headline: string;
  body: string;
}

const known = <K extends string>(words: Record<K, string>, action: string): string => (Object.hasOwn(words, action) ? words[action as K] : action);

/** Words of callers stay on their line: a name must not end a headline and begin another. */
const oneLine = (text: string): string => text.replace(/[\s\p{Cc}\u2028\u2029]+/gu, ' ').trim();

function wishOf({ actionsRequested }: Slip, words: LetterWords, who: string): string {
  const wish = actionsRequested.find((action): action is keyof LetterWords['wishes'] => Object.hasOwn(words.wishes, action));
  return wish === undefined ? words.message(who) : words.wishes[wish](who);
}

/** Writes a slip as a letter. Pure: the same slip gives the same letter. */
export function letterOf(slip: Slip, { language, office, timeZone, place, part }: LetterFrame): Letter {
  const words = letterWords[language];
  const who = oneLine(slip.callerName) || words.somebody;
  const company = oneLine(slip.callerCompany);
  const from = company === '' ? who : language === 'zh' ? `${company}${who}` : `${who} (${company})`;
  const number = oneLine(slip.callerNumber) + (slip.callerExtension === '' ? '' : ` ${words.extension(oneLine(slip.callerExtension))}`);
  const isCorrected = slip.delivery?.acts.some(({ what }) => what === 'reopened') ?? false;
  const headline = [`${isUrgentSlip(slip) ? words.urgent : ''}${isCorrected ? words.corrected : ''}${wishOf(slip, words, from)}`, place === null ? '' : oneLine(place), number.trim()].filter((one) => one !== '').join(' ');

  const called = DateTime.fromISO(slip.calledAt, { zone: timeZone });
  const { labels } = words;
  const line = (label: string, text: string): string => (text === '' ? '' : language === 'zh' ? `${label}：${text}` : `${label}: ${text}`);
  const recipient = oneLine(slip.recipient) || words.frontDesk;
  const why = part === 'recipient' ? '' : part === 'desk' ? words.part.desk : words.part[part](recipient);
  const lines = [
    why,
    slip.message.trim(),
    slip.recordingUrl === undefined ? '' : words.recording,
    line(labels.number, [number.trim(), oneLine(slip.callerCity) === '' ? '' : `${labels.city} ${oneLine(slip.callerCity)}`].filter((one) => one !== '').join(language === 'zh' ? '，' : ', ')),
    line(labels.requested, words.list(slip.actionsRequested.map((action) => known(words.requested, oneLine(action))))),
    line(labels.permitted, words.list(slip.actionsPermitted.map((action) => known(words.permitted, oneLine(action))))),
    line(labels.calledAt, called.isValid ? called.toFormat(language === 'zh' ? 'M月d日 HH:mm' : 'd LLL HH:mm', { locale: language === 'zh' ? 'zh-CN' : 'en' }) : ''),
    line(labels.readBack, slip.readBack ? words.readBack.yes : words.readBack.no),
    line(labels.recordedBy, [oneLine(slip.recordedBy), office].filter((one) => one !== '').join(language === 'zh' ? '，' : ', ')),
  ];
  return { headline, body: lines.filter((one) => one !== '').join('\n') };
}
