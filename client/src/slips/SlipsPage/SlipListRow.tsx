import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { isToComplete } from '../../../../server/contract/slipFields.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { goTo } from '../../app/route.ts';
import { isMine } from '../isMine.ts';

/** One slip of the list: for whom, from whom, what about, what it lacks, since when. */
export function SlipListRow({ slip, user, age }: { slip: Slip; user: SessionUser; age: string }) {
  const { t } = useTranslation();
  const at = Date.parse(slip.calledAt);
  const state = slip.state === 'draft' ? (slip.missing.length > 0 ? t('slip.missing', { count: slip.missing.length }) : t('slip.complete')) : slip.state === 'taken' && !slip.readBack ? t('slip.takenUnread') : t(`slip.states.${slip.state}`);
  return (
    <tr data-row-of={slip.id} data-slip-state={slip.state} onClick={() => goTo(`/slips/${slip.id}`)}>
      <td className="slips-to">
        <PageLink to={`/slips/${slip.id}`} isRow>
          <b dir="auto">{t('slip.for', { name: slip.recipient || t('slip.list.frontDesk') })}</b>
        </PageLink>{' '}
        {slip.actionsRequested.includes('urgent') && <span className="chip ink">{t('slip.requested.urgent')}</span>}
      </td>
      <td className="slips-from">
        <bdi>{slip.callerName || t('slip.list.anonymous')}</bdi> <bdi className="quiet">{slip.callerCompany}</bdi>
        {slip.callerNumber !== '' && (
          <>
            {' '}
            <bdi className="nowrap">{groupedNumber(slip.callerNumber)}</bdi>
          </>
        )}
      </td>
      <td className="slips-message">
        <span dir="auto">{slip.message}</span>
        {slip.recordingUrl !== undefined && <span className="chip">{t('slip.list.recording')}</span>}
      </td>
      <td className="slips-state">
        <span className="nowrap">{state}</span>
        {slip.state === 'draft' && slip.owner !== undefined && <span className="slips-owner">{isMine(slip, user) ? <b>{t('slip.fate.mine')}</b> : slip.owner === null ? t('slip.fate.supervisors') : t('slip.fate.owner', { name: slip.owner.name })}</span>}
        {isToComplete(slip) && <span className="slips-owner">{t('idle.lacks', { fields: slip.missing.filter((field) => field === 'number' || field === 'message').map((field) => t(`slip.fields.${field}`)).join(t('idle.and')) })}</span>}
        {slip.state === 'dropped' && <span className="slips-owner">{slip.dropReason}</span>}
      </td>
      <td className="slips-when nowrap right">{slip.state === 'draft' ? <b>{age}</b> : <span className="quiet">{Number.isNaN(at) ? '' : dayAndTime(at, uiLanguage())}</span>}</td>
    </tr>
  );
}
