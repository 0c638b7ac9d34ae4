import { useTranslation } from 'react-i18next';
import type { DeliverySettings } from '../../../../server/contract/delivery.ts';
import { minuteWord } from '../../presence/TimeSelect/TimeSelect.tsx';

const dayMs = 86_400_000;

/** Settings of delivery in words: 5 分钟, 7 天; 21:30–07:30. */
export function useDeliveryWords(): { span: (ms: number) => string; quiet: (quiet: DeliverySettings['quiet']) => string } {
  const { t } = useTranslation();
  return {
    span: (ms) => (ms >= dayMs && ms % dayMs === 0 ? `${ms / dayMs} ${t('delivery.settings.days')}` : `${Math.round(ms / 60_000)} ${t('delivery.settings.minutes')}`),
    quiet: (quiet) => (quiet === null ? t('delivery.settings.none') : t('delivery.settings.span', { from: minuteWord(quiet.fromMinute), to: minuteWord(quiet.toMinute) })),
  };
}
