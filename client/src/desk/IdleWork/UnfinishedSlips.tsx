import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { PageLink } from '../../board/PageLink.tsx';
import { rowKeys } from '../../board/rowKeys.ts';
import { useAge } from '../../i18n/useAge.ts';
import { SlipFate } from '../../slips/SlipFate/SlipFate.tsx';
import { useUnfinished } from '../../slips/useUnfinished.ts';

/** Rows that fit; more are counted. */
const shown = 20;

/** A slip that is not done yet: for whom, from whom, what it lacks, for how long. */
function UnfinishedSlip({ slip, age }: { slip: Slip; age: string }) {
  const { t } = useTranslation();
  const from = [slip.callerName || t('slip.list.anonymous'), slip.callerCompany].filter((part) => part !== '').join(' ');
  const lacks = slip.missing.length > 0 ? t('idle.lacks', { fields: slip.missing.map((field) => t(`slip.fields.${field}`)).join(t('idle.and')) }) : t('idle.readBack');
  return (
    <li className="unfinished-row" data-row-of={slip.id}>
      <PageLink to={`/slips/${slip.id}`} className="unfinished-to" isRow>
        <b dir="auto">{t('slip.for', { name: slip.recipient || t('slip.list.frontDesk') })}</b> {slip.actionsRequested.includes('urgent') && <span className="chip ink">{t('slip.requested.urgent')}</span>}
      </PageLink>
      <b className="unfinished-age">{age}</b>
      <span className="unfinished-from" dir="auto">
        {from}
        {slip.recordingUrl !== undefined && <span className="quiet"> {t('idle.recording')}</span>}
      </span>
      <span className="unfinished-lacks">{lacks}</span>
      <PageLink to={`/slips/${slip.id}`} className="text-key unfinished-act">
        {t(slip.missing.length > 0 ? 'idle.finish' : 'idle.open')}
      </PageLink>
      <SlipFate slip={slip} />
    </li>
  );
}

/** Slips that somebody began: what a message lacks, nobody will know later. Oldest first. */
export function UnfinishedSlips() {
  const { t } = useTranslation();
  const age = useAge();
  const { slips, error, reload } = useUnfinished();
  const drafts = slips ?? [];
  return (
    <section className="idle-slips">
      <h2>
        {t('idle.unfinished')} {slips ? drafts.length : ''}
        {drafts.length > 0 && <small>{t('idle.unfinishedHint')}</small>}
      </h2>
      {error != null && <Fault error={error} retry={reload} />}
      {slips === null && error == null && <p className="empty">{t('calls.loading')}</p>}
      {slips && drafts.length === 0 && <p className="empty">{t('slip.list.unfinishedNone')}</p>}
      <ul className="missed-list" onKeyDown={rowKeys}>
        {drafts.slice(0, shown).map((slip) => (
          <UnfinishedSlip key={slip.id} slip={slip} age={age(Date.parse(slip.calledAt))} />
        ))}
      </ul>
      {drafts.length > shown && (
        <PageLink to="/slips" className="missed-more">
          {t('idle.all', { n: drafts.length - shown })}
        </PageLink>
      )}
    </section>
  );
}
