import { useTranslation } from 'react-i18next';
import type { FileFault, ImportField, ImportKind, ImportRow, RowFault } from '../../../server/contract/imports.ts';

/** What imports say in words. */
export function useImportWords(kind: ImportKind) {
  const { t } = useTranslation();
  const field = (name: ImportField): string => (name === 'title' && kind === 'residents' ? t('imports.residentTitle') : t(`imports.fields.${name}`));

  /** Choices come as codes. */
  const value = (name: ImportField, text: string): string => {
    if (text === '') return t('imports.nobody');
    if (name === 'leader') return text === 'true' ? t('imports.yes') : t('imports.no');
    if (name === 'occupancy' && (text === 'owner' || text === 'tenant' || text === 'family' || text === 'other')) return t(`imports.occupancies.${text}`);
    if (name === 'languages') return text.split('、').map((one) => (one === 'zh-CN' || one === 'yue' || one === 'en' ? t(`imports.languages.${one}`) : one)).join(t('imports.and'));
    return text;
  };

  return {
    field,
    fault: ({ field: name, code, value: text }: RowFault): string => (name === null ? '' : field(name) + t('imports.colon')) + t(`imports.faults.${code}`, { value: text }),
    change: ({ field: name, before, after }: ImportRow['changes'][number]): string => t('imports.change', { field: field(name), before: value(name, before), after: value(name, after) }),
    failure({ code, what }: FileFault, isWriting: boolean): string {
      if (code === 'file-type') return what === '' ? t('imports.failures.file-type-unknown') : t('imports.failures.file-type', { what });
      if (code === 'broken' && what === 'quote') return t('imports.failures.broken-quote');
      if (code === 'interrupted' && isWriting) return t('imports.failures.interrupted-writing');
      return t(`imports.failures.${code}`);
    },
  };
}
