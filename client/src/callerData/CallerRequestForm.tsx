import { useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrivacyPreview, PrivacyRequest } from '../../../server/contract/privacy.ts';
import { request } from '../app/request.ts';
import { useReason } from '../app/words.ts';
import { CallerCountsLine } from './CallerCountsLine.tsx';
import { saveAsFile } from './saveAsFile.ts';

type Said = { kind: 'preview'; preview: PrivacyPreview } | { kind: 'exported' } | { kind: 'erased'; request: PrivacyRequest } | { kind: 'refused'; why: string };

/** A caller asks for what is kept of him, or that it be erased. Erasing is looked at first, and asked for once more in the same place. */
export function CallerRequestForm({ unitId }: { unitId: string }) {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const queries = useQueryClient();
  const [number, setNumber] = useState('');
  const [why, setWhy] = useState('');
  const [said, setSaid] = useState<Said | null>(null);
  const [isBusy, setBusy] = useState(false);
  const isReady = number.trim() !== '' && why.trim() !== '';
  const asked = { unitId, number: number.trim(), reason: why.trim() };

  async function act(work: () => Promise<Said>): Promise<void> {
    setBusy(true);
    try {
      setSaid(await work());
      await queries.invalidateQueries({ queryKey: ['privacy', unitId] });
    } catch (error) {
      setSaid({ kind: 'refused', why: reasonOf(error) });
    } finally {
      setBusy(false);
    }
  }
  const preview = (): Promise<void> =>
    act(async () => {
      const reply = await request<{ preview: PrivacyPreview }>('POST', '/api/privacy/erase', { ...asked, preview: true });
      return { kind: 'preview', preview: reply.preview };
    });
  const erase = (): Promise<void> =>
    act(async () => {
      const reply = await request<{ request: PrivacyRequest }>('POST', '/api/privacy/erase', { ...asked, preview: false });
      setNumber('');
      return { kind: 'erased', request: reply.request };
    });
  const giveOut = (): Promise<void> =>
    act(async () => {
      saveAsFile('caller.json', JSON.stringify(await request<unknown>('POST', '/api/privacy/export', asked), null, 2));
      return { kind: 'exported' };
    });
  // What was looked at belongs to these words; others are looked at anew.
  const write = (set: (words: string) => void) => (words: string) => {
    set(words);
    setSaid(null);
  };

  return (
    <form
      className="sheet offices-sheet"
      aria-labelledby="privacy-request"
      onSubmit={(event) => {
        event.preventDefault();
        if (isReady) void preview();
      }}
    >
      <h2 id="privacy-request">{t('callerData.request')}</h2>
      <p className="quiet">{t('callerData.requestHint')}</p>
      <div className="edit-row">
        <label className="edit-label" htmlFor="privacy-number">
          {t('callerData.number')}
        </label>
        <Input id="privacy-number" value={number} autoComplete="off" onChange={(event) => write(setNumber)(event.target.value)} style={{ maxWidth: 280 }} />
      </div>
      <div className="edit-row">
        <label className="edit-label" htmlFor="privacy-why">
          {t('callerData.why')}
        </label>
        <div>
          <Input id="privacy-why" value={why} maxLength={500} aria-describedby="privacy-why-hint" onChange={(event) => write(setWhy)(event.target.value)} />
          <div className="edit-hint quiet" id="privacy-why-hint">
            {t('callerData.whyHint')}
          </div>
        </div>
      </div>
      <div className="privacy-keys">
        <Button disabled={!isReady || isBusy} onClick={() => void giveOut()}>
          {t('callerData.giveOut')}
        </Button>
        <Button htmlType="submit" disabled={!isReady || isBusy}>
          {t('callerData.look')}
        </Button>
      </div>
      <div role="status">{said && <Outcome said={said} isBusy={isBusy} onErase={() => void erase()} />}</div>
    </form>
  );
}

function Outcome({ said, isBusy, onErase }: { said: Said; isBusy: boolean; onErase: () => void }) {
  const { t } = useTranslation();
  switch (said.kind) {
    case 'refused':
      return <p className="edit-fault">{said.why}</p>;
    case 'exported':
      return <p>{t('callerData.exported')}</p>;
    case 'erased':
      return <p>{t(said.request.state === 'done' ? 'callerData.erased' : 'callerData.erasing')}</p>;
    case 'preview': {
      const { counts, sharing, inTheWay } = said.preview;
      const open = Object.entries(inTheWay).filter(([, ids]) => ids.length > 0) as [keyof typeof inTheWay, string[]][];
      const isNothing = Object.values(counts).every((count) => count === 0);
      if (isNothing) return <p>{t('callerData.nothing')}</p>;
      return (
        <div className="privacy-preview">
          <p>
            {t('callerData.wouldGo')} <CallerCountsLine counts={counts} />
          </p>
          {sharing > 0 && <p className="quiet">{t('callerData.sharing', { count: sharing })}</p>}
          {open.length > 0 ? (
            <p>
              <b>{t('callerData.inTheWay')}</b> {open.map(([kind, ids]) => t(`callerData.open.${kind}`, { count: ids.length })).join(t('callerData.comma'))}
            </p>
          ) : (
            <Button danger disabled={isBusy} onClick={onErase}>
              {t('callerData.erase')}
            </Button>
          )}
        </div>
      );
    }
  }
}
