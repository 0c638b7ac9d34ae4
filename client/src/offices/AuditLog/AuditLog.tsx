import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { auditKind } from '../../../../server/contract/audit.ts';
import type { AuditKind } from '../../../../server/contract/audit.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { ChainLine } from './ChainLine.tsx';
import { AuditRow } from './AuditRow.tsx';
import { useAuditPages } from './useAuditPages.ts';
import './auditLog.css';

/** What was done to the records of an office: who, when, what it was and what it became. */
export function AuditLog({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<AuditKind | null>(null);
  const { entries, error, isLoading, reload, more } = useAuditPages(unitId, kind);
  return (
    <section className="sheet offices-sheet audit" aria-label={t('offices.tabs.audit')} aria-busy={isLoading}>
      <ChainLine />
      <Select<AuditKind | 'all'>
        className="audit-kind"
        aria-label={t('offices.audit.kind')}
        value={kind ?? 'all'}
        onChange={(value) => setKind(value === 'all' ? null : value)}
        options={[{ value: 'all' as const, label: t('offices.audit.allKinds') }, ...auditKind.options.map((value) => ({ value, label: t(`offices.audit.kinds.${value}`) }))]}
      />
      {error !== null && <Fault error={error} retry={reload} />}
      {isLoading && <p className="empty">{t('offices.loading')}</p>}
      {!isLoading && error === null && entries.length === 0 && (
        <p className="empty">
          <b>{t('offices.audit.none')}</b>
          {t('offices.audit.noneHint')}
        </p>
      )}
      <ol className="audit-list">
        {entries.map((entry) => (
          <AuditRow key={entry.id} entry={entry} />
        ))}
      </ol>
      {more && <Button onClick={more}>{t('offices.audit.more')}</Button>}
    </section>
  );
}
