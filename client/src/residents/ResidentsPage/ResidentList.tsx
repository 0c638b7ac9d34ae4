import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ResidentRow } from '../../../../server/contract/resident.ts';
import { useOffices } from '../../app/offices.ts';
import { goTo } from '../../app/route.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { useHasDraft } from '../../edit/drafts.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { residentName } from '../residentName.ts';

/** The residents as a table, in the order of rooms. `residentId`: whose file stands beside it. */
export function ResidentList({ residents, residentId, more }: { residents: ResidentRow[]; residentId: string | null; more: (() => void) | null }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const hasDraft = useHasDraft();
  const severalOffices = new Set(residents.map(({ unitId }) => unitId)).size > 1;
  return (
    <>
      <table className="list resident-list">
        <thead>
          <tr>
            {(['address', 'name', 'occupancy', 'numbers'] as const).map((name) => (
              <th key={name} scope="col" className={`resident-${name}`}>
                {t(`residents.fields.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {residents.map((one) => (
            <tr key={one.id} data-row-of={one.id} aria-current={one.id === residentId ? 'true' : undefined} onClick={() => goTo(`/residents/${one.id}`)}>
              <td className="resident-address" dir="auto">
                {one.address || <span className="quiet">{t('residents.noAddress')}</span>}
                {severalOffices && <span className="quiet resident-office">{offices.find(({ id }) => id === one.unitId)?.name}</span>}
              </td>
              <td className="resident-name">
                <PageLink to={`/residents/${one.id}`} isRow>
                  <b dir="auto">{residentName(one)}</b>
                </PageLink>{' '}
                {hasDraft(`residents/${one.id}`) && <span className="chip ask">{t('edit.unsaved')}</span>}
              </td>
              <td className="resident-occupancy quiet">{t(`residents.occupancies.${one.occupancy}`)}</td>
              <td className="resident-numbers-of">
                {one.numbers.slice(0, 2).map((number) => (
                  <span key={number} className="nowrap">
                    {groupedNumber(number)}
                  </span>
                ))}
                {one.numbers.length > 2 && <span className="quiet">{t('residents.moreNumbers', { count: one.numbers.length - 2 })}</span>}
                {one.numbers.length === 0 && <span className="quiet">{t('residents.noNumber')}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more && (
        <Button className="resident-more" onClick={more}>
          {t('residents.more')}
        </Button>
      )}
    </>
  );
}
