import { useTranslation } from 'react-i18next';
import { Key } from '../../keys/Key.tsx';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { nextHelper } from '../DeskProvider/nextHelper.ts';

/** Who can help in the place of the person who is away: one key takes them one after the other and at last goes back, a click takes any. The key stands at whom it takes next. */
export function Helpers() {
  const { t } = useTranslation();
  const { call, helpers, helpInstead } = useDesk();
  const wanted = call?.wanted ?? null;
  if (!wanted || (!wanted.insteadOf && (!wanted.away || helpers.length === 0))) return null;
  const next = nextHelper(wanted, helpers);
  return (
    <div className="helpers" role="group" aria-label={t('live.helpers')}>
      <span className="quiet">{t('live.helpers')}</span>
      {helpers.map((helper) => (
        <button key={helper.id} type="button" className="helper" aria-pressed={helper.id === wanted.staffId} onClick={() => helpInstead(helper)}>
          <b>{helper.name}</b> <span className="quiet">{t(`live.helperReasons.${helper.reason}`)}</span> {next?.id === helper.id && <Key of="other" />}
        </button>
      ))}
      {wanted.insteadOf && (
        <button type="button" className="helper" onClick={() => helpInstead(null)}>
          {t('live.backTo', { name: wanted.insteadOf.name })} {next === null && <Key of="other" />}
        </button>
      )}
    </div>
  );
}
