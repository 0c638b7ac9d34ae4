import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrivacyRequest } from '../../../server/contract/privacy.ts';
import { Fault } from '../app/App/Fault.tsx';
import { request } from '../app/request.ts';
import { dayAndTime } from '../i18n/clock.ts';
import { uiLanguage } from '../i18n/i18n.ts';
import { CallerCountsLine } from './CallerCountsLine.tsx';

const lookAgainMs = 3_000;

/** What callers asked for and what was done; who they were is not kept. */
export function PastRequests({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['privacy', unitId],
    queryFn: () => request<{ items: PrivacyRequest[] }>('GET', `/api/privacy/requests?unitId=${encodeURIComponent(unitId)}`),
    refetchInterval: ({ state }) => (state.data?.items.some((one) => one.state === 'running') ? lookAgainMs : false),
  });
  return (
    <section className="sheet offices-sheet" aria-labelledby="privacy-past">
      <h2 id="privacy-past">{t('callerData.past')}</h2>
      {error && !data && <Fault error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="quiet">{t('callerData.pastNone')}</p>}
      <ol className="privacy-past">
        {data?.items.map((one) => (
          <li key={one.id}>
            <span className="nowrap">{dayAndTime(one.at, uiLanguage())}</span>
            <span>
              <b>{t(one.kind === 'export' ? 'callerData.wasGivenOut' : one.state === 'done' ? 'callerData.wasErased' : 'callerData.isErasing')}</b> <CallerCountsLine counts={one.counts} />
            </span>
            <span className="quiet" dir="auto">
              {t('callerData.byFor', { name: one.by.name, why: one.reason })}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
