import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resident } from '../../../../server/contract/resident.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { residentPath } from '../useResidents.ts';

/** Off the list, kept for calls and slips. Asked once more in the same place, with what it means. */
export function RemoveResident({ resident }: { resident: Resident }) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const remove = useMutation({ mutationFn: () => request<Resident>('DELETE', residentPath(resident.id)), onSuccess: () => void queries.invalidateQueries({ queryKey: ['residents'] }) });
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>{t('residents.remove')}</Button>;
  return (
    <span className="resident-ask" role="group" aria-label={t('residents.remove')}>
      <span>{t('residents.removeSure', { name: resident.name })}</span>
      <Button autoFocus loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('residents.removeYes')}
      </Button>
      <Button onClick={() => setIsAsked(false)}>{t('residents.removeNo')}</Button>
      {remove.isError && <span role="alert">{t('edit.notSaved', { why: reason(remove.error) })}</span>}
    </span>
  );
}
