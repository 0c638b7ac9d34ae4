import type { SlipValueName } from '../../../../server/contract/slip.ts';
import type { SlipField } from '../../../../server/contract/slipFields.ts';

/** The number of each field on the paper. */
export const numberOf: Readonly<Record<SlipField, number>> = { recipient: 1, caller: 2, number: 3, city: 4, message: 5, actions: 6, calledAt: 7, recordedBy: 8 };

/** The values that each field is made of; the source of the first stands at its edge. */
export const valuesOf: Readonly<Record<SlipField, readonly [SlipValueName, ...SlipValueName[]]>> = {
  recipient: ['recipient'],
  caller: ['callerName', 'callerCompany'],
  number: ['callerNumber', 'callerExtension'],
  city: ['callerCity'],
  message: ['message'],
  actions: ['actionsRequested', 'actionsPermitted'],
  calledAt: ['calledAt'],
  recordedBy: ['recordedBy'],
};

/** What a caller is asked for, and may keep to himself. */
export const askedOfCaller: readonly SlipField[] = ['recipient', 'caller', 'number', 'city', 'message', 'actions'];

/** What is not read back to the caller: he knows it, or did not say it. */
export const neverRead: readonly SlipField[] = ['city', 'calledAt', 'recordedBy'];

/** Whether field 3 holds a number as the server understood it; anything else is kept as it was written. */
export const isWholeNumber = (callerNumber: string): boolean => /^\+\d{5,15}$/.test(callerNumber);
