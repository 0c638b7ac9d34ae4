import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../../../server/contract/fieldFault.ts';

/** Why a field was refused, in words. */
export function useFaultWords(): (fault: FieldFault | 'wrong') => string {
  const { t } = useTranslation();
  return (fault) => (fault === 'wrong' ? t('edit.faults.wrong') : t(`edit.faults.${fault.code}`, { who: fault.detail === '' ? t('edit.somebody') : fault.detail }));
}
