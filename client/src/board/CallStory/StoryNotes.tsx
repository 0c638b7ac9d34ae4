import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { questionsOf } from '../../../../server/contract/matterNames.ts';
import type { NoteName } from '../../../../server/contract/matter.ts';

/** What was written down, in the order in which the desk asks; what another matter asked for comes behind. */
export function StoryNotes({ card }: { card: Pick<CallCard, 'matter' | 'notes'> }) {
  const { t } = useTranslation();
  const asked: NoteName[] = card.matter ? [...questionsOf[card.matter]] : [];
  const written = Object.keys(card.notes) as NoteName[];
  const names = [...new Set([...asked, ...written.filter((name) => name !== 'remark'), 'remark' as const])].filter((name) => (card.notes[name] ?? '') !== '');
  if (names.length === 0) return null;
  return (
    <section>
      <h2>{t('story.notes')}</h2>
      <dl className="story-sum story-notes">
        {names.map((name) => (
          <div key={name}>
            <dt>{t(`notes.names.${name}`)}</dt>
            <dd dir="auto">{card.notes[name]}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
