import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { uiLanguage } from '../../i18n/i18n.ts';
import { keepLanguage } from '../session.ts';
import { useReason } from '../words.ts';

/** Offers the other language in its own words; the choice goes with the account (`PATCH /api/session`). */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const [fault, setFault] = useState<unknown>(null);
  const other = uiLanguage() === 'en' ? 'zh-CN' : 'en';
  const change = (): void => {
    setFault(null);
    keepLanguage(queries, other).catch(setFault);
  };
  return (
    <>
      <Button type="text" size="small" lang={other} title={t('language.label')} onClick={change}>
        {t('language.switch')}
      </Button>
      {fault !== null && <span role="alert">{t('language.notKept', { why: reason(fault) })}</span>}
    </>
  );
}
