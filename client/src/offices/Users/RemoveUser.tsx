import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFault } from '../../../../server/contract/fieldFault.ts';
import type { UserView } from '../../../../server/contract/users.ts';
import { Refusal, request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { useFaultWords } from '../../edit/useFaultWords.ts';

/** Takes the right to sign in away, or gives it back. Asked once more in the same place, with what it means. */
export function RemoveUser({ user }: { user: UserView }) {
  const { t } = useTranslation();
  const reason = useReason();
  const words = useFaultWords();
  const queries = useQueryClient();
  const [isAsked, setIsAsked] = useState(false);
  const isRemoved = user.removedAt !== null;
  const path = `/api/users/${encodeURIComponent(user.id)}`;
  const act = useMutation({ mutationFn: () => (isRemoved ? request<UserView>('POST', `${path}/restore`) : request<UserView>('DELETE', path)), onSuccess: () => queries.invalidateQueries({ queryKey: ['users'] }) });
  const told = act.error instanceof Refusal ? Object.values(act.error.fields)[0] : undefined;
  const failed = act.isError && <span role="alert">{told === undefined ? t('edit.notSaved', { why: reason(act.error) }) : words(readFault(told) ?? 'wrong')}</span>;
  if (isRemoved)
    return (
      <div className="left-person">
        <p>{t('offices.users.removedNote')}</p>
        <Button loading={act.isPending} onClick={() => act.mutate()}>
          {t('offices.users.restore')}
        </Button>
        {failed}
      </div>
    );
  if (!isAsked) return <Button onClick={() => setIsAsked(true)}>{t('offices.users.remove')}</Button>;
  return (
    <span className="remove-person" role="group" aria-label={t('offices.users.remove')}>
      <span>{t('offices.users.removeSure', { name: user.name })}</span>
      <Button autoFocus loading={act.isPending} onClick={() => act.mutate()}>
        {t('offices.users.removeYes')}
      </Button>
      <Button onClick={() => setIsAsked(false)}>{t('people.removeNo')}</Button>
      {failed}
    </span>
  );
}
