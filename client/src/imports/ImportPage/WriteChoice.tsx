import { Button, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { importMode } from '../../../../server/contract/imports.ts';
import type { ImportMode, ImportView } from '../../../../server/contract/imports.ts';

/** All or the good rows, and the one button that writes. */
export function WriteChoice({ view, isBusy, onMode, onApply }: { view: ImportView; isBusy: boolean; onMode: (mode: ImportMode) => void; onApply: () => void }) {
  const { t } = useTranslation();
  if (!view.counts) return null;
  const bad = view.counts.error + view.counts.double;
  const toWrite = view.counts.new + view.counts.changed;
  const isRefused = bad > 0 && view.mode === 'all-or-nothing';
  return (
    <section className="sheet write-choice">
      <h2>{t('imports.how')}</h2>
      {bad > 0 && (
        <Radio.Group aria-label={t('imports.how')} value={view.mode} disabled={isBusy} onChange={(event) => onMode(event.target.value as ImportMode)}>
          {importMode.options.map((mode) => (
            <Radio key={mode} value={mode}>
              {t(`imports.modes.${mode}`)} <small className="quiet">{t(`imports.modeHints.${mode}`)}</small>
            </Radio>
          ))}
        </Radio.Group>
      )}
      <div className="import-buttons">
        <Button type="primary" disabled={isRefused || toWrite === 0} loading={isBusy} onClick={onApply}>
          {t('imports.apply', { count: toWrite })}
        </Button>
        <span role="status">{isRefused ? t('imports.refused', { count: bad }) : toWrite === 0 ? t('imports.nothingToDo') : ''}</span>
      </div>
    </section>
  );
}
