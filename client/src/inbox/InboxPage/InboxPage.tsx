import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { rowKeys } from '../../board/rowKeys.ts';
import { useAge } from '../../i18n/useAge.ts';
import { Letter } from '../Letter/Letter.tsx';
import { OpenTasks } from '../../tasks/OpenTasks/OpenTasks.tsx';
import { useSession } from '../../app/session.ts';
import { useInbox } from '../useInbox.ts';
import { InboxRow } from './InboxRow.tsx';
import './inboxPage.css';

/** What was taken for me: the list, and the message that is open beside it; on a telephone one of the two. */
export function InboxPage({ slipId }: { slipId: string | null }) {
  const { t } = useTranslation();
  const age = useAge();
  // Who answers calls has his promises on the page of messages.
  const isStaff = useSession().data?.user.role === 'staff';
  const { unread, unfinished, read, isLoading, error, reload, more } = useInbox();
  const isNothing = !isLoading && error === null && unread.length + unfinished.length + read.length === 0;
  const group = (name: 'unread' | 'unfinished' | 'read', slips: Slip[]) =>
    slips.length > 0 && (
      <section aria-label={t(`inbox.groups.${name}`)}>
        <h2>
          {t(`inbox.groups.${name}`)} {name === 'read' ? '' : slips.length}
        </h2>
        <ul>
          {slips.map((slip) => (
            <InboxRow key={slip.id} slip={slip} isOpen={slip.id === slipId} age={age(Date.parse(slip.calledAt))} />
          ))}
        </ul>
      </section>
    );
  return (
    <div className={`page inbox${slipId === null ? '' : ' has-letter'}`}>
      <div className="sheet inbox-list" aria-busy={isLoading} onKeyDown={rowKeys}>
        <h1>{t('inbox.title')}</h1>
        {isStaff && <OpenTasks />}
        {error !== null && <Fault error={error} retry={reload} />}
        {isLoading && unread.length + read.length === 0 && <p className="empty">{t('calls.loading')}</p>}
        {isNothing && (
          <p className="empty">
            <b>{t('inbox.none')}</b>
            {t('inbox.noneHint')}
          </p>
        )}
        {unread.length === 0 && read.length > 0 && <p className="empty">{t('inbox.allRead')}</p>}
        {group('unread', unread)}
        {group('unfinished', unfinished)}
        {group('read', read)}
        {more && <Button onClick={more}>{t('slip.list.more')}</Button>}
      </div>
      {slipId === null ? !isNothing && <p className="empty inbox-choose">{t('inbox.choose')}</p> : <Letter key={slipId} slipId={slipId} />}
    </div>
  );
}
