import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useReason } from '../words.ts';

/** Something could not be read: why, and one way to try again. */
export function Fault({ error, retry }: { error: unknown; retry: () => void }) {
  const { t } = useTranslation();
  const reason = useReason();
  return (
    <div className="empty" role="alert">
      <b>{t('errors.load', { why: reason(error) })}</b>
      <Button onClick={retry} style={{ marginTop: 8 }}>
        {t('errors.retry')}
      </Button>
    </div>
  );
}
