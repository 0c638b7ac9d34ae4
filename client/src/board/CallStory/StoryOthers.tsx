import { useTranslation } from 'react-i18next';
import { EarlierCall } from '../../desk/CallerFile/OpenForCaller.tsx';
import { useCallerFile } from '../../desk/CallerFile/useCallerFile.ts';
import { PageLink } from '../PageLink.tsx';

/** The last calls of the same number, before and after this one. */
export function StoryOthers({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const file = useCallerFile(callId);
  if (!file || file.calls.length === 0) return null;
  return (
    <section>
      <h2>{t('story.others')}</h2>
      <ul className="story-list">
        {file.calls.map((card) => (
          <li key={card.id}>
            <PageLink to={`/calls/${card.id}`}>
              <EarlierCall card={card} />
            </PageLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
