import { Button, Input } from 'antd';
import { useCallback, useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { CallCard } from '../../../../server/contract/card.ts';
import { longestNote } from '../../../../server/contract/matterNames.ts';
import type { NoteName } from '../../../../server/contract/matter.ts';
import { useReason } from '../../app/words.ts';
import { keepCard } from '../../live/keepNews.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { noteSaver } from './noteSaver.ts';
import './noteField.css';

interface NoteFieldProps {
  card: CallCard;
  name: NoteName;
  label: string;
  placeholder: string;
  /** Several lines. */
  isArea?: boolean;
}

/** One line of the call's record, saved as it is typed. */
export function NoteField({ card, name, label, placeholder, isArea = false }: NoteFieldProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const { send, connection } = useLive();
  const { user } = useDesk();
  const stored = card.notes[name] ?? '';
  const saver = useMemo(
    () => noteSaver(card.id, name, async (note) => keepCard(queries, await send('call:note', { callId: card.id, ...note }), user.id)),
    [card.id, name, queries, send, user.id],
  );
  const noting = useSyncExternalStore(useCallback((listener: () => void) => saver.subscribe(listener), [saver]), saver.noting);
  useEffect(() => {
    if (connection === 'live') saver.retry();
  }, [connection, saver]);
  const common = {
    id: `note-${name}`,
    'aria-label': label,
    value: noting.typed ?? stored,
    placeholder,
    maxLength: longestNote,
    dir: 'auto',
    autoComplete: 'off',
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) => saver.edit(event.target.value, stored),
  } as const;
  return (
    <div className="note" data-note={name} data-saving={noting.state}>
      <label htmlFor={common.id}>{label}</label>
      <div>
        {isArea ? <Input.TextArea {...common} autoSize={{ minRows: 2, maxRows: 6 }} /> : <Input {...common} variant="underlined" />}
        {noting.state === 'conflict' && (
          <p role="alert" className="note-conflict">
            {t('notes.conflict')} <q dir="auto">{stored}</q>
            <Button size="small" onClick={() => saver.keepMine(stored)}>
              {t('notes.mine')}
            </Button>
            <Button size="small" onClick={saver.takeTheirs}>
              {t('notes.theirs')}
            </Button>
          </p>
        )}
        {(noting.state === 'waiting' || noting.state === 'failed') && (
          <p role="status" className="quiet">
            {noting.state === 'waiting' ? t('slip.waiting') : t('slip.failed', { why: reason(noting.error) })}
          </p>
        )}
      </div>
    </div>
  );
}
