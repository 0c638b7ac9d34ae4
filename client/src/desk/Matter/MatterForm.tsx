import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { questionsOf } from '../../../../server/contract/matterNames.ts';
import type { NoteName } from '../../../../server/contract/matter.ts';
import { NoteField } from '../notes/NoteField.tsx';

const long: readonly NoteName[] = ['fault', 'happened', 'asked', 'answered', 'what'];

/** What to ask for this kind of matter, each question with the words to ask it in; nothing is compulsory. */
export function MatterForm({ card }: { card: CallCard }) {
  const { t } = useTranslation();
  const { matter } = card;
  const form = useRef<HTMLDivElement>(null);
  const before = useRef({ id: card.id, matter });
  useEffect(() => {
    const isChosen = before.current.id === card.id && before.current.matter !== matter;
    before.current = { id: card.id, matter };
    // Whoever has just chosen the matter writes its first answer next.
    const fields = [...(form.current?.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>('input, textarea') ?? [])];
    if (isChosen) (fields.find(({ value }) => value === '') ?? fields[0])?.focus();
  }, [card.id, matter]);
  if (matter === null || questionsOf[matter].length === 0) return null;
  return (
    <div className="matter-form" ref={form} data-matter={matter}>
      {questionsOf[matter].map((name) => (
        <NoteField key={name} card={card} name={name} label={t(`notes.names.${name}`)} placeholder={t('slip.askFor', { sentence: t(`notes.ask.${name}`) })} isArea={long.includes(name)} />
      ))}
    </div>
  );
}
