import { useQueryClient } from '@tanstack/react-query';
import { SearchOutlined, SettingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { standingOf } from '../../../../server/contract/slipStanding.ts';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { weekdayClock } from '../../i18n/clock.ts';
import { useMissedCount } from '../../board/MissedList/useMissedCalls.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useOpenSlips } from '../../slips/SlipsPage/useSlipPages.ts';
import { useUnread } from '../../inbox/useInbox.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { useNow } from '../../live/serverClock.ts';
import { usePressing } from '../../tasks/usePressing.ts';
import { pagesOf, usePage } from '../pages.ts';
import { goTo } from '../route.ts';
import { signOut } from '../session.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Mark } from './Mark.tsx';
import { TopSearch } from './TopSearch.tsx';
import './topBand.css';

function PageLink({ name, isHere, className, children }: { name: string; isHere: boolean; className?: string; children: ReactNode }) {
  return (
    <a
      href={`/${name}`}
      className={className}
      aria-current={isHere ? 'page' : undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        goTo(`/${name}`);
      }}
    >
      {children}
    </a>
  );
}

/** How many callers wait to be called back. */
function MissedChip() {
  const { t } = useTranslation();
  const missed = useMissedCount();
  return missed === null || missed === 0 ? null : <span className="chip">{t('pages.missed', { count: missed })}</span>;
}

/** How many messages nobody acknowledged though everybody was told: they wait for a hand. */
function StuckChip() {
  const { t } = useTranslation();
  const stuck = useOpenSlips()?.slips.filter((slip) => standingOf(slip) === 0).length ?? 0;
  return stuck === 0 ? null : <span className="chip ink">{t('delivery.list.chip', { count: stuck })}</span>;
}

/** How many of my promises are late, due soon or untouched. */
function PressingChip() {
  const { t } = useTranslation();
  const { length } = usePressing();
  return length === 0 ? null : <span className="chip">{t('tasks.pressing', { count: length })}</span>;
}

/** How many messages for me I have not opened. */
function UnreadChip() {
  const { t } = useTranslation();
  const unread = useUnread(true);
  return unread === null || unread.slips.length === 0 ? null : <span className="chip">{`${t('inbox.unread', { count: unread.slips.length })}${unread.isMore ? '+' : ''}`}</span>;
}

/** Who answers calls may be asked for himself: what waits for him stands beside the pages, and nothing where nothing waits. */
function MessagesForMe({ isHere }: { isHere: boolean }) {
  const { t } = useTranslation();
  const count = useUnread(true)?.slips.length ?? 0;
  return count === 0 && !isHere ? null : (
    <PageLink className="nowrap top-inbox" name="inbox" isHere={isHere}>
      {t('inbox.forMe', { count })}
    </PageLink>
  );
}

/** Where I am: the pages, the connection, the clock, who I am. */
export function TopBand({ user }: { user: SessionUser }) {
  const { t } = useTranslation();
  const { connection } = useLive();
  const queries = useQueryClient();
  const now = useNow(1000);
  const page = usePage(user.role);
  return (
    <header className="top-band">
      <span className="top-mark">
        <Mark /> {t('mark')}
      </span>
      <nav className="top-pages">
        {pagesOf[user.role].map((name) => (
          <PageLink key={name} name={name} isHere={page === name}>
            {t(`pages.${name}`)}
            {name === 'calls' && <MissedChip />}
            {name === 'slips' && <StuckChip />}
            {name === 'slips' && <PressingChip />}
            {name === 'inbox' && <UnreadChip />}
          </PageLink>
        ))}
      </nav>
      {user.role !== 'staff' && <MessagesForMe isHere={page === 'inbox'} />}
      {user.role !== 'staff' && <TopSearch />}
      {user.role !== 'staff' && (
        <PageLink className="top-find" name="search" isHere={page === 'search'}>
          <SearchOutlined aria-label={t('search.open')} />
        </PageLink>
      )}
      <span className="push nowrap quiet top-state" role="status" data-connection={connection}>
        <i className={`top-dot ${connection}`} aria-hidden="true" />
        {t(`connection.${connection}`)}
      </span>
      <span className="nowrap quiet top-clock">{weekdayClock(now, uiLanguage())}</span>
      <LanguageSwitch />
      <PageLink className="nowrap top-me" name="settings" isHere={page === 'settings' || page === 'phone' || (page === 'me' && user.role !== 'staff')}>
        <b>{user.name}</b> <span className="quiet">{t(`role.${user.role}`)}</span> <SettingOutlined aria-label={t('pages.settings')} />
      </PageLink>
      <Button type="text" size="small" onClick={() => void signOut(queries)}>
        {t('session.out')}
      </Button>
    </header>
  );
}
