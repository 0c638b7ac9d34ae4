import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Welcome } from '../../../../server/contract/welcome.ts';
import { request } from '../request.ts';
import { LanguageSwitch } from '../TopBand/LanguageSwitch.tsx';
import { Mark } from '../TopBand/Mark.tsx';
import './signIn.css';
import { SignInForm } from './SignInForm.tsx';

/** Before anybody is known. Says so while the set-up link was not used yet, and names the demo users only on this machine. */
export function SignIn() {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['welcome'], queryFn: () => request<Welcome>('GET', '/api/welcome') });
  return (
    <main className="sign-in">
      <div className="sign-in-sheet">
        <div className="sign-in-head">
          <Mark size={40} />
          <h1>{t('mark')}</h1>
          <span className="push">
            <LanguageSwitch />
          </span>
        </div>
        <p className="quiet">{t('session.about')}</p>
        {data?.needsSetup && <p role="status">{t('session.notSetUp')}</p>}
        <SignInForm />
        {data?.demo && <p className="quiet sign-in-demo">{t('session.demo')}</p>}
      </div>
    </main>
  );
}
