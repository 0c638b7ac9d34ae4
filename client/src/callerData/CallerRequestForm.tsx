import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrivacyPreview, PrivacyRequest } from '../../../server/contract/privacy.ts';
import { Refusal, request } from '../app/request.ts';
import { useReason } from '../app/words.ts';
import { draftOf, keepDraft, useDraft } from '../edit/drafts.ts';
import { valuesOf, write } from '../edit/editState.ts';
import { RequestOutcome } from './RequestOutcome.tsx';
import type { CallerAsked, Said } from './RequestOutcome.tsx';
import { saveAsFile } from './saveAsFile.ts';
import { callerRequestsKey } from './useCallerRequests.ts';

const empty = { number: '', why: '' };

/**
 * A caller asks for what is kept of him, or that it be erased. Erasing is looked at first, and asked for once more in the same place. What is typed waits while its writer
 * settles what stands in the way on another page.
 */
export function CallerRequestForm({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const queries = useQueryClient();
  const name = `callerData/${unitId}`;
  const { number, why } = valuesOf(useDraft<typeof empty>(name), empty);
  const [said, setSaid] = useState<Said | null>(null);
  const [isNoNumber, setNoNumber] = useState(false);
  const [pending, setPending] = useState<'export' | 'look' | 'erase' | null>(null);
  const numberField = useRef<InputRef>(null);
  const outcome = useRef<HTMLDivElement>(null);
  // On a low screen it would come about below the edge.
  useEffect(() => {
    if (said) outcome.current?.scrollIntoView({ block: 'nearest' });
  }, [said]);
  const isReady = number.trim() !== '' && why.trim() !== '';
  const isBusy = pending !== null;

  const set = (field: keyof typeof empty, words: string): void => keepDraft(name, write(draftOf<typeof empty>(name), empty, field, words));
  // What was looked at belongs to these words; others are looked at anew.
  const type = (field: keyof typeof empty, words: string): void => {
    set(field, words);
    setSaid(null);
    setNoNumber(false);
  };

  async function act(what: NonNullable<typeof pending>, work: (asked: CallerAsked) => Promise<Said>): Promise<void> {
    setPending(what);
    setNoNumber(false);
    try {
      setSaid(await work({ unitId, number: number.trim(), reason: why.trim() }));
      await queries.invalidateQueries({ queryKey: callerRequestsKey(unitId) });
    } catch (error) {
      const isNumber = error instanceof Refusal && error.code === 'bad_input' && 'number' in error.fields;
      setNoNumber(isNumber);
      setSaid(isNumber ? null : { kind: 'refused', why: reasonOf(error) });
    } finally {
      setPending(null);
    }
  }
  async function look(of: CallerAsked, isAnew: boolean): Promise<Said> {
    const { preview } = await request<{ preview: PrivacyPreview }>('POST', '/api/privacy/erase', { ...of, preview: true });
    return { kind: 'preview', of, preview, isAnew };
  }
  async function giveOut(asked: CallerAsked): Promise<Said> {
    saveAsFile('caller.json', JSON.stringify(await request<unknown>('POST', '/api/privacy/export', asked), null, 2));
    return { kind: 'exported' };
  }
  async function erase(of: CallerAsked): Promise<Said> {
    try {
      const reply = await request<{ request: PrivacyRequest }>('POST', '/api/privacy/erase', { ...of, preview: false });
      set('number', '');
      return { kind: 'erased', request: reply.request };
    } catch (error) {
      // Something was opened since it was looked at: nothing is gone, and what there is now is shown.
      if (error instanceof Refusal && error.code === 'wrong_state') return await look(of, true);
      throw error;
    } finally {
      // The key that was pressed goes away.
      numberField.current?.focus();
    }
  }

  return (
    <form
      className="sheet offices-sheet"
      aria-labelledby="privacy-request"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady && !isBusy) void act('look', (asked) => look(asked, false));
      }}
    >
      <h2 id="privacy-request">{t('callerData.request')}</h2>
      <p className="quiet">{t('callerData.requestHint')}</p>
      <div className={`edit-row${isNoNumber ? ' wrong' : ''}`}>
        <label className="edit-label" htmlFor="privacy-number">
          {t('callerData.number')}
        </label>
        <div>
          <Input
            ref={numberField}
            id="privacy-number"
            value={number}
            readOnly={isBusy}
            status={isNoNumber ? 'error' : ''}
            aria-invalid={isNoNumber}
            {...(isNoNumber && { 'aria-describedby': 'privacy-number-fault' })}
            maxLength={60}
            autoComplete="off"
            onChange={(event) => type('number', event.target.value)}
            style={{ maxWidth: 280 }}
          />
          {isNoNumber && (
            <p className="edit-fault" role="alert" id="privacy-number-fault">
              {t('edit.faults.no-number')}
            </p>
          )}
        </div>
      </div>
      <div className="edit-row">
        <label className="edit-label" htmlFor="privacy-why">
          {t('callerData.why')}
        </label>
        <div>
          <Input id="privacy-why" value={why} readOnly={isBusy} maxLength={500} aria-describedby="privacy-why-hint" onChange={(event) => type('why', event.target.value)} />
          <div className="edit-hint quiet" id="privacy-why-hint">
            {t('callerData.whyHint')}
          </div>
        </div>
      </div>
      <div className="privacy-keys">
        <Button disabled={!isReady || (isBusy && pending !== 'export')} loading={pending === 'export'} onClick={() => void act('export', giveOut)}>
          {t('callerData.giveOut')}
        </Button>
        <Button htmlType="submit" disabled={!isReady || (isBusy && pending !== 'look')} loading={pending === 'look'}>
          {t('callerData.look')}
        </Button>
      </div>
      <div role="status" ref={outcome}>
        {said && <RequestOutcome said={said} isBusy={isBusy} isErasing={pending === 'erase'} onErase={(of) => void act('erase', () => erase(of))} />}
      </div>
    </form>
  );
}
