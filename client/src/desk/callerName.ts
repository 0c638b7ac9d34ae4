import type { CallCard, CallerMatch } from '../../../server/contract/card.ts';
import { groupedNumber } from '../i18n/phoneNumber.ts';

/** 刘敏 女士; Ms Sarah Miller. */
export const matchName = ({ name, title }: CallerMatch): string => (title === undefined ? name : /^[A-Z]/.test(title) ? `${title} ${name}` : `${name} ${title}`);

/** Whom the agent made sure of; else 李秀英 或 陈国强; a number that nobody has; or that it is withheld. Never one of several. */
export function callerName(card: Pick<CallCard, 'caller'>, words: { or: string; hidden: string }): string {
  const { matches, number, confirmedId } = card.caller;
  const confirmed = matches.find(({ residentId }) => residentId === confirmedId);
  if (confirmed) return matchName(confirmed);
  if (matches.length > 0) return matches.map(({ name }) => name).join(words.or);
  return number === null ? words.hidden : groupedNumber(number);
}
