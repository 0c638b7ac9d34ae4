import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../server/contract/people.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { request } from '../../app/request.ts';
import { useStanding } from '../../desk/FindPerson/useStanding.ts';

interface PassOnProps {
  slip: Slip;
  isBusy: boolean;
  onPass: (staffId: string, words: string) => void;
  onLeave: () => void;
}

/** As many as can be compared at a glance. */
const most = 5;

/** Passes a message on to somebody of its office, with a word. */
export function PassOn({ slip, isBusy, onPass, onLeave }: PassOnProps) {
  const { t } = useTranslation();
  const standing = useStanding();
  const [typed, setTyped] = useState('');
  const [words, setWords] = useState('');
  const { data } = useQuery({
    queryKey: ['people', 'pass', typed.trim()],
    queryFn: () => request<{ items: PersonView[] }>('GET', `/api/people?limit=20&q=${encodeURIComponent(typed.trim().slice(0, 100))}`),
    enabled: typed.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const found = typed.trim() === '' ? [] : (data?.items ?? []).filter(({ unitId, id }) => unitId === slip.unitId && id !== slip.delivery?.holder.id).slice(0, most);
  return (
    <form
      className="slip-act-form"
      onSubmit={(event) => {
        event.preventDefault();
        const [only] = found;
        if (only && found.length === 1) onPass(only.id, words.trim());
      }}
    >
      <Input autoFocus aria-label={t('delivery.act.passWho')} placeholder={t('delivery.act.passWho')} value={typed} maxLength={100} autoComplete="off" onChange={(event) => setTyped(event.target.value)} />
      <Input aria-label={t('delivery.act.passWords')} placeholder={t('delivery.act.passWords')} value={words} maxLength={500} autoComplete="off" readOnly={isBusy} onChange={(event) => setWords(event.target.value)} />
      <div className="slip-act-found" aria-live="polite">
        {found.map((person) => (
          <Button key={person.id} size="small" disabled={isBusy} onClick={() => onPass(person.id, words.trim())}>
            <b>{person.name}</b> {person.title} {person.extension} <span className="quiet">{standing(person)}</span>
          </Button>
        ))}
        {typed.trim() !== '' && data && found.length === 0 && <span className="quiet">{t('delivery.act.passNone')}</span>}
      </div>
      <Button size="small" type="text" onClick={onLeave}>
        {t('delivery.act.leave')} <kbd>Esc</kbd>
      </Button>
    </form>
  );
}
