import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AuditChainView, AuditCheck } from '../../../../server/contract/audit.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { shortWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';

const chainKey = ['audit', 'chain'] as const;

/** Whether the log is as it was written: how much of it is sealed, what the last check found, and a check now. */
export function ChainLine() {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const { data: chain } = useQuery({ queryKey: chainKey, queryFn: () => request<AuditChainView>('GET', '/api/audit/chain'), refetchOnMount: 'always' });
  const check = useMutation({ mutationFn: () => request<AuditCheck>('POST', '/api/audit/check'), onSettled: () => queries.invalidateQueries({ queryKey: chainKey }) });
  const last = chain?.last ?? null;
  const broken = last?.broken ?? null;
  const when = last === null ? '' : shortWhen(last.at, serverNow(), uiLanguage());
  return (
    <div className="audit-chain" role="group" aria-label={t('privacy.chain.title')}>
      <p>
        <b>{t('privacy.chain.title')}</b>
        <span className="quiet">{t('privacy.chain.hint')}</span>
      </p>
      <p aria-live="polite" className={broken ? 'audit-broken' : undefined}>
        {last === null && t('privacy.chain.never')}
        {last !== null && !broken && t('privacy.chain.whole', { when })}
        {broken && t('privacy.chain.broken', { when, seq: broken.seq, why: t(`privacy.chain.whys.${broken.why}`) }) + (broken.id === null ? '' : t('privacy.chain.entry', { id: broken.id }))}
      </p>
      {chain && (
        <p className="quiet">
          {t('privacy.chain.sealed', { n: chain.sealed })}
          {chain.unsealed > 0 && ` · ${t('privacy.chain.unsealed', { n: chain.unsealed })}`}
        </p>
      )}
      <Button loading={check.isPending} onClick={() => check.mutate()}>
        {check.isPending ? t('privacy.chain.checking') : t('privacy.chain.check')}
      </Button>
      {check.isError && <p role="alert">{t('privacy.chain.failed', { why: reason(check.error) })}</p>}
    </div>
  );
}
