import { Suspense, lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallBar } from '../../desk/CallBar/CallBar.tsx';
import { Desk } from '../../desk/Desk/Desk.tsx';
import { RingBanner } from '../../desk/RingBanner/RingBanner.tsx';
import { DeskProvider } from '../../desk/DeskProvider/DeskProvider.tsx';
import { useLive } from '../../live/LiveProvider.tsx';
import { PhoneBand } from '../../phone/PhoneBand/PhoneBand.tsx';
import { PhoneProvider } from '../../phone/PhoneProvider/PhoneProvider.tsx';
import { FaultWall } from '../App/FaultWall.tsx';
import { useRoute } from '../route.ts';
import type { Session } from '../session.ts';
import { SignInForm } from '../SignIn/SignInForm.tsx';
import { TopBand } from '../TopBand/TopBand.tsx';
import { answersCalls, keepsOffice, usePage } from '../pages.ts';
import './shell.css';

const Board = lazy(() => import('../../board/Board/Board.tsx').then((page) => ({ default: page.Board })));
const CallsPage = lazy(() => import('../../board/CallsPage/CallsPage.tsx').then((page) => ({ default: page.CallsPage })));
const ImportPage = lazy(() => import('../../imports/ImportPage/ImportPage.tsx').then((page) => ({ default: page.ImportPage })));
const InboxPage = lazy(() => import('../../inbox/InboxPage/InboxPage.tsx').then((page) => ({ default: page.InboxPage })));
const MePage = lazy(() => import('../../presence/MePage/MePage.tsx').then((page) => ({ default: page.MePage })));
const OfficesPage = lazy(() => import('../../offices/OfficesPage/OfficesPage.tsx').then((page) => ({ default: page.OfficesPage })));
const PeoplePage = lazy(() => import('../../people/PeoplePage/PeoplePage.tsx').then((page) => ({ default: page.PeoplePage })));
const PhoneCheck = lazy(() => import('../../phone/PhoneCheck/PhoneCheck.tsx').then((page) => ({ default: page.PhoneCheck })));
const ResidentsPage = lazy(() => import('../../residents/ResidentsPage/ResidentsPage.tsx').then((page) => ({ default: page.ResidentsPage })));
const SearchPage = lazy(() => import('../../search/SearchPage/SearchPage.tsx').then((page) => ({ default: page.SearchPage })));
const Settings = lazy(() => import('../../settings/Settings/Settings.tsx').then((page) => ({ default: page.Settings })));
const SlipsPage = lazy(() => import('../../slips/SlipsPage/SlipsPage.tsx').then((page) => ({ default: page.SlipsPage })));

function Page({ session: { user } }: { session: Session }) {
  const [, id, more] = useRoute();
  const page = usePage(user.role);
  switch (page) {
    case 'calls':
      return <CallsPage callId={id ?? null} />;
    case 'slips':
      return <SlipsPage slipId={id ?? null} user={user} />;
    case 'inbox':
      return <InboxPage slipId={id ?? null} />;
    case 'board':
      return <Board />;
    case 'me':
      return <MePage user={user} />;
    case 'people':
      if (id === 'import' && keepsOffice(user.role)) return <ImportPage key="staff" kind="staff" importId={more ?? null} />;
      return <PeoplePage personId={id ?? null} user={user} />;
    case 'residents':
      if (id === 'import' && keepsOffice(user.role)) return <ImportPage key="residents" kind="residents" importId={more ?? null} />;
      return <ResidentsPage residentId={id ?? null} user={user} />;
    case 'offices':
      return <OfficesPage user={user} />;
    case 'phone':
      return <PhoneCheck />;
    case 'search':
      return <SearchPage user={user} />;
    case 'settings':
      return <Settings user={user} />;
    default:
      return <Desk />;
  }
}

/** Bands: where I am, the page, my phone. */
export function Shell({ session, isOver }: { session: Session; isOver: boolean }) {
  const { t } = useTranslation();
  const { connection } = useLive();
  const [wasLive, setWasLive] = useState(false);
  if (connection === 'live' && !wasLive) setWasLive(true);
  const answers = answersCalls(session.user.role);
  const frame = (
    <div className={`shell${answers ? '' : ' no-bar'}`}>
      <TopBand user={session.user} />
      <div className="shell-notes">
        {answers && <RingBanner />}
        {answers && <PhoneBand role={session.user.role} />}
        {isOver && (
          <div className="shell-note" role="alert">
            <b>{t('session.again')}</b>
            <SignInForm username={session.user.username} isInline />
          </div>
        )}
        {connection === 'lost' && wasLive && !isOver && (
          <div className="shell-note" role="alert">
            {t('connection.lostLong')}
          </div>
        )}
      </div>
      <main className="shell-page">
        <FaultWall>
          <Suspense fallback={null}>
            <Page session={session} />
          </Suspense>
        </FaultWall>
      </main>
      {answers && <CallBar session={session} />}
    </div>
  );
  if (!answers) return frame;
  return (
    <PhoneProvider user={session.user}>
      <DeskProvider user={session.user}>{frame}</DeskProvider>
    </PhoneProvider>
  );
}
