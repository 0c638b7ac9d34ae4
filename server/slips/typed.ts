import { DomainError, parseInput } from '../contract/errors.ts';
import { slipContent, slipFields, type SlipContent } from '../contract/slip.ts';
import { cleanLine, cleanText } from './text.ts';

const oneLine = ['recipient', 'callerName', 'callerCompany', 'callerNumber', 'callerExtension', 'callerCity', 'recordedBy'] as const;
const lists = ['actionsRequested', 'actionsPermitted'] as const;
/** Content as it comes through the door: a value may be absent. */
export type TypedContent = { [Name in keyof SlipContent]?: SlipContent[Name] | undefined };

const bounds = slipContent.partial();

/**
 * Content as it is kept: clean text, instants in UTC, actions and declined fields once each, nothing undefined.
 * @throws DomainError `bad_input`, naming the value that does not fit the contract once it is clean
 */
export function keptContent(input: TypedContent): Partial<SlipContent> {
  const kept: Partial<SlipContent> = {};
  for (const name of oneLine) {
    const text = input[name];
    if (text !== undefined) kept[name] = cleanLine(text);
  }
  if (input.message !== undefined) kept.message = cleanText(input.message);
  for (const name of lists) {
    const actions = input[name];
    if (actions) kept[name] = [...new Set(actions.map((action) => cleanLine(action).trim()).filter((action) => action !== ''))];
  }
  if (input.recipientId !== undefined) kept.recipientId = input.recipientId;
  if (input.calledAt !== undefined) kept.calledAt = utc(input.calledAt);
  if (input.declined) kept.declined = slipFields.filter((field) => input.declined?.includes(field));
  // NFC can make a text longer than the door measured it.
  parseInput(bounds, kept);
  return kept;
}

function utc(time: string): string {
  const at = new Date(time).getTime();
  if (Number.isNaN(at)) throw new DomainError('bad_input', 'not accepted: calledAt', { calledAt: 'no instant' });
  return new Date(at).toISOString();
}
