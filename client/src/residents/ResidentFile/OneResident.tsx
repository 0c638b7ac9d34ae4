import { useTranslation } from 'react-i18next';
import { Fault } from '../../app/App/Fault.tsx';
import { useOffices } from '../../app/offices.ts';
import { residentName } from '../residentName.ts';
import { useResident } from '../useResidents.ts';
import { CallsAndSlips } from './CallsAndSlips.tsx';
import { Consents } from './Consents.tsx';
import { FileHistory } from './FileHistory.tsx';
import { OffTheList } from './OffTheList.tsx';
import { OtherFiles } from './OtherFiles.tsx';
import { ResidentEditor } from './ResidentEditor.tsx';
import './residentFile.css';

/** The file that was chosen: who he is, and everything that is known of him. */
export function OneResident({ id }: { id: string }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const { data: file, error, isPlaceholderData, refetch } = useResident(id);
  if (error && (!file || isPlaceholderData)) return <Fault error={error} retry={() => void refetch()} />;
  if (!file) return <p className="empty">{t('residents.loading')}</p>;
  const { resident, housekeeper } = file;
  return (
    <div aria-busy={isPlaceholderData}>
      <header className="resident-head">
        <h2 dir="auto">{residentName(resident)}</h2>
        <p className="quiet" dir="auto">
          {[resident.address, t(`residents.occupancies.${resident.occupancy}`), offices.length > 1 ? offices.find((office) => office.id === resident.unitId)?.name : ''].filter(Boolean).join(' · ')}
        </p>
        {housekeeper && (
          <p>
            <span className="quiet">{t('residents.housekeeper')}</span> <b dir="auto">{housekeeper.name}</b> {housekeeper.extension !== '' && t('residents.extension', { extension: housekeeper.extension })}
          </p>
        )}
        {resident.removedAt === null && resident.serviceNeeds !== '' && (
          <p className="resident-needs" dir="auto">
            {resident.serviceNeeds}
          </p>
        )}
      </header>
      {resident.removedAt !== null && <OffTheList resident={resident} />}
      <OtherFiles file={file} />
      <CallsAndSlips file={file} />
      {resident.removedAt === null && <ResidentEditor key={resident.id} file={file} />}
      <Consents file={file} />
      <FileHistory file={file} />
    </div>
  );
}
