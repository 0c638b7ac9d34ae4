import { useTranslation } from 'react-i18next';
import type { SearchItem } from '../../../../server/contract/search.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { shortWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useNow } from '../../live/serverClock.ts';
import { MarkedText } from '../MarkedText.tsx';
import { groupedMarks } from '../groupedMarks.ts';

const pageOf = { slip: 'slips', call: 'calls', person: 'people', resident: 'residents' } as const;

/** What became of a slip or a call, as their own lists say it. */
function useStateWords(): (item: SearchItem) => string {
  const { t, i18n } = useTranslation();
  return ({ kind, state }) => {
    if (state === null) return '';
    const key = kind === 'slip' ? `slip.states.${state}` : state.startsWith('missed-') ? `calls.missedStates.${state.slice('missed-'.length)}` : i18n.exists(`calls.outcomes.${state}`) ? `calls.outcomes.${state}` : `calls.states.${state}`;
    // A state that a newer server knows and this page does not is left out.
    return i18n.exists(key) ? String(t(key as 'slip.title')) : '';
  };
}

/** One thing found: who, whom or where, the number, the words around what was found, when. */
export function FoundRow({ item, isMine }: { item: SearchItem; isMine: boolean }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  const stateWords = useStateWords();
  const { kind, id, at, name, about, number, snippet } = item;
  const state = stateWords(item);
  const hasName = name.text !== '' || number.text === '';
  return (
    <li className="found-row" data-row-of={id} data-kind={kind}>
      <PageLink to={`/${isMine ? 'inbox' : pageOf[kind]}/${encodeURIComponent(id)}`} className="found-link" isRow>
        {hasName ? name.text === '' ? t('search.anonymous') : <MarkedText {...name} /> : <MarkedText {...groupedMarks(number)} />}
      </PageLink>
      <span className="found-about">
        {about.text !== '' && (kind === 'slip' && !isMine ? <>{t('slip.for', { name: '' })}<MarkedText {...about} /></> : !isMine && <MarkedText {...about} />)} {item.urgent && <span className="chip ink">{t('slip.requested.urgent')}</span>}
      </span>
      <span className="found-number nowrap">{hasName && <MarkedText {...groupedMarks(number)} />}</span>
      <span className="found-state quiet nowrap">{state}</span>
      <span className="found-when quiet nowrap">{at === null || at === 0 ? '' : shortWhen(at, now, uiLanguage())}</span>
      {snippet && (
        <span className="found-words quiet" dir="auto">
          <MarkedText {...snippet} />
        </span>
      )}
    </li>
  );
}
