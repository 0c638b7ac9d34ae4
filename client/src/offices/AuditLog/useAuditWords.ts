import { useTranslation } from 'react-i18next';
import type { AuditKind } from '../../../../server/contract/audit.ts';
import { deliverySettings } from '../../../../server/contract/delivery.ts';
import { reachView } from '../../../../server/contract/reach.ts';
import { hours } from '../../../../server/contract/hours.ts';
import { leaveWhy } from '../../../../server/contract/leave.ts';
import { language, role } from '../../../../server/contract/primitives.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { zh } from '../../i18n/zh.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useFieldWords } from '../../residents/useFieldWords.ts';
import { useSlipWords } from '../../slips/SlipStory/useSlipWords.ts';
import { useReachWords } from '../../people/Reach/useReachWords.ts';
import { useDeliveryWords } from '../OfficeDelivery/useDeliveryWords.ts';
import { useHoursWords } from '../hoursWords.ts';

type FieldName = keyof typeof zh.offices.audit.fields;

const isNamed = (name: string): name is FieldName => name in zh.offices.audit.fields;

/** A field of the audit log and its value, in words. */
export function useAuditWords(): { field: (name: string, of: AuditKind) => string; value: (name: string, value: unknown, of: AuditKind) => string } {
  const { t } = useTranslation();
  const hoursWords = useHoursWords();
  const files = useFieldWords();
  const slips = useSlipWords();
  const reachWords = useReachWords();
  const deliveryWords = useDeliveryWords();
  const nothing = t('offices.audit.nothing');

  /** 休假 11月28日 周六 09:00 – 说不准（备注）: an absence or a leave, as leavesFace keeps it. */
  function away(value: unknown): string {
    const { kind, fromAt, toAt, at, why, note } = value as Partial<Record<'kind' | 'fromAt' | 'toAt' | 'at' | 'why' | 'note', unknown>>;
    const reason = leaveWhy.safeParse(why);
    const end = toAt ?? at;
    const to = typeof end === 'number' ? dayAndTime(end, uiLanguage()) : t(kind === 'until-next-working-day' ? 'whereabouts.choices.next-working-day' : 'whereabouts.choices.open-ended');
    const from = typeof fromAt === 'number' ? `${dayAndTime(fromAt, uiLanguage())} ` : '';
    return `${reason.success ? `${t(`whereabouts.whys.${reason.data}`)} ` : ''}${from}– ${to}${typeof note === 'string' && note !== '' ? t('offices.audit.brackets', { what: note }) : ''}`;
  }

  function one(name: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return nothing;
    if (typeof value === 'boolean') return value ? t('edit.yes') : t('edit.no');
    if (name === 'hereUntil' && typeof value === 'number') return dayAndTime(value, uiLanguage());
    if (typeof value === 'number' && (name === 'urgentMs' || name === 'usualMs' || name === 'linkMs')) return deliveryWords.span(value);
    if (typeof value === 'number') return name.endsWith('Ms') ? `${value / 1000} ${t('offices.seconds')}` : String(value);
    if (Array.isArray(value)) return value.length === 0 ? nothing : value.map((part) => one(name, part)).join(t('people.and'));
    if (name === 'reach') {
      const read = reachView.safeParse(value);
      return read.success ? reachWords.one(read.data) : nothing;
    }
    if (name === 'quiet') {
      const read = deliverySettings.shape.quiet.safeParse(value);
      return read.success ? deliveryWords.quiet(read.data) : nothing;
    }
    if (name === 'hours' || name === 'deliveryHours') {
      const read = hours.safeParse(value);
      return read.success ? hoursWords(read.data) : nothing;
    }
    if (name === 'absence' || name === 'leaves') return away(value);
    if (name === 'calendar') return (value as { host?: string | null }).host ?? t('whereabouts.fromFile');
    if (typeof value === 'object') {
      const { name: named, head, date, aliases } = value as { name?: unknown; head?: unknown; date?: unknown; aliases?: unknown };
      const extra = [...(Array.isArray(aliases) ? aliases.map(String) : []), ...(typeof head === 'string' ? [head] : [])].join(t('people.and'));
      return [date, named].filter((part) => typeof part === 'string').join(' ') + (extra === '' ? '' : t('offices.audit.brackets', { what: extra }));
    }
    if (typeof value !== 'string') return nothing;
    const spoken = language.safeParse(value);
    if (name.startsWith('language') && spoken.success) return t(`languages.${spoken.data}`);
    const part = role.safeParse(value);
    if (name === 'role' && part.success) return t(`role.${part.data}`);
    if (name === 'where') return value === 'words' ? t('offices.audit.said') : slips.nameOf(value);
    return name === 'number' ? groupedNumber(value) : value;
  }

  const fieldOf = (name: string, of: AuditKind): string => (name === 'name' && of === 'unit' ? t('offices.fields.name') : isNamed(name) ? t(`offices.audit.fields.${name}`) : (files.field(name) ?? name));
  /** A field of a resident's file speaks its own words, also where people have one of the same name. */
  const valueOf = (name: string, value: unknown, of: AuditKind): string => (files.field(name) !== null && (of === 'resident' || !isNamed(name)) ? files.value(name, value) : one(name, value));
  /** Each leave is a field of its own, named with its id. */
  const plain = (name: string): string => (name.startsWith('leave ') ? 'leaves' : name);
  return { field: (name, of) => fieldOf(plain(name), of), value: (name, value, of) => valueOf(plain(name), value, of) };
}
