import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CallHistory } from '../CallHistory/CallHistory.tsx';
import { CallStory } from '../CallStory/CallStory.tsx';
import { HandledList } from '../HandledList/HandledList.tsx';
import { MissedList } from '../MissedList/MissedList.tsx';
import { useMissedCount } from '../MissedList/useMissedCalls.ts';
import { callLists, noFilters, writeFilters } from '../callFilters.ts';
import { PageLink } from '../PageLink.tsx';
import { useCallFilters } from '../useCallFilters.ts';
import './callsPage.css';

/** The record of calls: all of them, those to call back, those dealt with; one of them with its story. */
export function CallsPage({ callId }: { callId: string | null }) {
  const { t } = useTranslation();
  const { filters, change } = useCallFilters();
  const missed = useMissedCount();
  const opened = useRef<{ callId: string | null; list: string }>({ callId: null, list: '/calls' });
  if (callId !== null) {
    opened.current.callId = callId;
    return <CallStory key={callId} callId={callId} listPath={opened.current.list} />;
  }
  opened.current.list = writeFilters(filters);
  return (
    <div className="page">
      <div className="page-head">
        <h1>{t('calls.title')}</h1>
        <nav className="calls-lists" aria-label={t('calls.title')}>
          {callLists.map((list) => (
            <span key={list} aria-current={filters.list === list ? 'page' : undefined}>
              <PageLink to={writeFilters({ ...(list === 'all' ? filters : noFilters), list })}>
                {t(`calls.lists.${list}`)} {list === 'missed' && missed !== null && missed > 0 && <b className="chip">{missed}</b>}
              </PageLink>
            </span>
          ))}
        </nav>
        {filters.list === 'missed' && <span className="quiet calls-keys">{t('missed.keysHint')}</span>}
      </div>
      {filters.list === 'all' ? (
        <CallHistory filters={filters} change={change} lastOpened={opened.current.callId} />
      ) : (
        <div className="sheet calls-sheet">{filters.list === 'missed' ? <MissedList /> : <HandledList />}</div>
      )}
    </div>
  );
}
