import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { isToComplete } from '../../../../server/contract/slipFields.ts';
import { isOpen } from '../../../../server/contract/slipStanding.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { goTo } from '../../app/route.ts';
import { isMine } from '../isMine.ts';
import { StandingText } from '../standing/StandingText.tsx';

/** One slip of the list: for whom, from whom, what about, where it stands, how old, since when nothing was done. */
export function SlipListRow({ slip, user, age }: { slip: Slip; user: SessionUser; age: (at: number) => string }) {
  const { t } = useTranslation();
  const at = Date.parse(slip.calledAt);
  const lastActAt = slip.delivery?.lastActAt;
  const answer = slip.delivery?.acts.findLast(({ what, words }) => (what === 'replied' || what === 'done' || what === 'called-back') && words !== '')?.words;
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
        {answer !== undefined && <q className="slips-answer" dir="auto">{answer}</q>}
      </td>
      <td className="slips-state">
        <StandingText slip={slip} />
        {slip.state !== 'draft' && slip.state !== 'dropped' && slip.state !== 'merged' && !slip.readBack && <span className="slips-owner">{t('slip.takenUnread')}</span>}
        {isToComplete(slip) && <b className="slips-owner">{t('slip.list.toComplete')}</b>}
        {slip.state === 'draft' && slip.owner !== undefined && <span className="slips-owner">{isMine(slip, user) ? <b>{t('slip.fate.mine')}</b> : slip.owner === null ? t('slip.fate.supervisors') : t('slip.fate.owner', { name: slip.owner.name })}</span>}
        {slip.state === 'dropped' && <span className="slips-owner">{slip.dropReason}</span>}
      </td>
      <td className="slips-when nowrap right">{isOpen(slip) ? <b>{age(at)}</b> : <span className="quiet">{Number.isNaN(at) ? '' : dayAndTime(at, uiLanguage())}</span>}</td>
      <td className="slips-act nowrap right quiet">{lastActAt === undefined ? '' : age(lastActAt)}</td>
    </tr>
  );
}
