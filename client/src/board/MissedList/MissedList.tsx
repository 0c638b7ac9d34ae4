import { skipToken, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard, MissedState } from '../../../../server/contract/card.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { callerName } from '../../desk/callerName.ts';
import { useAge } from '../../i18n/useAge.ts';
import { PageLink } from '../PageLink.tsx';
import { rowKeys } from '../rowKeys.ts';
import './missedList.css';
import { MissedRow } from './MissedRow.tsx';
import { reasonInWords } from './missedReason.ts';
import { useCalledAgain } from './useCalledAgain.ts';
import { useFollowUp } from './useFollowUp.ts';
import { useMissedCalls } from './useMissedCalls.ts';

interface Editing {
  card: CallCard;
  how: 'called-back' | 'dismissed';
  isSending: boolean;
  fault: unknown;
}

/** What was done last on this list, so that it can be undone. */
interface Done {
  card: CallCard;
  state: MissedState;
}

/** Calls to call back, oldest first. Each stays until somebody called back, or wrote why not; what colleagues do shows by itself. `most`: more than these are only counted. */
export function MissedList({ most = Infinity }: { most?: number }) {
  const { t } = useTranslation();
  const reason = useReason();
  const ageOf = useAge();
  const followUp = useFollowUp();
  const { data, error, refetch } = useMissedCalls();
  const list = useRef<HTMLUListElement>(null);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [undoFault, setUndoFault] = useState<unknown>(null);
  const open = data ?? [];
  const shown = open.slice(0, most);
  // What is being written about is not taken from under the hand when a colleague was faster: the row stays and says so.
  const goneId = editing && !shown.some(({ id }) => id === editing.card.id) ? editing.card.id : null;
  const { data: gone } = useQuery({ queryKey: ['calls', 'list', 'gone', goneId], queryFn: goneId === null ? skipToken : () => request<CallCard>('GET', `/api/calls/${goneId}`) });
  const pinned = goneId === null || editing === null ? null : (gone ?? editing.card);
  const rows = pinned ? [...shown, pinned].sort((a, b) => a.arrivedAt - b.arrivedAt) : shown;
  const calledAgain = useCalledAgain(rows);
  const nameOf = (card: CallCard): string => callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') });

  const focusRow = (callId: string | undefined): void => {
    const row = callId === undefined ? null : list.current?.querySelector<HTMLElement>(`[data-row-of="${CSS.escape(callId)}"] [data-row]`);
    (row ?? list.current)?.focus();
  };
  const send = async (card: CallCard, how: 'called-back' | 'dismissed', why: string): Promise<void> => {
    const place = rows.findIndex(({ id }) => id === card.id);
    const next = (rows[place + 1] ?? rows[place - 1])?.id;
    setEditing({ card, how, isSending: true, fault: null });
    try {
      const after = await followUp(card.id, how, why);
      setEditing(null);
      setUndoFault(null);
      setDone({ card: after, state: how });
      focusRow(next);
    } catch (fault) {
      setEditing({ card, how, isSending: false, fault });
    }
  };
  const undo = async (card: CallCard): Promise<void> => {
    try {
      setDone({ card: await followUp(card.id, 'open'), state: 'open' });
      setUndoFault(null);
      focusRow(card.id);
    } catch (fault) {
      setUndoFault(fault);
    }
  };
  return (
    <div className="missed">
      {error && <Fault error={error} retry={() => void refetch()} />}
      <div className="missed-done" role="status">
        {done && (
          <>
            {done.state === 'open'
              ? t('missed.wasPutBack', { who: nameOf(done.card) })
              : t('missed.noted', { who: nameOf(done.card), what: t(`calls.missedStates.${done.state}`) + (done.card.missed?.reason ? t('missed.colon') + reasonInWords(done.card.missed.reason, t) : '') })}
            {done.state !== 'open' && (
              <button type="button" className="text-key" onClick={() => void undo(done.card)}>
                {t('missed.putBack')}
              </button>
            )}
            {undoFault !== null && ` ${t('missed.failed', { why: reason(undoFault) })}`}
          </>
        )}
      </div>
      {data === undefined && !error && <p className="empty">{t('calls.loading')}</p>}
      {data && rows.length === 0 && (
        <p className="empty">
          <b>{t('missed.none')}</b>
          {t('missed.noneHint')}
        </p>
      )}
      <ul className="missed-list" ref={list} tabIndex={-1} aria-label={t('calls.missed')} data-rows onKeyDown={rowKeys}>
        {rows.map((card) => {
          const own = editing?.card.id === card.id ? editing : null;
          return (
            <MissedRow
              key={card.id}
              card={card}
              age={ageOf(card.arrivedAt)}
              again={calledAgain(card)}
              editing={own?.how ?? null}
              isSending={own?.isSending ?? false}
              fault={own?.fault == null ? null : reason(own.fault)}
              onEdit={(how) => {
                setEditing(how && { card, how, isSending: false, fault: null });
                if (how === null) focusRow(card.id);
              }}
              onDone={(how, why) => void send(card, how, why)}
            />
          );
        })}
      </ul>
      {open.length > shown.length && (
        <PageLink to="/calls?list=missed" className="missed-more">
          {t('missed.all', { n: open.length - shown.length })}
        </PageLink>
      )}
    </div>
  );
}
