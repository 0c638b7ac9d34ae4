import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { questionsOf } from '../../../../server/contract/matter.ts';
import type { NoteName } from '../../../../server/contract/matter.ts';
import { NoteField } from '../notes/NoteField.tsx';

const long: readonly NoteName[] = ['fault', 'happened', 'asked', 'answered', 'what'];

/** What to ask for this kind of matter, each question with the words to ask it in; nothing is compulsory. */
export function MatterForm({ card }: { card: CallCard }) {
  const { t } = useTranslation();
  const { matter } = card;
  if (matter === null || questionsOf[matter].length === 0) return null;
  return (
    <div className="matter-form" data-matter={matter}>
      {questionsOf[matter].map((name) => (
        <NoteField key={name} card={card} name={name} label={t(`notes.names.${name}`)} placeholder={t('slip.askFor', { sentence: t(`notes.ask.${name}`) })} isArea={long.includes(name)} />
      ))}
    </div>
  );
}
