import { useTranslation } from 'react-i18next';
import { matters } from '../../../../server/contract/matterNames.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import './matter.css';

/** What the call is about. Digits choose matters; choosing again takes it back. */
export function MatterKeys() {
  const { t } = useTranslation();
  const { call, chooseMatter } = useDesk();
  const toggle = (index: number) => (): void => {
    const matter = matters[index];
    if (matter) chooseMatter(call?.matter === matter ? null : matter);
  };
  useDeskKeys({ 'Alt 1': toggle(0), 'Alt 2': toggle(1), 'Alt 3': toggle(2), 'Alt 4': toggle(3), 'Alt 5': toggle(4), 'Alt 6': toggle(5) });
  return (
    <div className="matter">
      <span className="quiet">{t('matter.label')}</span>
      <div className="matter-keys" role="group" aria-label={t('matter.label')}>
        {matters.map((matter, index) => (
          <button key={matter} type="button" aria-pressed={call?.matter === matter} onClick={toggle(index)}>
            <span>{index + 1}</span> {t(`matter.names.${matter}`)}
          </button>
        ))}
      </div>
      <span className="quiet push nowrap matter-hint">
        {t('matter.change')} <kbd>Alt 1–6</kbd>
      </span>
    </div>
  );
}
