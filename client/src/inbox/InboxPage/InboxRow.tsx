import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { isUrgent, useHeadline } from '../useHeadline.ts';
import { useShown } from '../useShown.ts';

/** One message: who wants what, from where, under which number, how long ago. */
export function InboxRow({ slip, isOpen, age }: { slip: Slip; isOpen: boolean; age: string }) {
  const { t } = useTranslation();
  const headline = useHeadline();
  const row = useRef<HTMLLIElement>(null);
  useShown(row, slip);
  const isNew = slip.state !== 'draft' && slip.readAt === undefined;
  const words = slip.message || (slip.recordingUrl === undefined ? '' : t('slip.list.recording'));
  return (
    <li ref={row} className={`inbox-row${isNew ? ' is-new' : ''}${isOpen ? ' is-open' : ''}`} data-row-of={slip.id}>
      <PageLink to={`/inbox/${slip.id}`} isRow className="inbox-head">
        <span dir="auto">{headline(slip)}</span>
      </PageLink>
      <span className="inbox-age nowrap">{age}</span>
      <span className="inbox-from">
        {isUrgent(slip) && <span className="chip ink">{t('slip.requested.urgent')}</span>} <bdi>{slip.callerCompany}</bdi> {slip.callerNumber !== '' && <bdi className="nowrap">{groupedNumber(slip.callerNumber)}</bdi>}
      </span>
      {words !== '' && (
        <span className="inbox-words" dir="auto">
          {words}
        </span>
      )}
      {slip.state === 'draft' && <span className="quiet">{t('inbox.lacks', { fields: slip.missing.map((field) => t(`slip.fields.${field}`)).join(t('idle.and')) || t('idle.readBack') })}</span>}
    </li>
  );
}
