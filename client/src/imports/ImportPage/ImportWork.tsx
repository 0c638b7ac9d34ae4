import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportView } from '../../../../server/contract/imports.ts';
import { goTo } from '../../app/route.ts';
import { useReason } from '../../app/words.ts';
import { useImportWords } from '../importWords.ts';
import { useImportActs } from '../useImport.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { FileDrop } from './FileDrop.tsx';
import { PreviewRows } from './PreviewRows.tsx';
import { WriteChoice } from './WriteChoice.tsx';

interface ImportWorkProps {
  view: ImportView;
  /** Where a new import begins, and the list itself. */
  home: string;
  list: string;
  /** This window is sending the file; the line is down; another file was chosen than the one that is half here. */
  isSending: boolean;
  isLost: boolean;
  isOther: boolean;
  onFile: (file: File) => void;
}

/** One import, as far as it is. */
export function ImportWork({ view, home, list, isSending, isLost, isOther, onFile }: ImportWorkProps) {
  const { t } = useTranslation();
  const reason = useReason();
  const words = useImportWords(view.kind);
  const { change, apply, discard } = useImportActs(view.id);
  const percent = Math.round(view.progress * 100);
  const fault = change.error ?? apply.error ?? discard.error;
  const throwAway = async (): Promise<void> => {
    await discard.mutateAsync();
    goTo(home);
  };
  const name = (
    <span className="import-name">
      <b dir="auto">{view.fileName}</b>{' '}
      {view.file && <span className="quiet nowrap">{view.file.format === 'csv' ? t('imports.fileFacts.csv', { encoding: view.file.encoding.toUpperCase() }) : t('imports.fileFacts.xlsx')}</span>}
    </span>
  );
  const discardButton = (
    <Button className="push" loading={discard.isPending} onClick={() => void throwAway().catch(() => undefined)}>
      {t('imports.discard')}
    </Button>
  );

  if (view.state === 'done' && view.result) {
    return (
      <section className="sheet import-over" role="status">
        <h2>{t('imports.done')}</h2>
        {name}
        <p className="import-result">{t('imports.result', view.result)}</p>
        <p className="import-buttons">
          <Button type="primary" onClick={() => goTo(list)}>
            {t('imports.toList')}
          </Button>
          <Button onClick={() => goTo(home)}>{t('imports.another')}</Button>
        </p>
      </section>
    );
  }
  if (view.state === 'failed') {
    return (
      <section className="sheet import-over" role="alert">
        <h2>{t('imports.failed')}</h2>
        {name}
        {view.failure && <p>{words.failure(view.failure, view.counts !== null)}</p>}
        <p className="import-buttons">
          <Button type="primary" onClick={() => goTo(home)}>
            {t('imports.another')}
          </Button>
        </p>
      </section>
    );
  }
  const isStopped = view.state === 'uploading' && !isSending;
  return (
    <>
      {fault !== null && (
        <p className="import-note" role="alert">
          {t('imports.trouble', { why: reason(fault) })}
        </p>
      )}
      {view.state !== 'preview' && (
        <section className="sheet import-progress" aria-live="polite">
          {name}
          {view.state === 'writing' || (!isStopped && view.state === 'reading') ? null : discardButton}
          {!isStopped && <p>{t(`imports.${view.state === 'uploading' ? 'uploading' : view.state === 'writing' ? 'writing' : 'reading'}`)}</p>}
          {isStopped && <p>{isOther ? t('imports.uploadOther', { name: view.fileName }) : t('imports.uploadStopped', { percent })}</p>}
          <Progress percent={percent} aria-label={view.fileName} strokeColor="var(--accent)" format={(value) => `${value ?? 0}%`} />
          {isLost && <p role="alert">{t('imports.uploadLost')}</p>}
          {view.state === 'writing' && <p className="quiet">{t('imports.writingHint')}</p>}
          {isStopped && <FileDrop isBusy={false} onFile={onFile} />}
        </section>
      )}
      {(view.state === 'preview' || (view.state === 'reading' && view.columns.length > 0)) && (
        <section className="sheet" aria-busy={view.state === 'reading' || change.isPending}>
          <div className="import-head">
            <h2>{t('imports.columns')}</h2>
            {view.state === 'preview' && name}
            {view.state === 'preview' && discardButton}
          </div>
          <ColumnTable view={view} onChange={(patch) => change.mutate(patch)} />
        </section>
      )}
      {view.state === 'preview' && view.counts && view.missing.length === 0 && (
        <>
          <PreviewRows view={view} />
          <WriteChoice view={view} isBusy={change.isPending || apply.isPending} onMode={(mode) => change.mutate({ mode })} onApply={() => apply.mutate()} />
        </>
      )}
    </>
  );
}
