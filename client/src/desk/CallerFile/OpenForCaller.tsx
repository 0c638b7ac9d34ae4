import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { useStandingWords } from '../../slips/standing/useStandingWords.ts';
import { backAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import { useCallerFile } from './useCallerFile.ts';

/** One line of an earlier slip: to whom, what, how far. */
export function OpenSlip({ slip }: { slip: Slip }) {
  const { t } = useTranslation();
  const { standing } = useStandingWords();
  const answer = slip.delivery?.acts.findLast(({ what, words }) => words !== '' && (what === 'replied' || what === 'called-back' || what === 'done'))?.words;
  return (
    <span dir="auto">
      <b>{t('slip.for', { name: slip.recipient || t('slip.list.frontDesk') })}</b> {slip.message || (slip.recordingUrl ? t('slip.list.recording') : '')} <span className="quiet">{standing(slip).now}</span>
      {answer !== undefined && <b className="caller-answer">“{answer}”</b>}
    </span>
  );
}

/** One line of an earlier call: when, what about, how it ended. */
export function EarlierCall({ card }: { card: CallCard }) {
  const { t } = useTranslation();
  const confirmed = card.caller.matches.find(({ residentId }) => residentId === card.caller.confirmedId);
  const parts = [card.matter && t(`matter.names.${card.matter}`), card.outcome && t(`calls.outcomes.${card.outcome}`), confirmed?.name, card.agent?.name].filter((part) => part !== null && part !== undefined && part !== '');
  return (
    <span>
      {backAt(card.arrivedAt, serverNow(), uiLanguage())} <span className="quiet">{parts.join(' · ')}</span>
    </span>
  );
}

/** What is still open for this caller comes first; his last calls behind it. */
export function OpenForCaller({ card }: { card: CallCard }) {
  const { t } = useTranslation();
  const file = useCallerFile(card.id);
  if (!file || (file.openSlips.length === 0 && file.calls.length === 0)) return null;
  return (
    <ul className="open-for">
      {file.openSlips.slice(0, 3).map((slip) => (
        <li key={slip.id} className="one-line">
          <span className="chip ask">{t('live.openFor')}</span> <OpenSlip slip={slip} />
        </li>
      ))}
      {file.calls.slice(0, 2).map((call) => (
        <li key={call.id} className="one-line">
          <span className="chip">{t('live.lastCalls')}</span> <EarlierCall card={call} />
        </li>
      ))}
    </ul>
  );
}
