import type { Slip, SlipContent, SlipSource } from '../contract/slip.ts';
import { missingOf } from '../contract/slipFields.ts';

/*
 * Words (DOMAIN 4)
 * field    one of the eight that a message must have; `missing` and `declined` speak of fields
 * value    what is stored under a name of the slip (callerName, callerCompany, …); `sources` speaks of values
 * seed     values that the system knows, written only where no person has written
 */

/** What a slip is before anything is written into it. */
export function emptySlip(of: { id: string; callId: string | null; unitId: string }): Slip {
  return withMissing({
    ...of,
    version: 1,
    state: 'draft',
    recipient: '',
    recipientId: null,
    callerName: '',
    callerCompany: '',
    callerNumber: '',
    callerExtension: '',
    callerCity: '',
    message: '',
    actionsRequested: [],
    actionsPermitted: [],
    calledAt: '',
    recordedBy: '',
    readBack: false,
    declined: [],
    missing: [],
    sources: {},
  });
}

/** The slip with its `missing` made true again. */
export function withMissing(slip: Slip): Slip {
  return { ...slip, missing: missingOf(slip) };
}

/** Whether a person wrote this value, so that no seed may touch it. */
export function isPersons(slip: Slip, name: keyof SlipContent): boolean {
  return slip.sources[name] === 'person';
}

/** Writes values, each with the source that `sourceOf` gives it; a null source leaves none behind. */
export function applyContent(slip: Slip, content: Partial<SlipContent>, sourceOf: (name: keyof SlipContent) => SlipSource | null): Slip {
  const sources = { ...slip.sources };
  for (const name of Object.keys(content) as (keyof SlipContent)[]) {
    if (content[name] === undefined) continue;
    const source = sourceOf(name);
    if (source === null) delete sources[name];
    else sources[name] = source;
  }
  const given = Object.fromEntries(Object.entries(content).filter(([, value]) => value !== undefined));
  return withMissing({ ...slip, ...given, sources });
}
