import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../server/contract/users.ts';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { EditFoot } from '../../edit/EditFoot.tsx';
import { useEdit } from '../../edit/useEdit.ts';
import { useLastEditor } from '../../edit/useLastEditor.ts';
import { RemoveUser } from './RemoveUser.tsx';
import { UserFields } from './UserFields.tsx';
import { emptyUserForm, userFormOf, userPatchOf } from './userForm.ts';

/** Somebody who signs in, or with null one who is being made. */
export function UserEditor({ user, unitId }: { user: UserView | null; unitId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const empty = emptyUserForm(unitId);
  const edit = useEdit({
    name: `users/${user?.id ?? `new ${unitId}`}`,
    stored: user ? userFormOf(user) : empty,
    send: async (changed) => {
      if (user) return request<UserView>('PATCH', `/api/users/${encodeURIComponent(user.id)}`, { ...userPatchOf(changed), rev: user.rev });
      return request<UserView>('POST', '/api/users', { ...userPatchOf({ ...empty, ...changed }), password: changed.password ?? '' });
    },
    onSaved: async (saved) => {
      await queries.invalidateQueries({ queryKey: ['users'] });
      if (!user) goTo(`/offices/${unitId}/users/${saved.id}`);
    },
    onConflict: () => void queries.invalidateQueries({ queryKey: ['users'] }),
  });
  const by = useLastEditor('user', user?.id ?? '', user?.rev ?? 0, user !== null && edit.clashes.length > 0);
  return (
    <form
      aria-label={t('offices.users.one')}
      onSubmit={(event) => {
        event.preventDefault();
        edit.save();
      }}
    >
      <UserFields edit={edit} by={by} isNew={user === null} staff={user?.staff ?? null} unitId={unitId} />
      <EditFoot edit={edit} {...(!user && { create: t('offices.users.create') })} {...(user && { more: <RemoveUser user={user} /> })} />
    </form>
  );
}
