import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { speakLanguage, uiLanguage } from '../../i18n/i18n.ts';

export function LanguageSwitch({ userId }: { userId: string | null }) {
  const { t } = useTranslation();
  const other = uiLanguage() === 'en' ? 'zh-CN' : 'en';
  return (
    <Button type="text" size="small" lang={other} title={t('language.label')} onClick={() => void speakLanguage(other, userId)}>
      {t('language.switch')}
    </Button>
  );
}
