import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { OpenSlip } from '../../desk/CallerFile/OpenForCaller.tsx';
import type { SlipPage } from '../../slips/keepSlip.ts';
import { PageLink } from '../PageLink.tsx';

/** The slips of this call, with what was recorded. */
export function StorySlips({ callId, slipIds }: { callId: string; slipIds: readonly string[] }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({ queryKey: ['slips', 'of', callId, slipIds.length], queryFn: () => request<SlipPage>('GET', `/api/slips?callId=${encodeURIComponent(callId)}`), enabled: slipIds.length > 0 });
  if (slipIds.length === 0) return null;
  return (
    <section>
      <h2>{t('story.slips')}</h2>
      {error && <Fault error={error} retry={() => void refetch()} />}
      <ul className="story-list">
        {data?.items.map((slip) => (
          <li key={slip.id}>
            <PageLink to={`/slips/${slip.id}`}>
              <OpenSlip slip={slip} />
            </PageLink>
            {slip.recordingUrl !== undefined && <audio controls preload="none" src={slip.recordingUrl} aria-label={t('story.recording')} />}
          </li>
        ))}
      </ul>
    </section>
  );
}
