import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ResidentFile, ResidentRow } from '../../../../server/contract/resident.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { residentName } from '../residentName.ts';
import { residentPath, useKeepResident } from '../useResidents.ts';

/** Others of his numbers, with the way to say that one of them is he himself; and files that were joined to this one, with the way back. */
export function OtherFiles({ file: { resident, sharing, joined } }: { file: ResidentFile }) {
  const { t } = useTranslation();
  const reason = useReason();
  const keep = useKeepResident();
  const act = useMutation({ mutationFn: ({ what, otherId }: { what: 'merge' | 'separate'; otherId: string }) => request<ResidentFile>('POST', residentPath(resident.id, `/${what}`), { otherId }), onSuccess: keep });
  if (sharing.length === 0 && joined.length === 0) return null;
  const line = (other: ResidentRow, what: 'merge' | 'separate') => (
    <li key={other.id}>
      <PageLink to={`/residents/${other.id}`}>
        <b dir="auto">{residentName(other)}</b>
      </PageLink>{' '}
      <span className="quiet" dir="auto">
        {[other.address, t(`residents.occupancies.${other.occupancy}`)].filter(Boolean).join(' · ')}
      </span>
      <button type="button" className="text-key push" disabled={act.isPending} onClick={() => act.mutate({ what, otherId: other.id })}>
        {t(what === 'merge' ? 'residents.mergeIn' : 'residents.separate')}
      </button>
    </li>
  );
  return (
    <section className="resident-part">
      {sharing.length > 0 && <h3>{t('residents.parts.sharing')}</h3>}
      <ul className="resident-lines">{sharing.map((other) => line(other, 'merge'))}</ul>
      {joined.length > 0 && <h3>{t('residents.parts.joined')}</h3>}
      <ul className="resident-lines">{joined.map((other) => line(other, 'separate'))}</ul>
      {act.isError && <p role="alert">{t('edit.notSaved', { why: reason(act.error) })}</p>}
    </section>
  );
}
