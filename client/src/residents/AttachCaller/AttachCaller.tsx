import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { ResidentRow } from '../../../../server/contract/resident.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { residentName } from '../residentName.ts';
import { useAttach } from '../useAttach.ts';
import type { AttachHow } from '../useAttach.ts';
import { saidOf } from './saidOf.ts';
import './attachCaller.css';

const findId = 'attach-find';
const nameId = 'attach-name';

const focus = (id: string): void => void setTimeout(() => document.getElementById(id)?.focus());

interface AttachCallerProps {
  card: CallCard;
  /** What is written about the caller on the slip of this call. */
  slip: Slip | null;
}

/**
 * Who the caller is, when his number did not tell: one key opens the find line, typing finds, Enter puts him on that file. The same key again makes a new file of
 * what is written on the slip already; where no name is written yet, it asks for one.
 */
export function AttachCaller({ card, slip }: AttachCallerProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const [mode, setMode] = useState<'closed' | 'find' | 'new'>('closed');
  const [query, setQuery] = useState('');
  const [marked, setMarked] = useState(0);
  const [isEager, setIsEager] = useState(false);
  const [name, setName] = useState('');
  const [address, setAddress] = useState('');
  const attach = useAttach(card);
  const { mutate, isPending } = attach;
  const said = saidOf(card, slip);
  const asked = query.trim();
  const { data, isFetching, isPlaceholderData } = useQuery({
    queryKey: ['residents', 'attach', card.unit.id, asked],
    queryFn: () => request<{ items: ResidentRow[] }>('GET', `/api/residents?${new URLSearchParams({ q: asked, limit: '5', ...(card.unit.id !== null && { unitId: card.unit.id }) }).toString()}`),
    enabled: mode === 'find' && asked !== '',
    placeholderData: keepPreviousData,
    staleTime: 5000,
  });
  const found = asked === '' ? [] : (data?.items ?? []);
  const isCurrent = data !== undefined && !isPlaceholderData;

  const open = (): void => {
    setMode('find');
    setQuery(said.name);
    setMarked(0);
    focus(findId);
  };
  const close = (): void => {
    setMode('closed');
    setQuery('');
    setIsEager(false);
  };
  const put = (how: AttachHow): void => {
    if (isPending) return;
    mutate(how, { onSuccess: close });
  };
  const makeNew = (): void => {
    const called = said.name || (/\d/.test(asked) ? '' : asked);
    if (called !== '' && mode !== 'new') return put({ new: { name: called, title: '', address: said.address, occupancy: 'owner' } });
    setName(called);
    setAddress(said.address || (/\d/.test(asked) ? asked : ''));
    setMode('new');
    focus(nameId);
  };
  useDeskKeys({ 'Alt W': () => (mode === 'closed' ? open() : mode === 'find' ? makeNew() : undefined) });

  // Enter came before the answer to what was typed: the first of that answer is meant, not one of an older list.
  useEffect(() => {
    if (!isEager || !isCurrent) return;
    setIsEager(false);
    const [first] = data.items;
    if (first) mutate({ residentId: first.id }, { onSuccess: close });
  }, [isEager, isCurrent, data, mutate]);

  if (mode === 'closed') {
    return (
      <div className="attach-line">
        <button type="button" className="text-key" onClick={open}>
          {t(card.caller.matches.length === 0 ? 'residents.attach.find' : card.caller.confirmedId === null ? 'residents.attach.other' : 'residents.attach.change')} <kbd>Alt W</kbd>
        </button>
        {card.caller.attached && (
          <button type="button" className="text-key" disabled={isPending} onClick={() => put({ undo: true })}>
            {t('residents.attach.undo')}
          </button>
        )}
        {attach.isError && <span role="alert">{t('residents.attach.failed', { why: reason(attach.error) })}</span>}
      </div>
    );
  }

  if (mode === 'new') {
    return (
      <form
        className="attach-new"
        aria-label={t('residents.attach.new')}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') put({ new: { name: name.trim(), title: '', address: address.trim(), occupancy: 'owner' } });
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          close();
        }}
      >
        <Input id={nameId} aria-label={t('residents.fields.name')} placeholder={t('residents.fields.name')} value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />
        <Input aria-label={t('residents.fields.address')} placeholder={t('residents.attach.addressHint')} value={address} maxLength={200} onChange={(event) => setAddress(event.target.value)} />
        <Button htmlType="submit" type="primary" loading={isPending} disabled={name.trim() === ''}>
          {t('residents.attach.make')} <kbd>↵</kbd>
        </Button>
        <Button onClick={close}>
          {t('residents.attach.no')} <kbd>Esc</kbd>
        </Button>
        {attach.isError && <span role="alert">{t('residents.attach.failed', { why: reason(attach.error) })}</span>}
      </form>
    );
  }

  return (
    <div className="attach-find">
      <Input
        id={findId}
        role="combobox"
        value={query}
        aria-expanded={found.length > 0}
        aria-controls="attach-found"
        aria-activedescendant={found[marked] ? `attach-${found[marked].id}` : undefined}
        aria-label={t('residents.attach.search')}
        placeholder={t('residents.attach.search')}
        maxLength={100}
        autoComplete="off"
        suffix={<kbd>Esc</kbd>}
        onChange={(event) => {
          setQuery(event.target.value);
          setMarked(0);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setMarked((at) => Math.max(0, Math.min(at + 1, found.length - 1)));
          else if (event.key === 'ArrowUp') setMarked((at) => Math.max(at - 1, 0));
          else if (event.key === 'Enter' && !event.altKey && isCurrent && found[marked]) put({ residentId: found[marked].id });
          else if (event.key === 'Enter' && !event.altKey) setIsEager(asked !== '' && !isCurrent);
          else if (event.key === 'Escape') close();
          else return;
          event.preventDefault();
        }}
      />
      <div id="attach-found" role="listbox" aria-label={t('residents.attach.search')}>
        {found.map((one, at) => (
          <button key={one.id} id={`attach-${one.id}`} type="button" role="option" aria-selected={at === marked} className="found" onClick={() => put({ residentId: one.id })}>
            <span dir="auto">
              <b>{residentName(one)}</b> {one.address}
            </span>
            <span className="quiet nowrap">{one.numbers[0] === undefined ? t('residents.noNumber') : groupedNumber(one.numbers[0])} {at === marked && <kbd>↵</kbd>}</span>
          </button>
        ))}
      </div>
      {asked !== '' && isCurrent && found.length === 0 && !isFetching && <p className="quiet">{t('residents.attach.nobody')}</p>}
      <div className="attach-line">
        <button type="button" className="text-key" disabled={isPending} onClick={makeNew}>
          {said.name === '' && (asked === '' || /\d/.test(asked)) ? t('residents.attach.new') : t('residents.attach.newOf', { name: said.name || asked, address: said.address })} <kbd>Alt W</kbd>
        </button>
        {attach.isError && <span role="alert">{t('residents.attach.failed', { why: reason(attach.error) })}</span>}
      </div>
    </div>
  );
}
