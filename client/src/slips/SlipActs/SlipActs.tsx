import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isHeld } from '../../../../server/contract/isHeld.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { PrivateAsk } from '../../app/PrivateAsk/PrivateAsk.tsx';
import { asksAboutNumber } from '../../app/privateNumbers.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { serverNow } from '../../live/serverClock.ts';
import { keepSlip } from '../keepSlip.ts';
import { StandingText } from '../standing/StandingText.tsx';
import { HoldUntil } from './HoldUntil.tsx';
import { MergeChoice } from './MergeChoice.tsx';
import { PassOn } from './PassOn.tsx';
import { SayWords } from './SayWords.tsx';
import './slipActs.css';

type Asking = 'pass' | 'hold' | 'done' | 'reopen' | 'merge';
type ActName = Asking | 'again' | 'acknowledge';

/** Single letters, while nobody writes: the same on every keyboard. */
const keyOf: Record<ActName, string> = { again: 'R', pass: 'P', hold: 'H', acknowledge: 'K', done: 'D', reopen: 'E', merge: 'M' };

/** Where a taken message stands, and what a hand can do about it. What needs a word more asks for it in its place. */
export function SlipActs({ slip, isFrontDesk }: { slip: Slip; isFrontDesk: boolean }) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const mode = useDeskMode();
  const [asking, setAsking] = useState<Asking | null>(null);
  const act = useMutation({
    mutationFn: ({ what, body }: { what: string; body?: object }) => request<Slip>('POST', `/api/slips/${encodeURIComponent(slip.id)}/${what}`, body ?? {}),
    onSuccess(after) {
      keepSlip(queries, after);
      setAsking(null);
    },
    // It may stand differently now.
    onError: () => queries.invalidateQueries({ queryKey: ['slip', slip.id] }),
  });
  const { state, delivery } = slip;
  const isMerged = state === 'merged';
  const isAside = isMerged || state === 'dropped';
  const isDone = state === 'done';
  const isAnswered = isDone || state === 'acknowledged';
  const isOnHold = delivery !== undefined && isHeld(delivery, serverNow());
  // What waits for a hand goes on with nothing that could be put off.
  const hold: ActName[] = delivery?.stuck === null ? ['hold'] : [];
  const names: ActName[] = isAside || !delivery ? [] : isDone ? ['reopen'] : isAnswered ? ['done', 'pass', ...(isFrontDesk ? (['again', 'reopen'] as const) : [])] : isFrontDesk ? ['again', 'pass', ...hold, 'acknowledge', 'done', 'reopen', 'merge'] : ['pass', 'acknowledge', 'done'];
  const press = (name: ActName): void => {
    if (act.isPending) return;
    act.reset();
    if (name === 'again' || name === 'acknowledge') act.mutate({ what: name });
    else if (name === 'hold' && isOnHold) act.mutate({ what: 'hold', body: { until: null } });
    else setAsking(name);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isWriting = event.target instanceof HTMLElement && (event.target.matches('input, textarea, select, [contenteditable]') || event.target.closest('form') !== null);
    if (isWriting || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || mode !== 'idle' || asking !== null) return;
    const name = names.find((one) => keyOf[one] === event.key.toUpperCase());
    if (!name) return;
    event.preventDefault();
    press(name);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKey(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  const leave = (): void => {
    setAsking(null);
    if (act.isError) act.reset();
  };
  const send = (what: string, body: object): void => act.mutate({ what, body });
  // Asked beside the words that it is about; whoever left them before the answer came is told that nothing was done.
  const asksForWords = asking !== null && asksAboutNumber(act.error);
  return (
    <section
      className="slip-acts"
      aria-label={t('delivery.act.label')}
      // Other words are another request: what was asked of the ones before them is not answered any more.
      onChange={() => asksForWords && act.reset()}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || asking === null || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        event.nativeEvent.stopImmediatePropagation();
        leave();
      }}
    >
      <StandingText slip={slip} />
      {isMerged && slip.mergedInto !== undefined && (
        <p>
          <PageLink to={`/slips/${slip.mergedInto}`}>{t('delivery.act.mergeOpen')}</PageLink>{' '}
          {isFrontDesk && (
            <Button size="small" loading={act.isPending} onClick={() => send('reopen', {})}>
              {t('delivery.act.unmerge')}
            </Button>
          )}
        </p>
      )}
      {slip.doubles !== undefined && slip.doubles.length > 0 && (
        <p>
          {t('delivery.act.doubles', { count: slip.doubles.length })}{' '}
          {slip.doubles.map((id, at) => (
            <PageLink key={id} to={`/slips/${id}`}>
              {`${t('slip.title')} ${at + 1} `}
            </PageLink>
          ))}
        </p>
      )}
      {asking === null && names.length > 0 && (
        <div className="slip-act-keys">
          {names.map((name) => (
            <Button key={name} size="small" disabled={act.isPending} onClick={() => press(name)} {...(name === 'acknowledge' && { title: t('delivery.act.acknowledgeHint') })}>
              {name === 'hold' && isOnHold ? t('delivery.act.unhold') : t(`delivery.act.${name}`)} <kbd>{keyOf[name]}</kbd>
            </Button>
          ))}
        </div>
      )}
      {asking === 'pass' && <PassOn slip={slip} isBusy={act.isPending} onPass={(staffId, words) => send('pass', { staffId, words })} onLeave={leave} />}
      {asking === 'hold' && <HoldUntil slip={slip} isBusy={act.isPending} onHold={(until) => send('hold', { until })} onLeave={leave} />}
      {asking === 'done' && <SayWords label={t('delivery.act.doneWords')} go={t('delivery.act.done')} isBusy={act.isPending} onSay={(words) => send('done', { words })} onLeave={leave} />}
      {asking === 'reopen' && <SayWords label={t('delivery.act.reopenWhy')} go={t('delivery.act.reopen')} isNeeded isBusy={act.isPending} onSay={(words) => send('reopen', { reason: words })} onLeave={leave} />}
      {asking === 'merge' && <MergeChoice slip={slip} isBusy={act.isPending} onMerge={(into) => send('merge', { into })} onLeave={leave} />}
      {asksForWords && <PrivateAsk error={act.error} again={(choice) => act.variables && send(act.variables.what, { ...act.variables.body, ...choice })} />}
      {act.isError && !asksForWords && <p role="alert">{t('slip.failed', { why: reason(act.error) })}</p>}
    </section>
  );
}
