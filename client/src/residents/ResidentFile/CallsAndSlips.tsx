import { useTranslation } from 'react-i18next';
import type { ResidentFile } from '../../../../server/contract/resident.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { EarlierCall, OpenSlip } from '../../desk/CallerFile/OpenForCaller.tsx';

/** What came of his numbers, newest first. */
export function CallsAndSlips({ file: { calls, slips } }: { file: ResidentFile }) {
  const { t } = useTranslation();
  return (
    <section className="resident-part">
      <h3>{t('residents.parts.slips')}</h3>
      <ul className="resident-lines">
        {slips.map((slip) => (
          <li key={slip.id}>
            <PageLink to={`/slips/${slip.id}`}>
              <OpenSlip slip={slip} />
            </PageLink>
          </li>
        ))}
        {slips.length === 0 && <li className="quiet">{t('residents.none.slips')}</li>}
      </ul>
      <h3>{t('residents.parts.calls')}</h3>
      <ul className="resident-lines">
        {calls.map((card) => (
          <li key={card.id}>
            <PageLink to={`/calls/${card.id}`}>
              <EarlierCall card={card} />
            </PageLink>
          </li>
        ))}
        {calls.length === 0 && <li className="quiet">{t('residents.none.calls')}</li>}
      </ul>
    </section>
  );
}
