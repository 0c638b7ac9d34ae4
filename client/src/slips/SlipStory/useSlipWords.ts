import { useTranslation } from 'react-i18next';
import { delivery } from '../../../../server/contract/delivery.ts';
import { slipFields } from '../../../../server/contract/slipFields.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { actionsPermitted, actionsRequested } from '../actions.ts';

const values = ['recipient', 'callerName', 'callerCompany', 'callerNumber', 'callerExtension', 'callerCity', 'message', 'calledAt', 'recordedBy', 'declined', 'recordingUrl', 'readAt', 'owner', 'dropReason', 'privateConfirmed', 'state', 'readBack'] as const;
const states = ['draft', 'dropped', 'merged', 'taken', 'sent', 'delivered', 'read', 'acknowledged', 'done'] as const;

/** Words for the entries of a slip's history, in the language of the screen. `nameOf` gives back a name that it does not know as it is. */
export interface SlipWords {
  nameOf: (name: string) => string;
  /** Empty for what says nothing to a reader. */
  textOf: (name: string, value: unknown) => string;
}

/** The values of a slip's history in words. */
export function useSlipWords(): SlipWords {
  const { t } = useTranslation();
  const known = <K extends string>(names: readonly K[], name: unknown): K | undefined => names.find((one) => one === name);
  const one = (name: string, value: string | boolean): string => {
    const [requested, permitted, field] = [known(actionsRequested, value), known(actionsPermitted, value), known(slipFields, value)];
    if (name === 'actionsRequested' && requested) return t(`slip.requested.${requested}`);
    if (name === 'actionsPermitted' && permitted) return t(`slip.allowed.${permitted}`);
    if (name === 'declined' && field) return t(`slip.fields.${field}`);
    return String(value);
  };
  /** What was done in this moment: 没等到确认，通知刘洋 · 短信. */
  const lastActs = (value: unknown): string => {
    const read = delivery.safeParse(value);
    if (!read.success) return '';
    const { acts, lastActAt } = read.data;
    const lines = acts.filter(({ at }) => at === lastActAt).map(({ what, to, words, channel }) => {
      const told = t(`delivery.acts.${what}`, { to: [to ?? '', channel === null ? '' : t(`delivery.channels.${channel}`)].filter(Boolean).join(' · ') });
      return words === '' ? told : `${told}${t('delivery.history.said', { words })}`;
    });
    return lines.join(t('offices.semicolon'));
  };
  return {
    nameOf(name) {
      if (name === 'actionsRequested') return t('slip.fields.actions');
      if (name === 'actionsPermitted') return t('slip.permitted');
      if (name === 'delivery') return t('delivery.history.name');
      if (name === 'mergedInto' || name === 'doubles') return t('delivery.act.merge');
      const value = known(values, name);
      return value ? t(`slip.story.values.${value}`) : name;
    },
    textOf(name, given) {
      const value = typeof given === 'string' || Array.isArray(given) ? (given as string | string[]) : given == null ? '' : given === true;
      if (name === 'delivery') return lastActs(given);
      if (name === 'hands') return '';
      if (name === 'mergedInto') return given == null ? t('delivery.act.unmerge') : t('delivery.act.mergedInto');
      if (name === 'doubles') return Array.isArray(given) && given.length > 0 ? t('delivery.act.doubles', { count: given.length }) : t('delivery.act.unmerge');
      if (name === 'readBack') return t(value === true ? 'slip.story.readBackDone' : 'slip.story.readBackNot');
      if (name === 'owner') return ownerName(given) ?? t('slip.fate.supervisors');
      if (name === 'privateConfirmed') return namesIn(given).join(t('people.and'));
      if (name === 'readAt') return typeof given === 'number' ? dayAndTime(given, uiLanguage()) : t('slip.story.emptied');
      if (name === 'recordingUrl') return t('slip.story.recorded');
      const state = name === 'state' ? known(states, value) : undefined;
      if (state) return t(`slip.states.${state}`);
      if (value.toString() === '') return t('slip.story.emptied');
      if (name === 'calledAt' && !Number.isNaN(Date.parse(String(value)))) return dayAndTime(Date.parse(String(value)), uiLanguage());
      if (name === 'callerNumber') return groupedNumber(String(value));
      return Array.isArray(value) ? value.map((item) => one(name, item)).join('；') : one(name, value);
    },
  };
}

/** The name of whom a slip was handed to; null: to nobody in particular. */
function ownerName(owner: unknown): string | null {
  return typeof owner === 'object' && owner !== null && 'name' in owner && typeof owner.name === 'string' ? owner.name : null;
}

/** Whose private numbers were let stand. */
function namesIn(notes: unknown): string[] {
  return Array.isArray(notes) ? [...new Set(notes.flatMap((note: unknown) => (typeof note === 'object' && note !== null && 'name' in note ? [String(note.name)] : [])))] : [];
}
