import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Refusal } from '../app/request.ts';
import { useReason } from '../app/words.ts';
import type { Edit } from './useEdit.ts';
import './edit.css';

/** Save or leave as it was, and how it went. `more`: other things that can be done with the record, at the far end. */
export function EditFoot<F extends object>({ edit, create, more }: { edit: Edit<F>; create?: string; more?: ReactNode }) {
  const { t } = useTranslation();
  const reason = useReason();
  const { error, clashes, isChanged, isSaved, isSaving } = edit;
  const word = (): string => {
    if (clashes.length > 0) return t('edit.sortOut');
    if (error instanceof Refusal && error.code === 'conflict') return t('edit.again');
    if (error) return t('edit.notSaved', { why: reason(error) });
    if (isSaved) return t('edit.saved');
    return isChanged ? t('edit.unsaved') : '';
  };
  return (
    <div className="edit-foot">
      <Button type="primary" htmlType="submit" disabled={!isChanged || clashes.length > 0} loading={isSaving}>
        {create ?? t('edit.save')}
      </Button>
      <Button disabled={!isChanged || isSaving} onClick={edit.cancel}>
        {t('edit.cancel')}
      </Button>
      <span role="status">{word()}</span>
      {more !== undefined && <span className="push edit-more">{more}</span>}
    </div>
  );
}
