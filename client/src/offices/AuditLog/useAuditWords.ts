import { useTranslation } from 'react-i18next';
import type { AuditKind } from '../../../../server/contract/audit.ts';
import { hours } from '../../../../server/contract/hours.ts';
import { language, role } from '../../../../server/contract/primitives.ts';
import { zh } from '../../i18n/zh.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useFieldWords } from '../../residents/useFieldWords.ts';
import { useHoursWords } from '../hoursWords.ts';

type FieldName = keyof typeof zh.offices.audit.fields;

const isNamed = (name: string): name is FieldName => name in zh.offices.audit.fields;

/** A field of the audit log and its value, in words. */
export function useAuditWords(): { field: (name: string, of: AuditKind) => string; value: (name: string, value: unknown) => string } {
  const { t } = useTranslation();
  const hoursWords = useHoursWords();
  const files = useFieldWords();
  const nothing = t('offices.audit.nothing');

  function one(name: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return nothing;
    if (typeof value === 'boolean') return value ? t('edit.yes') : t('edit.no');
    if (typeof value === 'number') return name.endsWith('Ms') ? `${value / 1000} ${t('offices.seconds')}` : String(value);
    if (Array.isArray(value)) return value.length === 0 ? nothing : value.map((part) => one(name, part)).join(t('people.and'));
    if (name === 'hours') {
      const read = hours.safeParse(value);
      return read.success ? hoursWords(read.data) : nothing;
    }
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
    return name === 'number' ? groupedNumber(value) : value;
  }

  return { field: (name, of) => (name === 'name' && of === 'unit' ? t('offices.fields.name') : isNamed(name) ? t(`offices.audit.fields.${name}`) : (files.field(name) ?? name)), value: (name, value) => (!isNamed(name) && files.field(name) !== null ? files.value(name, value) : one(name, value)) };
}
