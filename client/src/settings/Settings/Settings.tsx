import { useQueryClient } from '@tanstack/react-query';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { appearances, chooseAppearance, useAppearance } from '../../app/appearance.ts';
import { answersCalls } from '../../app/pages.ts';
import { goTo } from '../../app/route.ts';
import { keepLanguage } from '../../app/session.ts';
import { useReason } from '../../app/words.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import type { UiLanguage } from '../../i18n/i18n.ts';
import { RingerChoice } from '../../phone/RingerChoice/RingerChoice.tsx';
import { KeySettings } from '../KeySettings/KeySettings.tsx';
import { OfficeSettings } from './OfficeSettings.tsx';
import './settings.css';

const languages: { value: UiLanguage; label: string }[] = [
  { value: 'zh-CN', label: '中文' },
  { value: 'en', label: 'English' },
];

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="setting">
      <span>
        {label}
        {hint !== undefined && <small className="quiet">{hint}</small>}
      </span>
      <div>{children}</div>
    </div>
  );
}

/** What a user sets for himself, on this computer or everywhere; and what supervisors set for their office. */
export function Settings({ user }: { user: SessionUser }) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const appearance = useAppearance();
  const [fault, setFault] = useState<unknown>(null);
  const answers = answersCalls(user.role);
  const leads = user.role === 'supervisor' || user.role === 'admin';
  return (
    <div className="page settings">
      <div className="page-head">
        <h1>{t('settings.title')}</h1>
      </div>
      <section className="sheet">
        <h2>{t('settings.mine')}</h2>
        <Row label={t('settings.language')} hint={t('settings.languageHint')}>
          <Segmented
            aria-label={t('settings.language')}
            value={uiLanguage()}
            options={languages}
            onChange={(language) => {
              setFault(null);
              keepLanguage(queries, language).catch(setFault);
            }}
          />
          {fault !== null && <span role="alert">{t('language.notKept', { why: reason(fault) })}</span>}
        </Row>
        <Row label={t('settings.appearance')} hint={t('settings.keysHint')}>
          <Segmented aria-label={t('settings.appearance')} value={appearance} options={appearances.map((value) => ({ value, label: t(`settings.appearances.${value}`) }))} onChange={chooseAppearance} />
        </Row>
        {user.role !== 'staff' && (
          <Row label={t('pages.me')} hint={t('whereabouts.settingsHint')}>
            <Button onClick={() => goTo('/me')}>{t('pages.me')}</Button>
          </Row>
        )}
        {answers && (
          <>
            <Row label={t('settings.ring')} hint={t('settings.keysHint')}>
              <RingerChoice />
            </Row>
            <Row label={t('settings.phone')} hint={t('settings.phoneHint')}>
              <Button onClick={() => goTo('/phone')}>{t('pages.phone')}</Button>
            </Row>
          </>
        )}
      </section>
      {leads && <OfficeSettings />}
      {answers && <KeySettings />}
    </div>
  );
}
