import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQueryClient } from '@tanstack/react-query';
import type { ImportKind, ImportView } from '../../../../server/contract/imports.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { Refusal } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { useReason } from '../../app/words.ts';
import { useEscape } from '../../board/useEscape.ts';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { uiLanguage } from '../../i18n/i18n.ts';
import { beginUpload, goOnUploading } from '../uploadFile.ts';
import { importKey, useImport } from '../useImport.ts';
import { ExportSheet } from './ExportSheet.tsx';
import { FileDrop } from './FileDrop.tsx';
import { ImportWork } from './ImportWork.tsx';
import { OfficeChoice } from './OfficeChoice.tsx';
import './importPage.css';

const listOf = { staff: '/people', residents: '/residents' } as const;

/** Lists come in and go out. An import has an address of its own: a lost connection, a reload or another day comes back to it. */
export function ImportPage({ kind, importId }: { kind: ImportKind; importId: string | null }) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const mode = useDeskMode();
  const home = `${listOf[kind]}/import`;
  const [unitId, setUnitId] = useState<string | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [isLost, setIsLost] = useState(false);
  const [trouble, setTrouble] = useState<unknown>(null);
  const [isOther, setIsOther] = useState(false);
  const { data: view, error, refetch } = useImport(importId);
  useEscape(mode !== 'ringing', () => goTo(listOf[kind]));

  const send = async (file: File, office: string): Promise<void> => {
    const begun = view?.state === 'uploading' ? view : null;
    setTrouble(null);
    setIsOther(begun !== null && (begun.fileName !== file.name || begun.size !== file.size));
    if (begun && (begun.fileName !== file.name || begun.size !== file.size)) return;
    setIsSending(true);
    const onView = (next: ImportView): void => {
      queries.setQueryData(importKey(next.id), next);
      goTo(`${home}/${next.id}`);
    };
    const upload = { kind, unitId: office, file, onView: begun ? (next: ImportView) => void queries.setQueryData(importKey(next.id), next) : onView, onLost: setIsLost };
    try {
      await (begun ? goOnUploading(upload, begun) : beginUpload(upload));
    } catch (cause) {
      setTrouble(cause);
    } finally {
      setIsSending(false);
      setIsLost(false);
    }
  };

  const isGone = error instanceof Refusal && error.code === 'not_found';
  return (
    <div className="page imports">
      <div className="page-head">
        <Button onClick={() => goTo(listOf[kind])}>
          {t('imports.back')} <kbd>Esc</kbd>
        </Button>
        <h1>{t(`imports.titles.${kind}`)}</h1>
      </div>
      {trouble !== null && (
        <p className="import-note" role="alert">
          {t('imports.trouble', { why: trouble instanceof Refusal && trouble.code === 'too_large' ? t('imports.failures.too-large') : reason(trouble) })}
        </p>
      )}
      {importId === null && (
        <div className="import-start">
          <OfficeChoice unitId={unitId} onChange={setUnitId}>
            {(office) => (
              <>
                <section className="sheet">
                  <h2>{t('imports.bring')}</h2>
                  <FileDrop isBusy={isSending} onFile={(file) => void send(file, office)} />
                  <p className="quiet">{t('imports.limits')}</p>
                  <p className="quiet">
                    <a href={`/api/templates/${kind}?language=${uiLanguage()}`} download>
                      {t('imports.template')}
                    </a>
                    {'　'}
                    {t('imports.templateHint')}
                  </p>
                </section>
                <ExportSheet kind={kind} unitId={office} />
              </>
            )}
          </OfficeChoice>
        </div>
      )}
      {importId !== null && isGone && (
        <div className="sheet empty import-over">
          <b>{t('imports.gone')}</b>
          <Button onClick={() => goTo(home)}>{t('imports.another')}</Button>
        </div>
      )}
      {importId !== null && error !== null && !isGone && !view && <Fault error={error} retry={() => void refetch()} />}
      {importId !== null && view && <ImportWork view={view} home={home} list={listOf[kind]} isSending={isSending} isLost={isLost} isOther={isOther} onFile={(file) => void send(file, view.unitId)} />}
    </div>
  );
}
