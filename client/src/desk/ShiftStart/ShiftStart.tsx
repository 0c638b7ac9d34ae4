import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import type { Shift } from '../../../../server/contract/shift.ts';
import { request } from '../../app/request.ts';
import { useMissedCalls } from '../../board/MissedList/useMissedCalls.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { shortWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useUnread } from '../../inbox/useInbox.ts';
import { Key } from '../../keys/Key.tsx';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { serverNow } from '../../live/serverClock.ts';
import { isMine } from '../../slips/isMine.ts';
import { useUnfinished } from '../../slips/useUnfinished.ts';
import { useDeskMode } from '../DeskProvider/DeskProvider.tsx';
import './shiftStart.css';

const key = ['shift'] as const;

/** Before the shift (DOMAIN 13): what others left for me, once, until I say that I have seen it. Shown where nothing rings. */
export function ShiftStart({ user }: { user: SessionUser }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data: shift } = useQuery({ queryKey: key, queryFn: () => request<Shift>('GET', '/api/shift') });
  const unread = useUnread(true);
  const unfinished = useUnfinished().slips;
  const missed = useMissedCalls().data;
  const see = useMutation({ mutationFn: () => request<Shift>('POST', '/api/shift/seen', {}), onSuccess: (after) => queries.setQueryData(key, after) });
  const isIdle = useDeskMode() === 'idle';
  const isShown = isIdle && shift?.isStart === true && !see.isSuccess && unread !== null && unfinished !== null && missed !== undefined;
  useDeskKeys({ goOn: () => (isShown && !see.isPending ? see.mutate() : undefined) });
  if (!isShown) return null;
  const { seenAt } = shift;
  const mine = unfinished.filter((slip) => isMine(slip, user));
  const fresh = seenAt === null ? missed : missed.filter(({ arrivedAt }) => arrivedAt > seenAt);
  const rows = [
    { name: 'unread', count: unread.slips.length, to: unread.slips.length === 1 ? `/inbox/${unread.slips[0]?.id ?? ''}` : '/inbox' },
    { name: 'unfinished', count: mine.length, to: mine.length === 1 ? `/slips/${mine[0]?.id ?? ''}` : '/slips?show=mine' },
    { name: 'missed', count: fresh.length, to: '/calls?list=missed' },
  ] as const;
  return (
    <section className="shift-start" aria-label={t('shiftStart.title')}>
      <div className="shift-start-head">
        <b>{t('shiftStart.title')}</b>
        <span className="quiet">{seenAt === null ? t('shiftStart.first') : t('shiftStart.since', { when: shortWhen(seenAt, serverNow(), uiLanguage()) })}</span>
        <Button className="push" size="small" loading={see.isPending} onClick={() => see.mutate()}>
          {t('shiftStart.seen')} <Key of="goOn" />
        </Button>
      </div>
      {rows.every(({ count }) => count === 0) ? (
        <p className="quiet">{t('shiftStart.nothing')}</p>
      ) : (
        <ul>
          {rows.map(({ name, count, to }) => (
            <li key={name}>
              {count === 0 ? (
                <span className="quiet">{t(`shiftStart.none.${name}`)}</span>
              ) : (
                <PageLink to={to} isRow>
                  {t(`shiftStart.${name}`, { count })}
                </PageLink>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
