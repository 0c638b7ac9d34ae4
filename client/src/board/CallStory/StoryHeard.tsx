import { useTranslation } from 'react-i18next';
import { inOrder } from './storyFacts.ts';
import type { StoryFact } from './storyLine.ts';

/** What the attendant asked, and what it heard. */
export function StoryHeard({ facts }: { facts: readonly StoryFact[] }) {
  const { t } = useTranslation();
  const turns = inOrder(facts).filter((fact) => fact.kind === 'turn');
  if (turns.length === 0) return null;
  return (
    <section>
      <h2>{t('story.heard')}</h2>
      <dl className="story-sum">
        {turns.map(({ key, step, speech, digits, recordingMs }) => (
          <div key={key}>
            <dt>{t(`story.asked.${step}`)}</dt>
            <dd dir="auto">{speech ?? (digits !== null ? t('story.keyed', { digits }) : recordingMs !== null ? t('story.recorded', { n: Math.round(recordingMs / 1000) }) : <span className="quiet">{t('story.silent')}</span>)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
