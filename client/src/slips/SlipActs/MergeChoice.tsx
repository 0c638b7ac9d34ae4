import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { request } from '../../app/request.ts';
import { nearWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import type { SlipPage } from '../keepSlip.ts';
import { StandingText } from '../standing/StandingText.tsx';

interface MergeChoiceProps {
  slip: Slip;
  isBusy: boolean;
  onMerge: (into: string) => void;
  onLeave: () => void;
}

/** As many as can be compared at a glance. */
const most = 6;

/** Which other slip is about the same matter: of the same number, or open for the same person. */
export function MergeChoice({ slip, isBusy, onMerge, onLeave }: MergeChoiceProps) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['slips', 'doubles', slip.id],
    queryFn: async () => {
      const asked = [...(slip.callerNumber === '' ? [] : [`limit=20&callerNumber=${encodeURIComponent(slip.callerNumber)}`]), 'limit=200&stage=open'];
      const pages = await Promise.all(asked.map((query) => request<SlipPage>('GET', `/api/slips?unitId=${encodeURIComponent(slip.unitId)}&${query}`)));
      return { items: pages.flatMap(({ items }) => items) };
    },
  });
  const fits = (one: Slip): boolean => one.id !== slip.id && one.state !== 'dropped' && one.state !== 'merged' && ((slip.callerNumber !== '' && one.callerNumber === slip.callerNumber) || (slip.recipientId != null && one.recipientId === slip.recipientId));
  const others = [...new Map((data?.items ?? []).filter(fits).map((one) => [one.id, one])).values()].slice(0, most);
  return (
    <div className="slip-act-form" role="group" aria-label={t('delivery.act.merge')}>
      <p>{t('delivery.act.mergeWhich')}</p>
      {data && others.length === 0 && <p className="quiet">{t('delivery.act.mergeNone')}</p>}
      {others.map((one) => (
        <button key={one.id} type="button" className="slip-double" disabled={isBusy} onClick={() => onMerge(one.id)}>
          <b dir="auto">{t('slip.for', { name: one.recipient || t('slip.list.frontDesk') })}</b> <span className="quiet">{nearWhen(Date.parse(one.calledAt), serverNow(), uiLanguage())}</span>
          <span dir="auto">
            {one.callerName} {one.message}
          </span>
          <StandingText slip={one} />
        </button>
      ))}
      <Button size="small" type="text" autoFocus onClick={onLeave}>
        {t('delivery.act.leave')} <kbd>Esc</kbd>
      </Button>
    </div>
  );
}
