import { useTranslation } from 'react-i18next';
import { Fault } from '../app/App/Fault.tsx';
import { shortWhen } from '../i18n/clock.ts';
import { uiLanguage } from '../i18n/i18n.ts';
import { serverNow } from '../live/serverClock.ts';
import { CallerCountsLine } from './CallerCountsLine.tsx';
import { useCallerRequests } from './useCallerRequests.ts';

/** What callers asked for and what was done; who they were is not kept. */
export function PastRequests({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCallerRequests(unitId);
  return (
    <section className="sheet offices-sheet" aria-labelledby="privacy-past">
      <h2 id="privacy-past">{t('callerData.past')}</h2>
      {!data && (error ? <Fault error={error} retry={() => void refetch()} /> : <p className="quiet">{t('calls.loading')}</p>)}
      {data && <p className="quiet">{t(data.items.length === 0 ? 'callerData.pastNone' : 'callerData.pastHint')}</p>}
      <ol className="privacy-past">
        {data?.items.map((one) => (
          <li key={one.id}>
            <span className="nowrap">{shortWhen(one.at, serverNow(), uiLanguage())}</span>
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
