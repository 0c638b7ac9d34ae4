import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair, ResidentFile, ResidentRow } from '../../../../server/contract/resident.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { residentName } from '../residentName.ts';
import { residentPath } from '../useResidents.ts';
import './duplicates.css';

interface Done {
  into: ResidentRow;
  from: ResidentRow;
}

/** Files that may be one person, side by side: joined into one of the two, or called two persons. What was joined just now can be taken apart again here. */
export function Duplicates({ unitId }: { unitId: string | null }) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const [done, setDone] = useState<Done[]>([]);
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: ['residents', 'duplicates', unitId],
    queryFn: () => request<{ items: DuplicatePair[]; more: boolean }>('GET', `/api/residents/duplicates${unitId === null ? '' : `?unitId=${encodeURIComponent(unitId)}`}`),
  });
  const act = useMutation({
    mutationFn: ({ id, otherId, what }: { id: string; otherId: string; what: 'merge' | 'separate' | 'distinct' }) => request<ResidentFile>('POST', residentPath(id, `/${what}`), { otherId }),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['residents'] }),
  });
  const merge = (into: ResidentRow, from: ResidentRow): void => act.mutate({ id: into.id, otherId: from.id, what: 'merge' }, { onSuccess: () => setDone((all) => [{ into, from }, ...all]) });
  const separate = (pair: Done): void => act.mutate({ id: pair.into.id, otherId: pair.from.id, what: 'separate' }, { onSuccess: () => setDone((all) => all.filter((one) => one !== pair)) });
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />;
  if (isLoading || !data) return <p className="empty">{t('residents.loading')}</p>;

  const side = (one: ResidentRow, other: ResidentRow) => (
    <div className="twin">
      <PageLink to={`/residents/${one.id}`} isRow>
        <b dir="auto">{residentName(one)}</b>
      </PageLink>
      <span dir="auto">{one.address || <span className="quiet">{t('residents.noAddress')}</span>}</span>
      <span className="quiet">{t(`residents.occupancies.${one.occupancy}`)}</span>
      <span>{one.numbers.map(groupedNumber).join(t('people.and')) || <span className="quiet">{t('residents.noNumber')}</span>}</span>
      <Button disabled={act.isPending} onClick={() => merge(one, other)} aria-label={t('residents.keepThisOf', { name: residentName(one), address: one.address })}>
        {t('residents.keepThis')}
      </Button>
    </div>
  );
  return (
    <>
      {done.map((pair) => (
        <p key={pair.from.id} className="twin-done" role="status">
          {t('residents.joinedNow', { name: residentName(pair.into) })}
          <button type="button" className="text-key" disabled={act.isPending} onClick={() => separate(pair)}>
            {t('residents.separate')}
          </button>
        </p>
      ))}
      {act.isError && <p role="alert">{t('edit.notSaved', { why: reason(act.error) })}</p>}
      {data.items.length === 0 && (
        <p className="empty">
          <b>{t('residents.noTwins')}</b>
          {t('residents.noTwinsHint')}
        </p>
      )}
      {data.items.map(({ a, b, why }) => (
        <section key={`${a.id} ${b.id}`} className="twins" data-row-of={`${a.id} ${b.id}`} aria-label={t(`residents.why.${why}`)}>
          <header>
            <span className="chip">{t(`residents.why.${why}`)}</span>
            <button type="button" className="text-key push" disabled={act.isPending} onClick={() => act.mutate({ id: a.id, otherId: b.id, what: 'distinct' })}>
              {t('residents.twoPersons')}
            </button>
          </header>
          {side(a, b)}
          {side(b, a)}
        </section>
      ))}
      {data.more && <p className="quiet">{t('residents.moreTwins')}</p>}
    </>
  );
}
