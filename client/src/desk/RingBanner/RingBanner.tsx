import { useTranslation } from 'react-i18next';
import { usePage } from '../../app/pages.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useCallerFile } from '../CallerFile/useCallerFile.ts';
import { matchName } from '../callerName.ts';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { Stage } from '../Stage/Stage.tsx';
import './ringBanner.css';

/** While it rings the stage stands above every page: the office to announce, the arcs, and everybody who may be calling. The page moves down; nothing is covered. */
export function RingBanner() {
  const { t } = useTranslation();
  const { user, mode, call } = useDesk();
  const page = usePage(user.role);
  const isShown = mode === 'ringing' && page !== 'desk';
  const file = useCallerFile(isShown && call ? call.id : null);
  if (!isShown || !call) return null;
  const { matches, number, city } = call.caller;
  return (
    <div className="ring-banner">
      <Stage />
      <p className="ring-banner-who">
        {matches.length === 0 ? (
          <span>
            <b>{number === null ? t('ringing.hidden') : groupedNumber(number)}</b> {city} {t('ringing.unregistered')}
          </span>
        ) : (
          matches.map((match) => (
            <span key={match.residentId} dir="auto">
              <b>{matchName(match)}</b> {match.address}
            </span>
          ))
        )}
        {file && file.openSlips.length > 0 && (
          <span>
            {t('live.openFor')} <b>{file.openSlips.length}</b>
          </span>
        )}
      </p>
    </div>
  );
}
