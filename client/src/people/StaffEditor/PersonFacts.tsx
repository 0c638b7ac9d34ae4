import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { useReachWords } from '../Reach/useReachWords.ts';
import { useHoursWords } from '../../offices/hoursWords.ts';

/** A member of the staff, to be read. */
export function PersonFacts({ person }: { person: StaffView }) {
  const { t } = useTranslation();
  const hoursWords = useHoursWords();
  const reachWords = useReachWords();
  const rows: [name: 'department' | 'title' | 'extension' | 'staffNumber' | 'languages' | 'deputies' | 'hours' | 'privateNumbers' | 'reach', value: string][] = [
    ['department', person.department],
    ['title', person.title],
    ['extension', person.extension],
    ['staffNumber', person.staffNumber],
    ['languages', person.languages.map((one) => t(`languages.${one}`)).join(t('people.and'))],
    ['deputies', person.deputies.map(({ name, extension }) => [name, extension].filter(Boolean).join(' ')).join(t('people.and'))],
    ['hours', hoursWords(person.hours)],
    ['privateNumbers', person.privateNumbers.join(t('people.and'))],
    ['reach', reachWords.all(person.reach)],
  ];
  return (
    <dl className="person-facts">
      {rows
        .filter(([, value]) => value !== '')
        .map(([name, value]) => (
          <div key={name}>
            <dt className="quiet">{name === 'reach' ? t('delivery.reach.title') : t(`people.fields.${name}`)}</dt>
            <dd dir="auto">{value}</dd>
          </div>
        ))}
    </dl>
  );
}
