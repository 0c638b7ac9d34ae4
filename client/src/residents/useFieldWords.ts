import { useTranslation } from 'react-i18next';
import { consent, occupancy } from '../../../server/contract/resident.ts';
import { groupedNumber } from '../i18n/phoneNumber.ts';
import { zh } from '../i18n/zh.ts';

type FieldName = keyof typeof zh.residents.fields;

const isNamed = (name: string): name is FieldName => name in zh.residents.fields;

/** A field of a file and its value as they stand in its history, in words; null for a field that files do not have. */
export function useFieldWords(): { field: (name: string) => string | null; value: (name: string, value: unknown) => string } {
  const { t } = useTranslation();

  function one(name: string, value: unknown): string {
    if (value === null || value === undefined || value === '') return t('residents.nothing');
    if (Array.isArray(value)) return value.length === 0 ? t('residents.nothing') : value.map((part) => one(name, part)).join(t('people.and'));
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string') return '';
    const living = occupancy.safeParse(value);
    if (name === 'occupancy' && living.success) return t(`residents.occupancies.${living.data}`);
    if (name === 'numbers') return value.replace(/^\+\d+/, groupedNumber);
    const [kind, given] = value.split(':');
    const agreed = consent.shape.kind.safeParse(kind);
    if (name === 'consents' && agreed.success) return `${t(`residents.consents.${agreed.data}`)} ${t(given === 'yes' ? 'residents.given' : 'residents.refused')}`;
    return value;
  }

  return { field: (name) => (isNamed(name) ? t(`residents.fields.${name}`) : null), value: one };
}
