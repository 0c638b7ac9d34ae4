import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Where a file is dropped or chosen. */
export function FileDrop({ isBusy, onFile }: { isBusy: boolean; onFile: (file: File) => void }) {
  const { t } = useTranslation();
  const [isOver, setIsOver] = useState(false);
  return (
    <label
      className={`file-drop${isOver ? ' is-over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        const [file] = event.dataTransfer.files;
        if (file && !isBusy) onFile(file);
      }}
    >
      <input
        type="file"
        className="seen-by-readers"
        disabled={isBusy}
        accept=".csv,.txt,.xlsx,.xls"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // The same file may be chosen again after it was mended.
          event.target.value = '';
          if (file) onFile(file);
        }}
      />
      <b>{isBusy ? t('imports.uploading') : t('imports.drop')}</b>
    </label>
  );
}
