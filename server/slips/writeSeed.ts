import type { Slip, SlipContent, SlipSource } from '../contract/slip.ts';
import { slipContent, slipFields } from '../contract/slip.ts';
import { longestText } from '../contract/slipFields.ts';
import { applyContent, isPersons } from './slip.ts';
import { recordingUrlOf } from './recordingUrl.ts';
import type { CallOfSlip, SlipSeed, SlipSenses } from './senses.ts';
import { cleanLine, cleanText, cut } from './text.ts';

/** Where a seed's value comes from when the seed does not say. */
const usualSource: Partial<Record<keyof SlipContent, SlipSource>> = {
  recipient: 'directory',
  callerNumber: 'carrier',
  callerCity: 'numbering-plan',
  callerExtension: 'numbering-plan',
  calledAt: 'clock',
  recordedBy: 'session',
};

/**
 * Writes what the system knows. Nothing that a person wrote is touched; an empty value never replaces a filled one (but a number that is stated
 * to be empty), so that an old seed that
 * comes again late takes nothing away; a taken slip stays taken. Writing the same seed twice changes nothing the second time.
 * Never refuses: text out of bounds is cut, a recipient who left meanwhile stays as a name.
 */
export async function writeSeed(before: Slip, seed: SlipSeed, call: CallOfSlip | null, senses: SlipSenses, now: number): Promise<Slip> {
  // An empty number that is stated says that the caller denied the one that was shown: it is taken back, city and all.
  const isWithdrawn = seed.content.callerNumber === '' && !isPersons(before, 'callerNumber');
  const slip = isWithdrawn ? withoutNumber(before) : before;
  const content = bounded(seed.content);
  const recipientChosen = isPersons(slip, 'recipient') || isPersons(slip, 'recipientId');
  if (recipientChosen) {
    delete content.recipient;
    delete content.recipientId;
  } else if (content.recipientId) {
    const member = senses.staffName(content.recipientId);
    if (!member) delete content.recipientId;
    else content.recipient ??= member.name;
  }

  // Number, city and extension belong together: once a person wrote the number, those of the carrier's number are wrong.
  if (isPersons(slip, 'callerNumber')) {
    delete content.callerNumber;
    delete content.callerCity;
    delete content.callerExtension;
  } else {
    if (!isWithdrawn && !content.callerNumber && slip.callerNumber === '' && call?.number) content.callerNumber = call.number;
    if (content.callerNumber) {
      const reading = senses.readNumber(content.callerNumber, slip.unitId);
      if (reading.kind === 'number') {
        content.callerNumber = reading.e164;
        if (reading.extension !== null) content.callerExtension ??= reading.extension;
        if (!content.callerCity && (slip.callerCity === '' || slip.callerNumber !== reading.e164)) {
          content.callerCity = (reading.e164 === call?.number ? call.city : null) ?? (await senses.cityOf(reading.e164)) ?? '';
        }
      }
    }
  }
  if (!content.calledAt && slip.calledAt === '') content.calledAt = new Date(call?.arrivedAt ?? now).toISOString();

  const declined = isPersons(slip, 'declined') ? slip.declined : slipFields.filter((field) => slip.declined.includes(field) || seed.declined.includes(field));
  for (const name of Object.keys(content) as (keyof SlipContent)[]) {
    if (isPersons(slip, name) || isEmpty(content[name])) delete content[name];
  }
  const written = applyContent({ ...slip, declined }, content, (name) => (name === 'recipientId' ? null : (seed.sources[name] ?? usualSource[name] ?? 'speech')));
  return {
    ...written,
    state: seed.state === 'taken' && written.state === 'draft' ? 'taken' : written.state,
    readBack: written.readBack || seed.readBack,
    // The first who is named has it: what hands decided since stays.
    ...(seed.owner !== undefined && written.owner === undefined && written.state === 'draft' && { owner: seed.owner }),
    ...(seed.recordingSid !== null && { recordingUrl: recordingUrlOf(seed.recordingSid) }),
  };
}

function withoutNumber(slip: Slip): Slip {
  const { callerNumber: _number, callerCity: _city, callerExtension: _extension, ...sources } = slip.sources;
  return { ...slip, callerNumber: '', callerCity: '', callerExtension: '', sources };
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function bounded(content: Partial<SlipContent>): Partial<SlipContent> {
  const kept: Partial<SlipContent> = {};
  const line = (text: string | undefined, length: number) => (text === undefined ? undefined : cut(cleanLine(text), length).trim());
  const actions = (given: readonly string[] | undefined) => [...new Set((given ?? []).map((action) => cut(cleanLine(action).trim(), 200)))].filter((action) => action !== '').slice(0, 20);
  const entries: Partial<Record<keyof SlipContent, unknown>> = {
    recipient: line(content.recipient, 200),
    recipientId: content.recipientId,
    callerName: line(content.callerName, 200),
    callerCompany: line(content.callerCompany, 200),
    callerNumber: line(content.callerNumber, 64),
    callerExtension: line(content.callerExtension, 32),
    callerCity: line(content.callerCity, 200),
    message: content.message === undefined ? undefined : cut(cleanText(content.message), longestText.message).trim(),
    actionsRequested: actions(content.actionsRequested),
    actionsPermitted: actions(content.actionsPermitted),
    calledAt: slipContent.shape.calledAt.safeParse(content.calledAt).success ? new Date(content.calledAt ?? '').toISOString() : undefined,
    recordedBy: line(content.recordedBy, 200),
  };
  for (const [name, value] of Object.entries(entries)) if (!isEmpty(value)) Object.assign(kept, { [name]: value });
  return kept;
}
