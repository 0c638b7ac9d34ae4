import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Slip, SlipHistoryEntry } from '../../../../server/contract/slip.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useSlipWords } from './useSlipWords.ts';
import './slipStory.css';

/** Who changed what of a slip, and when; the newest first. */
export function SlipStory({ slip }: { slip: Slip }) {
  const { t } = useTranslation();
  const { nameOf, textOf } = useSlipWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['slip-history', slip.id, slip.version],
    queryFn: () => request<{ items: SlipHistoryEntry[] }>('GET', `/api/slips/${encodeURIComponent(slip.id)}/history`),
    placeholderData: (before) => before,
  });
  const who = ({ by }: SlipHistoryEntry): string => by.name ?? (by.id === 'attendant' ? t('slip.story.attendant') : by.id === 'system' ? t('slip.story.system') : by.id);
  return (
    <section className="slip-story" aria-label={t('slip.story.title')}>
      <h2>{t('slip.story.title')}</h2>
      {error && <Fault error={error} retry={() => void refetch()} />}
      <ol reversed>
        {[...(data?.items ?? [])].reverse().filter((entry) => entry.version === 1 || Object.entries(entry.changed).some(([name, value]) => textOf(name, value) !== '')).map((entry) => (
          <li key={entry.version}>
            <div className="slip-story-head">
              <b>{who(entry)}</b>
              {entry.version === 1 && <span>{t('slip.story.made')}</span>}
              <span className="quiet push nowrap">{dayAndTime(entry.at, uiLanguage())}</span>
            </div>
            <dl>
              {Object.entries(entry.changed).filter(([name, value]) => textOf(name, value) !== '').map(([name, value]) => (
                <div key={name}>
                  <dt>{nameOf(name)}</dt>
                  <dd dir="auto">{textOf(name, value)}</dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
    </section>
  );
}
