import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../server/contract/people.ts';
import { request } from '../../app/request.ts';
import { backAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';

interface RecipientMatchesProps {
  /** The name as it is stored. */
  recipient: string;
  recipientId: string | null;
  isLocked: boolean;
  onPick: (person: PersonView) => void;
}

/** As many as can be compared at a glance. */
const most = 4;

/** Who is meant by the name in field 1: what the directory says of him; or, while it is only a name, those it may be. Nobody is picked silently. */
export function RecipientMatches({ recipient, recipientId, isLocked, onPick }: RecipientMatchesProps) {
  const { t } = useTranslation();
  const name = recipient.trim();
  const { data, isPlaceholderData } = useQuery({
    queryKey: ['people', 'recipient', name],
    queryFn: () => request<{ items: PersonView[] }>('GET', `/api/people?limit=20&q=${encodeURIComponent(name.slice(0, 100))}`),
    enabled: name !== '',
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  if (name === '' || !data) return null;
  const standing = ({ away, backAt: at }: PersonView): string => (!away ? t('live.here') : at === null ? t('live.away') : `${t('live.away')}，${t('live.backAt', { when: backAt(at, serverNow(), uiLanguage()) })}`);
  if (recipientId !== null) {
    const person = data.items.find(({ id }) => id === recipientId);
    return (
      person && (
        <span className="slip-person quiet">
          {person.title} {person.extension}
        </span>
      )
    );
  }
  if (isLocked) return <p className="slip-note slip-below">{t('slip.notInDirectory')}</p>;
  if (data.items.length === 0) return isPlaceholderData ? null : <p className="slip-note slip-below">{t('slip.notInDirectory')}</p>;
  return (
    <div className="slip-people slip-below" role="group" aria-label={t('slip.whoIsMeant')}>
      <span className="slip-note">{t('slip.whoIsMeant')}</span>
      {data.items.slice(0, most).map((person) => (
        <button key={person.id} type="button" onClick={() => onPick(person)}>
          <b>{person.name}</b> {person.title} {person.extension} <span className="quiet">{standing(person)}</span>
        </button>
      ))}
    </div>
  );
}
