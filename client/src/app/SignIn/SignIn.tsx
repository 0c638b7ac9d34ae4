import { useTranslation } from 'react-i18next';
import { LanguageSwitch } from '../TopBand/LanguageSwitch.tsx';
import { Mark } from '../TopBand/Mark.tsx';
import './signIn.css';
import { SignInForm } from './SignInForm.tsx';

export function SignIn() {
  const { t } = useTranslation();
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);
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
        <SignInForm />
        {isHere && <p className="quiet sign-in-demo">{t('session.demo')}</p>}
      </div>
    </main>
  );
}
