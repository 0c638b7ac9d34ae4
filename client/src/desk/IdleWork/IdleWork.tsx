import { useTranslation } from 'react-i18next';
import { MissedList } from '../../board/MissedList/MissedList.tsx';
import { useMissedCount } from '../../board/MissedList/useMissedCalls.ts';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { ShiftStart } from '../ShiftStart/ShiftStart.tsx';
import { PressingTasks } from '../../tasks/PressingTasks.tsx';
import './idleWork.css';
import { UnfinishedSlips } from './UnfinishedSlips.tsx';

/** Rows on the desk; the whole list stands on the page of calls. */
const missedShown = 50;

/** What waits while nothing rings: calls that nobody heard out, slips that are not finished. */
export function IdleWork() {
  const { t } = useTranslation();
  const { user } = useDesk();
  const missed = useMissedCount();
  return (
    <div className="work idle-work">
      <section className="sheet idle-sheet">
        <ShiftStart user={user} />
        <PressingTasks />
        <h2>
          {t('calls.missed')} {missed ?? ''}
          {missed !== null && missed > 0 && (
            <small>
              {t('missed.oldestFirst')}
              <span className="idle-keys">{t('missed.keysHint')}</span>
            </small>
          )}
        </h2>
        <MissedList most={missedShown} />
      </section>
      <UnfinishedSlips />
    </div>
  );
}
