import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BuildingView } from '../../../../server/contract/resident.ts';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { useOffices } from '../../app/offices.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import './buildings.css';

interface BuildingsProps {
  unitId: string | null;
  /** Whether this user names housekeepers. */
  keeps: boolean;
  /** Shows the residents of a building. */
  onOpen: (unitId: string, building: string) => void;
}

/** Who looks after which building. */
export function Buildings({ unitId, keeps, onOpen }: BuildingsProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const offices = useOffices();
  const queries = useQueryClient();
  const { data, error, isLoading, refetch } = useQuery({
    queryKey: ['residents', 'buildings', unitId],
    queryFn: () => request<{ items: BuildingView[] }>('GET', `/api/residents/buildings${unitId === null ? '' : `?unitId=${encodeURIComponent(unitId)}`}`),
  });
  const { data: staff } = useQuery({ queryKey: ['people', 'housekeepers', unitId], queryFn: () => request<{ items: StaffView[] }>('GET', `/api/staff?limit=100${unitId === null ? '' : `&unitId=${encodeURIComponent(unitId)}`}`), enabled: keeps });
  const name = useMutation({
    mutationFn: (input: { unitId: string; building: string; staffId: string | null }) => request<undefined>('PATCH', '/api/residents/housekeepers', input),
    onSuccess: () => void queries.invalidateQueries({ queryKey: ['residents'] }),
  });
  if (error && !data) return <Fault error={error} retry={() => void refetch()} />;
  if (isLoading || !data) return <p className="empty">{t('residents.loading')}</p>;
  if (data.items.length === 0) return <p className="empty">{t('residents.noBuildings')}</p>;
  return (
    <>
      <p className="quiet buildings-hint">{t('residents.buildingsHint')}</p>
      {name.isError && <p role="alert">{t('edit.notSaved', { why: reason(name.error) })}</p>}
      <table className="list buildings">
        <thead>
          <tr>
            <th scope="col">{t('residents.fields.building')}</th>
            <th scope="col" className="right">
              {t('residents.filesOf')}
            </th>
            <th scope="col">{t('residents.housekeeper')}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((one) => {
            const label = /^[\da-z]{1,4}$/i.test(one.written) ? t('residents.buildingName', { building: one.written }) : one.written;
            const colleagues = (staff?.items ?? []).filter((person) => person.unitId === one.unitId);
            return (
              <tr key={`${one.unitId} ${one.building}`}>
                <td>
                  <button type="button" className="text-key" onClick={() => onOpen(one.unitId, one.written)}>
                    {label}
                  </button>
                  {offices.length > 1 && unitId === null && <span className="resident-office quiet">{offices.find(({ id }) => id === one.unitId)?.name}</span>}
                </td>
                <td className="right">{one.residents}</td>
                <td>
                  {keeps ? (
                    <Select
                      aria-label={t('residents.housekeeperOf', { building: label })}
                      showSearch={{ optionFilterProp: 'label' }}
                      value={one.housekeeper?.staffId ?? ''}
                      onChange={(value) => name.mutate({ unitId: one.unitId, building: one.building, staffId: value === '' ? null : value })}
                      options={[
                        { value: '', label: t('residents.noHousekeeper') },
                        ...(one.housekeeper && !colleagues.some(({ id }) => id === one.housekeeper?.staffId) ? [{ value: one.housekeeper.staffId, label: one.housekeeper.name }] : []),
                        ...colleagues.map((person) => ({ value: person.id, label: [person.name, person.title, person.extension].filter(Boolean).join(' ') })),
                      ]}
                    />
                  ) : one.housekeeper ? (
                    <span dir="auto">
                      {one.housekeeper.name} <span className="quiet">{one.housekeeper.extension}</span>
                    </span>
                  ) : (
                    <span className="quiet">{t('residents.noHousekeeper')}</span>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}
