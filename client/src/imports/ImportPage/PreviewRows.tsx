import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../../server/contract/imports.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useImportWords } from '../importWords.ts';
import { useImportRows } from '../useImport.ts';
import type { RowsShown } from '../useImport.ts';

const showings: RowsShown[] = ['errors', 'new', 'changed', 'same', 'all'];

/** What each row would do, the bad ones first. */
export function PreviewRows({ view }: { view: ImportView }) {
  const { t } = useTranslation();
  const words = useImportWords(view.kind);
  const counts = view.counts ?? { total: 0, new: 0, changed: 0, same: 0, error: 0, double: 0 };
  const bad = counts.error + counts.double;
  const numbers: Record<RowsShown, number> = { errors: bad, new: counts.new, changed: counts.changed, same: counts.same, all: counts.total };
  const [chosen, setChosen] = useState<RowsShown | null>(null);
  const show = chosen ?? (bad > 0 ? 'errors' : counts.changed > 0 ? 'changed' : counts.new > 0 ? 'new' : 'all');
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isLoading } = useImportRows(view, show);
  const rows = data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="sheet" aria-busy={isLoading}>
      <div className="import-head">
        <h2>{t('imports.preview')}</h2>
        <Segmented aria-label={t('imports.showLabel')} value={show} onChange={setChosen} options={showings.map((value) => ({ value, label: t(`imports.shows.${value}`, { n: numbers[value] }) }))} />
        {bad > 0 && (
          <a className="push" href={`/api/imports/${view.id}/report?language=${uiLanguage()}`} download>
            {t('imports.report')}
          </a>
        )}
      </div>
      {error !== null && <Fault error={error} retry={() => void refetch()} />}
      {!isLoading && rows.length === 0 && error === null && <p className="empty">{t(`imports.nothing.${show}`)}</p>}
      {rows.length > 0 && (
        <table className="import-rows">
          <thead>
            <tr>
              <th scope="col">{t('imports.rowHead')}</th>
              <th scope="col">{t('imports.who')}</th>
              <th scope="col">{t('imports.what')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.row}>
                <td className="right">{row.row}</td>
                <td dir="auto">{row.label}</td>
                <td>
                  {row.faults.length === 0 && <span className="chip">{t(`imports.outcomes.${row.outcome}`)}</span>}
                  {row.faults.map((fault, index) => (
                    <span key={index} className="import-line">
                      {words.fault(fault)}
                    </span>
                  ))}
                  {row.changes.map((change) => (
                    <span key={change.field} className="import-line" dir="auto">
                      {words.change(change)}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hasNextPage && (
        <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('imports.more', { n: Math.max(0, numbers[show] - rows.length) })}
        </Button>
      )}
    </section>
  );
}
