import { useTranslation } from 'react-i18next';
import type { CallCard, CallerMatch } from '../../../../server/contract/card.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { AttachCaller } from '../../residents/AttachCaller/AttachCaller.tsx';
import { matchName } from '../callerName.ts';
import { CallerPromises } from '../../tasks/CallerPromises.tsx';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { OpenForCaller } from './OpenForCaller.tsx';
import './callerFile.css';

const letters = ['A', 'B', 'C', 'D', 'E'] as const;

/** Who may be on the line. Nobody is picked: letters confirm whom the agent made sure of, again takes it back. */
export function CallerFile({ card }: { card: CallCard }) {
  const { t } = useTranslation();
  const { confirmCaller, draft } = useDesk();
  const { matches, confirmedId } = card.caller;
  const toggle = (match: CallerMatch | undefined) => (): void => {
    if (match) confirmCaller(match.residentId === confirmedId ? null : match);
  };
  useDeskKeys({ 'Alt A': toggle(matches[0]), 'Alt B': toggle(matches[1]), 'Alt C': toggle(matches[2]), 'Alt D': toggle(matches[3]), 'Alt E': toggle(matches[4]) });
  const isSure = confirmedId !== null;
  const shown = isSure ? matches.filter(({ residentId }) => residentId === confirmedId) : matches;
  return (
    <section className="caller-file">
      <h2>
        {t('live.who')}
        {!isSure && <small>{matches.length === 0 ? t('live.whoNone') : matches.length === 1 ? t('live.whoOne') : t('live.whoMany', { count: matches.length })}</small>}
      </h2>
      {shown.map((match) => (
        <div className="caller-row" key={match.residentId} data-confirmed={isSure}>
          {isSure ? <span className="chip">{t('live.confirmed')}</span> : <kbd>Alt {letters[matches.indexOf(match)] ?? ''}</kbd>}
          <span className="caller-name" dir="auto">
            <b>{matchName(match)}</b> {match.address} <span className="quiet">{t(`ringing.${match.occupancy}`)}</span>
            {match.housekeeper && <small className="quiet nowrap caller-keeper">{t('residents.housekeeper')} {match.housekeeper.name}</small>}
          </span>
          <button type="button" className="text-key" onClick={toggle(match)}>
            {t(isSure ? 'live.notThis' : 'live.isThis')}
          </button>
        </div>
      ))}
      <AttachCaller key={card.id} card={card} slip={draft.slip} />
      <CallerPromises card={card} />
      <OpenForCaller card={card} />
    </section>
  );
}
