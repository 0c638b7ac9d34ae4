import { useTranslation } from 'react-i18next';
import { useAge } from '../../i18n/useAge.ts';
import { serverNow } from '../../live/serverClock.ts';
import { useOpenSlips } from '../../slips/SlipsPage/useSlipPages.ts';
import { StandingText } from '../../slips/standing/StandingText.tsx';
import { PageLink } from '../PageLink.tsx';
import { rowKeys } from '../rowKeys.ts';
import { goneFurther } from './goneFurther.ts';

/** The calls below keep their place: as many lines as leave it to them. */
const shown = 3;

/** Messages that nobody acknowledged in time, so that they went on to a deputy or a supervisor or wait for a hand; nothing where there is none, a dash where that is not known. */
export function GoneFurther() {
  const { t } = useTranslation();
  const age = useAge();
  const open = useOpenSlips();
  const slips = goneFurther(open?.slips ?? [], serverNow());
  if (open && !open.isMore && slips.length === 0) return null;
  return (
    <section className="board-further" aria-label={t('board.further')}>
      <h2>
        {t('board.further')} {slips.length || '–'}
        {slips.length > 0 && open?.isMore && '+'}
      </h2>
      <ul onKeyDown={rowKeys}>
        {slips.slice(0, shown).map((slip) => (
          <li key={slip.id} data-row-of={slip.id}>
            <PageLink to={`/slips/${slip.id}`} isRow>
              <b dir="auto">{t('slip.for', { name: slip.recipient || t('slip.list.frontDesk') })}</b>
            </PageLink>
            <span dir="auto">
              {slip.actionsRequested.includes('urgent') && <b className="chip ink">{t('slip.requested.urgent')}</b>} {t('board.furtherFrom', { name: slip.callerName || t('slip.list.anonymous') })}
            </span>
            <b className="right nowrap">{age(Date.parse(slip.calledAt))}</b>
            <StandingText slip={slip} />
          </li>
        ))}
      </ul>
      {slips.length > shown && <PageLink to="/slips">{t('board.furtherMore', { count: slips.length - shown })}</PageLink>}
    </section>
  );
}
