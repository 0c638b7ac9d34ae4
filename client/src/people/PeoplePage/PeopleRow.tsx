import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { goTo } from '../../app/route.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { shortWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useNow } from '../../live/serverClock.ts';
import { PresenceText } from '../PresenceText.tsx';

/** One member of the staff in the list. `where`: his department, where the list is not grouped by it. */
export function PeopleRow({ person, isHere, isUnsaved, where }: { person: StaffView; isHere: boolean; isUnsaved: boolean; where: string | null }) {
  const { t } = useTranslation();
  const now = useNow(60_000);
  return (
    <tr data-row-of={person.id} aria-current={isHere ? 'true' : undefined} onClick={() => goTo(`/people/${person.id}`)}>
      <td className="people-name">
        <PageLink to={`/people/${person.id}`} isRow>
          <b dir="auto">{person.name}</b>
        </PageLink>{' '}
        <span className="quiet" dir="auto">
          {person.title}
        </span>{' '}
        {where !== null && (
          <span className="chip people-where" dir="auto">
            {where}
          </span>
        )}{' '}
        {isUnsaved && <span className="chip ask">{t('edit.unsaved')}</span>}
      </td>
      <td className="people-extension">{person.extension}</td>
      <td className="people-presence">{person.removedAt === null ? <PresenceText person={person} /> : t('people.leftAt', { when: shortWhen(person.removedAt, now, uiLanguage()) })}</td>
      <td className="people-languages quiet">{person.languages.map((language) => t(`languages.${language}`)).join(t('people.and'))}</td>
      <td className="people-deputies quiet" dir="auto">
        {person.deputies.map(({ name }) => name).join(t('people.and'))}
      </td>
    </tr>
  );
}
