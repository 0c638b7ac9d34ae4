import { useTranslation } from 'react-i18next';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useAgents, useLiveCalls } from '../../live/keys.ts';
import { useNow } from '../../live/serverClock.ts';
import { EarlierCall, OpenSlip } from '../CallerFile/OpenForCaller.tsx';
import { useCallerFile } from '../CallerFile/useCallerFile.ts';
import { callerName, matchName } from '../callerName.ts';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { ringClock } from '../rings.ts';
import './ringingWork.css';

/** Who may be calling: everybody on file under the number, compared row by row. And whoever else rings. */
export function RingingWork() {
  const { t } = useTranslation();
  const { ringing, answer } = useDesk();
  const cards = useLiveCalls();
  const agents = useAgents();
  const now = useNow(250);
  const [call] = ringing;
  const file = useCallerFile(call?.id ?? null);
  if (!call) return null;
  const { matches, number } = call.caller;
  // An agent's phone rings for one call at a time; what rings for colleagues is told, so that nobody wonders who has it.
  const others = cards.filter(({ id, state }) => state === 'ringing' && id !== call.id);
  return (
    <div className="work whole">
      <section className="sheet" aria-label={t('live.who')}>
        <table className="compare">
          <colgroup>
            <col className="compare-label" />
          </colgroup>
          <tbody>
            <tr className="middle">
              <th scope="row">{t('ringing.number')}</th>
              <td colSpan={Math.max(1, matches.length)}>
                <b className="compare-number">{number === null ? t('ringing.hidden') : groupedNumber(number)}</b>
                {call.caller.city !== null && <span>{call.caller.city}</span>}
                <span>{matches.length === 0 ? t('ringing.unregistered') : t('ringing.registered', { count: matches.length })}</span>
              </td>
            </tr>
            {matches.length > 0 && (
              <>
                <tr className="large">
                  <th scope="row">{t('ringing.maybe')}</th>
                  {matches.map((match) => (
                    <td key={match.residentId}>{matchName(match)}</td>
                  ))}
                </tr>
                <tr className="middle">
                  <th scope="row">{t('ringing.address')}</th>
                  {matches.map((match) => (
                    <td key={match.residentId}>{match.address}</td>
                  ))}
                </tr>
                <tr>
                  <th scope="row">{t('ringing.occupancy')}</th>
                  {matches.map((match) => (
                    <td key={match.residentId}>{t(`ringing.${match.occupancy}`)}</td>
                  ))}
                </tr>
              </>
            )}
            {file && (
              <>
                <tr>
                  <th scope="row">{t('live.openFor')}</th>
                  <td colSpan={Math.max(1, matches.length)}>
                    {file.openSlips.length === 0 ? <span className="quiet">{t('live.openNone')}</span> : file.openSlips.slice(0, 4).map((slip) => <div key={slip.id} className="one-line"><OpenSlip slip={slip} /></div>)}
                  </td>
                </tr>
                <tr>
                  <th scope="row">{t('live.lastCalls')}</th>
                  <td colSpan={Math.max(1, matches.length)}>
                    {file.calls.length === 0 ? <span className="quiet">{t('live.openNone')}</span> : file.calls.slice(0, 3).map((card) => <div key={card.id} className="one-line"><EarlierCall card={card} /></div>)}
                  </td>
                </tr>
              </>
            )}
          </tbody>
        </table>
        {others.length > 0 && (
          <div className="also-ringing">
            <h2>
              {t('ringing.several')}
              <small>{t('ringing.alsoRinging', { count: others.length })}</small>
            </h2>
            {others.map((other) => {
              const { ring } = ringClock(other.arrivedAt, other.rings.cycleMs, now);
              return (
                <div key={other.id} className="also-row">
                  <b className={`ring-${ring}`}>{t('stage.ring', { n: ring })}</b>
                  <span>{other.unit.name}</span>
                  <span className="one-line">{callerName(other, { or: t('ringing.or'), hidden: t('ringing.hidden') })}</span>
                  {ringing.some(({ id }) => id === other.id) ? (
                    <button type="button" className="text-key" onClick={() => answer(other.id)}>
                      {t('ringing.answer')}
                    </button>
                  ) : (
                    <span className="quiet">{t('ringing.ringsAt', { names: other.offeredTo.map((id) => agents.find((agent) => agent.id === id)?.name ?? id).join(t('ringing.and')) })}</span>
                  )}
                </div>
              );
            })}
          </div>
        )}
      </section>
    </div>
  );
}
