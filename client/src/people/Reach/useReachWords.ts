import { useTranslation } from 'react-i18next';
import type { ReachView } from '../../../../server/contract/reach.ts';

interface ReachWords {
  /** 短信 136****1102; 钉钉 oapi.dingtalk.com（有加签，提醒 138****0000） */
  one: (way: ReachView) => string;
  /** 收件箱，再短信 136****1102 */
  all: (ways: readonly ReachView[]) => string;
}

/** Ways to reach somebody, in words. */
export function useReachWords(): ReachWords {
  const { t } = useTranslation();
  const one = ({ channel, address, hasSecret, mention }: ReachView): string => {
    const extra = [hasSecret ? t('delivery.reach.signed') : '', mention === '' ? '' : t('delivery.reach.mentions', { who: mention })].filter(Boolean).join(t('people.and'));
    return [t(`delivery.channels.${channel}`), address].filter(Boolean).join(' ') + (extra === '' ? '' : t('offices.audit.brackets', { what: extra }));
  };
  return { one, all: (ways) => ways.map(one).join(t('delivery.reach.then')) };
}
