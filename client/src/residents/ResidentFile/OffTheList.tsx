import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Resident, ResidentFile } from '../../../../server/contract/resident.ts';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { useReason } from '../../app/words.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { residentPath, useKeepResident } from '../useResidents.ts';

/** A file that was removed, or joined to another: said so, with the way back. */
export function OffTheList({ resident }: { resident: Resident }) {
  const { t } = useTranslation();
  const reason = useReason();
  const keep = useKeepResident();
  const { id, mergedInto } = resident;
  const back = useMutation({
    mutationFn: () => (mergedInto === null ? request<ResidentFile>('POST', residentPath(id, '/restore')) : request<ResidentFile>('POST', residentPath(mergedInto, '/separate'), { otherId: id })),
    onSuccess: (file) => {
      keep(file);
      goTo(`/residents/${id}`);
    },
  });
  return (
    <div className="resident-off" role="note">
      <p>
        {t(mergedInto === null ? 'residents.removedNote' : 'residents.mergedNote')} {mergedInto !== null && <PageLink to={`/residents/${mergedInto}`}>{t('residents.openJoined')}</PageLink>}
      </p>
      <Button loading={back.isPending} onClick={() => back.mutate()}>
        {t(mergedInto === null ? 'residents.restore' : 'residents.separate')}
      </Button>
      {back.isError && <span role="alert">{t('edit.notSaved', { why: reason(back.error) })}</span>}
    </div>
  );
}
