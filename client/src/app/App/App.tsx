import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { Suspense, lazy, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LiveProvider } from '../../live/LiveProvider.tsx';
import { Refusal } from '../request.ts';
import { useRoute } from '../route.ts';
import { useSession } from '../session.ts';
import type { Session } from '../session.ts';
import { SignIn } from '../SignIn/SignIn.tsx';
import { themeIn } from '../theme.ts';
import { useIsDark } from '../appearance.ts';
import { Fault } from './Fault.tsx';
import { FaultWall } from './FaultWall.tsx';

const Setup = lazy(() => import('../../setup/Setup/Setup.tsx').then(({ Setup: page }) => ({ default: page })));
const Shell = lazy(() => import('../Shell/Shell.tsx').then(({ Shell: page }) => ({ default: page })));

const queries = new QueryClient({
  // Without a network a question fails and says so: held back, a list would look empty, and an act would happen when nobody thinks of it any more.
  defaultOptions: { mutations: { networkMode: 'always' }, queries: { networkMode: 'always', refetchOnReconnect: true, staleTime: 15_000, refetchOnWindowFocus: false, retry: (failures, error) => failures < 2 && error instanceof Refusal && (error.code === 'network' || error.code === 'unavailable') } },
});

/** The right page for whoever is here. A session that ends in mid-call leaves the desk standing and asks for the password above it. */
function Gate() {
  const [page] = useRoute();
  const { data: session, error, refetch } = useSession();
  const last = useRef<Session | null>(null);
  if (session) last.current = session;
  if (page === 'setup') return <Setup />;
  if (error && !last.current) return <Fault error={error} retry={() => void refetch()} />;
  const shown = session ?? last.current;
  if (session === undefined && !shown) return null;
  if (!shown) return <SignIn />;
  return (
    <LiveProvider key={shown.user.id} userId={shown.user.id} isSignedIn={session !== null}>
      <Shell session={shown} isOver={session === null} />
    </LiveProvider>
  );
}

/** The whole console: signing in, or the frame with the page in sight. */
export function App() {
  const { i18n } = useTranslation();
  const theme = themeIn(useIsDark());
  return (
    <ConfigProvider theme={theme} locale={i18n.language === 'en' ? enUS : zhCN} wave={{ disabled: true }} button={{ autoInsertSpace: false }}>
      <QueryClientProvider client={queries}>
        <FaultWall>
          <Suspense fallback={null}>
            <Gate />
          </Suspense>
        </FaultWall>
      </QueryClientProvider>
    </ConfigProvider>
  );
}
