import { useTranslation } from 'react-i18next';
import { Refusal } from './request.ts';

/** What to tell the user of something that failed. */
export function useReason(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => (error instanceof Refusal ? t(`errors.${error.code}`) : t('errors.internal'));
}
