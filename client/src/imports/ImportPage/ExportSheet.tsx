import { Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../../../server/contract/imports.ts';
import { uiLanguage } from '../../i18n/i18n.ts';

const formats = ['xlsx', 'csv'] as const;

/** The list as a file; private numbers only for a reason. */
export function ExportSheet({ kind, unitId }: { kind: ImportKind; unitId: string }) {
  const { t } = useTranslation();
  const [withNumbers, setWithNumbers] = useState(false);
  const [reason, setReason] = useState('');
  const isReady = !withNumbers || reason.trim().length > 1;
  const query = new URLSearchParams({ unitId, language: uiLanguage(), ...(withNumbers && { numbers: '1', reason: reason.trim() }) }).toString();
  return (
    <section className="sheet">
      <h2>{t('imports.take')}</h2>
      {kind === 'staff' && (
        <div className="export-numbers">
          <Checkbox checked={withNumbers} onChange={(event) => setWithNumbers(event.target.checked)}>
            {t('imports.withNumbers')}
          </Checkbox>
          {withNumbers && (
            <label>
              {t('imports.reason')}
              <Input placeholder={t('imports.reasonHint')} value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
            </label>
          )}
        </div>
      )}
      <p className="export-formats">
        {formats.map((format) => (
          <Button key={format} disabled={!isReady} {...(isReady && { href: `/api/exports/${kind}.${format}?${query}`, download: true })}>
            {t(`imports.${format}`)}
          </Button>
        ))}
      </p>
      <p className="quiet">{t('imports.takeHint')}</p>
    </section>
  );
}
