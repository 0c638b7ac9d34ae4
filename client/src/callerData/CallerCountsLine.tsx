import { useTranslation } from 'react-i18next';
import type { CallerCounts } from '../../../server/contract/privacy.ts';

const kinds = ['calls', 'slips', 'tasks', 'files', 'recordings', 'imports', 'entries'] as const;

/** How many records of each kind; kinds of which there is none are left out. */
export function CallerCountsLine({ counts }: { counts: CallerCounts }) {
  const { t } = useTranslation();
  const told = kinds.filter((kind) => counts[kind] > 0).map((kind) => t(`callerData.counts.${kind}`, { count: counts[kind] }));
  return <>{told.length === 0 ? t('callerData.none') : told.join(t('callerData.comma'))}</>;
}
