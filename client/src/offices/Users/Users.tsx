import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeDetail } from '../../../../server/contract/office.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { goTo } from '../../app/route.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { rowKeys } from '../../board/rowKeys.ts';
import { useHasDraft } from '../../edit/drafts.ts';
import { RemoveUser } from './RemoveUser.tsx';
import { UserEditor } from './UserEditor.tsx';
import { useUsers } from './useUsers.ts';
import './users.css';

/** Who signs in for this office, administrators among them, and one of them beside. */
export function Users({ office, userId, isAdmin }: { office: OfficeDetail; userId: string | null; isAdmin: boolean }) {
  const { t } = useTranslation();
  const hasDraft = useHasDraft();
  const [removed, setRemoved] = useState(false);
  const { data, error, refetch, isLoading } = useUsers(removed);
  const path = `/offices/${office.id}/users`;
  const users = (data?.items ?? []).filter(({ unitIds, role }) => unitIds.includes(office.id) || role === 'admin');
  const user = users.find(({ id }) => id === userId) ?? null;
  const isOpen = isAdmin && (user !== null || userId === 'new');
  return (
    <div className={`offices-split${isOpen ? ' with-one' : ''}`}>
      <div className="sheet list-sheet" onKeyDown={rowKeys} aria-busy={isLoading}>
        <div className="offices-list-head">
          {isAdmin ? (
            <>
              <Segmented
                aria-label={t('offices.users.showing')}
                value={removed ? 'removed' : 'active'}
                onChange={(value) => setRemoved(value === 'removed')}
                options={[
                  { value: 'active', label: t('offices.users.active') },
                  { value: 'removed', label: t('offices.users.removed') },
                ]}
              />
              <Button className="push" onClick={() => goTo(`${path}/new`)}>
                {t('offices.users.add')}
              </Button>
            </>
          ) : (
            <span className="quiet">{t('offices.users.readOnly')}</span>
          )}
        </div>
        {error !== null && <Fault error={error} retry={() => void refetch()} />}
        {isLoading && <p className="empty">{t('offices.loading')}</p>}
        {data && users.length === 0 && (
          <p className="empty">
            <b>{t('offices.users.none')}</b>
          </p>
        )}
        {users.length > 0 && (
          <table className="list offices-list users-list">
            <thead>
              <tr>
                {(['name', 'username', 'role', 'staffId'] as const).map((name) => (
                  <th key={name} scope="col" className={`users-${name}`}>
                    {t(`offices.users.fields.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {users.map((one) => (
                <tr key={one.id} data-row-of={one.id} aria-current={one.id === userId ? 'true' : undefined} onClick={isAdmin ? () => goTo(`${path}/${one.id}`) : undefined}>
                  <td className="users-name">
                    {isAdmin ? (
                      <PageLink to={`${path}/${one.id}`} isRow>
                        <b dir="auto">{one.name}</b>
                      </PageLink>
                    ) : (
                      <b dir="auto">{one.name}</b>
                    )}{' '}
                    {one.demo && <span className="chip">{t('offices.users.demo')}</span>} {hasDraft(`users/${one.id}`) && <span className="chip ask">{t('edit.unsaved')}</span>}
                  </td>
                  <td className="users-username">{one.username}</td>
                  <td className="users-role">{t(`role.${one.role}`)}</td>
                  <td className="users-staffId quiet" dir="auto">
                    {one.staff?.name}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {isOpen && (
        <aside className="sheet offices-one" aria-label={t('offices.users.one')}>
          <Button className="offices-back" onClick={() => goTo(path)}>
            {t('people.back')}
          </Button>
          <h2 dir="auto">{user?.name ?? t('offices.users.add')}</h2>
          {user?.removedAt != null ? <RemoveUser user={user} /> : <UserEditor key={userId} user={user} unitId={office.id} />}
        </aside>
      )}
    </div>
  );
}
