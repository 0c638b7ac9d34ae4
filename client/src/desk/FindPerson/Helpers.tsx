import { useTranslation } from 'react-i18next';
import { Key } from '../../keys/Key.tsx';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';

/** Who can help in the place of the person who is away: one key takes the first, a click any; the same key goes back. */
export function Helpers() {
  const { t } = useTranslation();
  const { call, helpers, helpInstead } = useDesk();
  const wanted = call?.wanted;
  if (wanted?.insteadOf) {
    return (
      <div className="helpers">
        <button type="button" className="helper" onClick={() => helpInstead(null)}>
          {t('live.backTo', { name: wanted.insteadOf.name })} <Key of="other" />
        </button>
      </div>
    );
  }
  if (!wanted?.away || helpers.length === 0) return null;
  return (
    <div className="helpers" role="group" aria-label={t('live.helpers')}>
      <span className="quiet">{t('live.helpers')}</span>
      {helpers.map((helper, index) => (
        <button key={helper.id} type="button" className="helper" onClick={() => helpInstead(helper)}>
          <b>{helper.name}</b> <span className="quiet">{t(`live.helperReasons.${helper.reason}`)}</span> {index === 0 && <Key of="other" />}
        </button>
      ))}
    </div>
  );
}
