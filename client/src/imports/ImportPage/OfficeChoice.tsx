import { Select } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useOffices } from '../../app/offices.ts';

/** Whose list: asked only where there are several offices. */
export function OfficeChoice({ unitId, onChange, children }: { unitId: string | null; onChange: (unitId: string) => void; children: (unitId: string) => ReactNode }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const chosen = offices.find(({ id }) => id === unitId) ?? offices[0];
  if (!chosen) return null;
  return (
    <>
      {offices.length > 1 && (
        <label className="import-office">
          <span>{t('imports.office')}</span>
          <Select aria-label={t('imports.office')} value={chosen.id} onChange={onChange} options={offices.map(({ id, name }) => ({ value: id, label: name }))} />
        </label>
      )}
      {children(chosen.id)}
    </>
  );
}
