import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { useKeepPerson } from '../usePerson.ts';

/** He has left. Asked once more in the same place, with what it means. */
export function RemovePerson({ person }: { person: StaffView }) {
  const { t } = useTranslation();
  const reason = useReason();
  const keep = useKeepPerson();
  const [isAsked, setIsAsked] = useState(false);
  const remove = useMutation({ mutationFn: () => request<StaffView>('DELETE', `/api/staff/${encodeURIComponent(person.id)}`), onSuccess: keep });
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>{t('people.remove')}</Button>;
  return (
    <span className="remove-person" role="group" aria-label={t('people.remove')}>
      <span>
        {t('people.removeSure', { name: person.name })}
        {person.user && ` ${t('people.removeUser', { username: person.user.username })}`}
      </span>
      <Button autoFocus loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('people.removeYes')}
      </Button>
      <Button onClick={() => setIsAsked(false)}>{t('people.removeNo')}</Button>
      {remove.isError && <span role="alert">{t('edit.notSaved', { why: reason(remove.error) })}</span>}
    </span>
  );
}
