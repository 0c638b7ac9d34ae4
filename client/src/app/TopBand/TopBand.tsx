import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { weekdayClock } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { useNow } from '../../live/serverClock.ts';
import { goTo, useRoute } from '../route.ts';
import { signOut } from '../session.ts';
import { LanguageSwitch } from './LanguageSwitch.tsx';
import { Mark } from './Mark.tsx';
import './topBand.css';

export const pagesOf = { agent: ['desk', 'calls', 'slips', 'board'], supervisor: ['board', 'desk', 'calls', 'slips'], staff: ['slips'], admin: ['board', 'calls', 'slips'] } as const;

/** Where I am: the pages, the connection, the clock, who I am. */
export function TopBand({ user }: { user: SessionUser }) {
  const { t } = useTranslation();
  const { connection } = useLive();
  const queries = useQueryClient();
  const now = useNow(1000);
  const [page = pagesOf[user.role][0]] = useRoute();
  return (
    <header className="top-band">
      <span className="top-mark">
        <Mark /> {t('mark')}
      </span>
      <nav className="top-pages">
        {pagesOf[user.role].map((name) => (
          <a
            key={name}
            href={`/${name}`}
            aria-current={page === name ? 'page' : undefined}
            onClick={(event) => {
              if (event.metaKey || event.ctrlKey) return;
              event.preventDefault();
              goTo(`/${name}`);
            }}
          >
            {t(`pages.${name}`)}
          </a>
        ))}
      </nav>
      <span className="push nowrap quiet top-state" role="status" data-connection={connection}>
        <i className={`top-dot ${connection}`} aria-hidden="true" />
        {t(`connection.${connection}`)}
      </span>
      <span className="nowrap quiet top-clock">{weekdayClock(now, uiLanguage())}</span>
      <LanguageSwitch />
      <span className="nowrap top-me">
        <b>{user.name}</b> <span className="quiet">{t(`role.${user.role}`)}</span>
      </span>
      <Button type="text" size="small" onClick={() => void signOut(queries)}>
        {t('session.out')}
      </Button>
    </header>
  );
}
