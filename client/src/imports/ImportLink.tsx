import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportKind } from '../../../server/contract/imports.ts';
import { goTo } from '../app/route.ts';

/** To the page on which lists come in and go out; for those who keep the office. */
export function ImportLink({ kind }: { kind: ImportKind }) {
  const { t } = useTranslation();
  return <Button onClick={() => goTo(kind === 'staff' ? '/people/import' : '/residents/import')}>{t('imports.open')}</Button>;
}
