import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { callerName } from '../../desk/callerName.ts';
import { shortWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import { CopyNumber } from '../CopyNumber/CopyNumber.tsx';
import { PageLink } from '../PageLink.tsx';
import { FollowUpLine } from './FollowUpLine.tsx';
import { MissedState } from './MissedState.tsx';
import { whatHappened } from './whatHappened.ts';

/** `age` in words, since the call came. `editing`: which line stands open below the row; null: none. `fault`: why the last try was not stored, in words; null: it was, or there was none. */
export interface MissedRowProps {
  card: CallCard;
  age: string;
  /** The call in which the same number was heard after all. */
  again: CallCard | null;
  editing: 'called-back' | 'dismissed' | null;
  isSending: boolean;
  fault: string | null;
  onEdit: (how: 'called-back' | 'dismissed' | null) => void;
  onDone: (how: 'called-back' | 'dismissed', reason: string) => void;
}

/** One call that waits to be called back: who, where, what happened, when, for how long, and the two ways to be done with it. */
export function MissedRow({ card, age, again, editing, isSending, fault, onEdit, onDone }: MissedRowProps) {
  const { t } = useTranslation();
  const { caller } = card;
  const who = callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') });
  const when = (at: number): string => shortWhen(at, serverNow(), uiLanguage());
  // Of two who live together one address is enough.
  const addresses = [...new Set(caller.matches.map(({ address }) => address))];
  const isKnown = caller.matches.length > 0;
  return (
    <li className="missed-row" data-row-of={card.id} data-missed={card.missed?.state}>
      <span className="missed-who">
        <PageLink to={`/calls/${card.id}`} isRow>
          <b dir="auto">{who}</b>
        </PageLink>
        {caller.number !== null && <CopyNumber number={caller.number} isShort={!isKnown} />}
      </span>
      <span className="missed-where" dir="auto">
        {isKnown ? addresses.join(t('ringing.or')) : caller.number === null ? '' : t('ringing.unknown')}
      </span>
      <span className="missed-what">
        {whatHappened(card, t)}
        {again && (
          <PageLink to={`/calls/${again.id}`} className="missed-again">
            {t(again.endedAt === null ? 'missed.againNow' : 'missed.again', { when: when(again.arrivedAt), name: again.agent?.name ?? '' })}
          </PageLink>
        )}
      </span>
      <span className="missed-when">{when(card.arrivedAt)}</span>
      <b className="missed-age">{age}</b>
      <span className="missed-acts">
        <button type="button" className="text-key" data-key="b" aria-expanded={editing === 'called-back'} onClick={() => onEdit(editing === 'called-back' ? null : 'called-back')}>
          {t('missed.calledBack')}
        </button>
        <button type="button" className="text-key" data-key="d" aria-expanded={editing === 'dismissed'} onClick={() => onEdit(editing === 'dismissed' ? null : 'dismissed')}>
          {t('missed.dismiss')}
        </button>
      </span>
      {card.missed && card.missed.state !== 'open' && (
        <span className="missed-just" role="status">
          {t('missed.justHandled')} <MissedState missed={card.missed} />
        </span>
      )}
      {editing && <FollowUpLine key={editing} callId={card.id} how={editing} who={who} isSending={isSending} onDone={(reason) => onDone(editing, reason)} onCancel={() => onEdit(null)} />}
      {fault !== null && (
        <span className="missed-fault" role="alert">
          {t('missed.failed', { why: fault })}
        </span>
      )}
    </li>
  );
}
