import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { notify } from '../CallNotice/CallNotice.tsx';
import { Step } from './Step.tsx';

/** Asks for the browser's notifications and sends one to see. */
export function NoticeStep({ number }: { number: number }) {
  const { t } = useTranslation();
  const isSupported = 'Notification' in window && window.isSecureContext;
  const [permission, setPermission] = useState<NotificationPermission>(isSupported ? Notification.permission : 'denied');
  const [sent, setSent] = useState<'sent' | 'notSent' | null>(null);
  const sentence = !isSupported ? t('phoneCheck.notice.unsupported') : permission === 'denied' ? t('phoneCheck.notice.denied') : permission === 'granted' ? (sent === null ? t('phoneCheck.notice.granted') : t(`phoneCheck.notice.${sent}`)) : '';
  return (
    <Step number={number} title={t('phoneCheck.notice.title')} hint={t('phoneCheck.notice.hint')} state={permission === 'granted' ? 'done' : isSupported && permission === 'default' ? 'todo' : 'look'}>
      <div className="check-row">
        {isSupported && permission === 'default' && <Button onClick={() => void Notification.requestPermission().then(setPermission)}>{t('phoneCheck.notice.allow')}</Button>}
        {permission === 'granted' && <Button onClick={() => setSent(notify(t('phoneCheck.notice.testTitle'), t('phoneCheck.notice.testBody'), 'three-rings-test') ? 'sent' : 'notSent')}>{t('phoneCheck.notice.test')}</Button>}
        <span role="status">{sentence}</span>
      </div>
    </Step>
  );
}
