import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { matchName } from '../callerName.ts';

/** Who may be on the line. Nobody is picked; taking one over writes his name and address into the slip. */
export function CallerFile({ card, onTake }: { card: CallCard; onTake: ((name: string, address: string) => void) | null }) {
  const { t } = useTranslation();
  const { matches } = card.caller;
  return (
    <section>
      <h2>
        {t('live.who')}
        <small>{matches.length === 0 ? t('live.whoNone') : matches.length === 1 ? t('live.whoOne') : t('live.whoMany', { count: matches.length })}</small>
      </h2>
      {matches.map((match) => (
        <div className="caller-row" key={match.residentId}>
          <span>
            <b>{matchName(match)}</b> {match.address} <span className="quiet">{t(`ringing.${match.occupancy}`)}</span>
          </span>
          {onTake && (
            <button type="button" className="text-key" onClick={() => onTake(matchName(match), match.address)}>
              {t('live.isThis')}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
