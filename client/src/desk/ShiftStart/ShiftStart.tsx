import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import type { Shift } from '../../../../server/contract/shift.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { keepsOffice } from '../../app/pages.ts';
import { request } from '../../app/request.ts';
import { useMissedCalls } from '../../board/MissedList/useMissedCalls.ts';
import { dayOf } from '../../board/dayRange.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { shortWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { useUnread } from '../../inbox/useInbox.ts';
import { Key } from '../../keys/Key.tsx';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { serverNow } from '../../live/serverClock.ts';
import { isMine } from '../../slips/isMine.ts';
import { useToComplete } from '../../slips/useToComplete.ts';
import { useUnfinished } from '../../slips/useUnfinished.ts';
import { useTasks } from '../../tasks/useTasks.ts';
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
  const toComplete = useToComplete(keepsOffice(user.role));
  const tasks = useTasks('mine=true').items;
  const say = (): Promise<Shift> => request<Shift>('POST', '/api/shift/seen', {});
  const see = useMutation({ mutationFn: say, onSuccess: (after) => queries.setQueryData(key, after) });
  /** An empty notice asks for no key: it says so, and counts as seen. */
  const seeNothing = useMutation({ mutationFn: say });
  const isIdle = useDeskMode() === 'idle';
  const isLoaded = unread !== null && unfinished !== null && toComplete !== null && missed !== undefined && tasks !== null;
  const seenAt = shift?.seenAt ?? null;
  const mine = (unfinished ?? []).filter((slip) => isMine(slip, user));
  const fresh = (missed ?? []).filter(({ arrivedAt }) => seenAt === null || arrivedAt > seenAt);
  const now = serverNow();
  const late = (tasks ?? []).filter(({ clock }) => clock.overdueAt <= now);
  const today = (tasks ?? []).filter(({ clock, dueAt }) => clock.overdueAt > now && dayOf(dueAt, officeZone()) === dayOf(now, officeZone()));
  const one = (slips: readonly Slip[], page: string, list: string): string => (slips.length === 1 ? `/${page}/${slips[0]?.id ?? ''}` : list);
  const rows = [
    { name: 'overdue', count: late.length, to: '/slips' },
    { name: 'dueToday', count: today.length, to: '/slips' },
    { name: 'unread', count: unread?.slips.length ?? 0, to: one(unread?.slips ?? [], 'inbox', '/inbox') },
    { name: 'unfinished', count: mine.length, to: one(mine, 'slips', '/slips?show=mine') },
    ...(keepsOffice(user.role) ? [{ name: 'toComplete' as const, count: toComplete?.length ?? 0, to: one(toComplete ?? [], 'slips', '/slips?show=toComplete') }] : []),
    { name: 'missed', count: fresh.length, to: '/calls?list=missed' },
  ] as const;
  const isEmpty = rows.every(({ count }) => count === 0);
  const isDue = isIdle && isLoaded && shift?.isStart === true && !see.isSuccess;
  const isShown = isDue && (isEmpty || !seeNothing.isSuccess);
  useDeskKeys(isShown && !isEmpty ? { goOn: () => (see.isPending ? undefined : see.mutate()) } : {});
  const tell = useEffectEvent(() => seeNothing.mutate());
  const isNothing = isDue && isEmpty;
  useEffect(() => {
    if (isNothing) tell();
  }, [isNothing]);
  if (!isShown) return null;
  return (
    <section className="shift-start" aria-label={t('shiftStart.title')}>
      <div className="shift-start-head">
        <b>{t('shiftStart.title')}</b>
        <span className="quiet">{seenAt === null ? t('shiftStart.first') : t('shiftStart.since', { when: shortWhen(seenAt, serverNow(), uiLanguage()) })}</span>
        {!isEmpty && (
          <Button className="push" size="small" loading={see.isPending} onClick={() => see.mutate()}>
            {t('shiftStart.seen')} <Key of="goOn" />
          </Button>
        )}
      </div>
      {isEmpty ? (
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
