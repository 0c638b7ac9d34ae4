import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { fieldsOf, severalColumns } from '../../../../server/contract/imports.ts';
import type { ImportField, ImportPatch, ImportView } from '../../../../server/contract/imports.ts';
import { useImportWords } from '../importWords.ts';

const headingRows = 12;

/** Which column of the file is what. A field that one column alone may fill cannot be chosen twice. */
export function ColumnTable({ view, onChange }: { view: ImportView; onChange: (patch: ImportPatch) => void }) {
  const { t } = useTranslation();
  const words = useImportWords(view.kind);
  const { columns, file, missing } = view;
  const mapping = columns.map(({ field }) => field);
  const choose = (index: number, field: ImportField | null): void => onChange({ mapping: mapping.map((one, at) => (at === index ? field : one)) });
  const headingOf = (index: number): string => columns[index]?.heading || t('imports.noHeading', { n: index + 1 });
  return (
    <>
      <p className="quiet">{t(`imports.columnsHint.${view.mappingFrom}`)}</p>
      {missing.map((what) => (
        <p key={what} className="import-note" role="alert">
          {t(`imports.missing.${what}`)}
        </p>
      ))}
      {file && (
        <p className="import-table">
          {file.sheets.length > 1 && (
            <label>
              {t('imports.sheet')} <Select aria-label={t('imports.sheet')} value={file.sheet} onChange={(sheet) => onChange({ sheet })} options={file.sheets.map((name, value) => ({ value, label: name }))} />
            </label>
          )}
          <label>
            {t('imports.headingRow')}{' '}
            <Select
              aria-label={t('imports.headingRow')}
              value={file.headingRow}
              onChange={(headingRow) => onChange({ headingRow })}
              options={[...Array.from({ length: headingRows }, (_, index) => ({ value: index + 1, label: String(index + 1) })), { value: 0, label: t('imports.noHeadings') }]}
            />
          </label>
        </p>
      )}
      <ul className="columns">
        <li aria-hidden className="columns-head quiet">
          <span>{t('imports.column')}</span>
          <span>{t('imports.samples')}</span>
          <span>{t('imports.means')}</span>
        </li>
        {columns.map(({ samples, field }, index) => (
          <li key={index}>
            <b dir="auto">{headingOf(index)}</b>
            <span className="columns-samples quiet" dir="auto">
              {samples.join(' ｜ ')}
            </span>
            <Select<ImportField | ''>
              showSearch={{ optionFilterProp: 'label' }}
              virtual={false}
              aria-label={`${headingOf(index)} ${t('imports.means')}`}
              value={field ?? ''}
              onChange={(value) => choose(index, value === '' ? null : value)}
              options={[{ value: '' as const, label: t('imports.leaveOut') }, ...fieldsOf[view.kind].map((name) => ({ value: name, label: words.field(name), disabled: name !== field && mapping.includes(name) && !severalColumns.includes(name) }))]}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
