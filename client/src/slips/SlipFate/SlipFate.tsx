import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { request } from '../../app/request.ts';
import { useSession } from '../../app/session.ts';
import { useReason } from '../../app/words.ts';
import { useAgents } from '../../live/keys.ts';
import { keepSlip } from '../keepSlip.ts';
import './slipFate.css';

/** Reasons that are one press. */
const quickReasons = ['changedMind', 'toldHim', 'again'] as const;
const longestReason = 200;

/** What becomes of an unfinished slip: who finishes it, or why nobody needs to. What was dismissed stays, and can be taken up again. */
export function SlipFate({ slip }: { slip: Slip }) {
  const { t } = useTranslation();
  const reasonFor = useReason();
  const queries = useQueryClient();
  const me = useSession().data?.user;
  const [isAsking, setIsAsking] = useState(false);
  const [isHanding, setIsHanding] = useState(false);
  const agents = useAgents();
  const [words, setWords] = useState('');
  const act = useMutation({
    mutationFn: ({ what, body }: { what: 'drop' | 'reopen' | 'owner'; body?: object }) => request<Slip>('POST', `/api/slips/${encodeURIComponent(slip.id)}/${what}`, body ?? {}),
    onSuccess(after) {
      keepSlip(queries, after);
      setIsAsking(false);
      setIsHanding(false);
      setWords('');
    },
  });
  const drop = (reason: string): void => {
    if (reason.trim() !== '') act.mutate({ what: 'drop', body: { reason: reason.trim().slice(0, longestReason) } });
  };
  const refused = act.error !== null && <span role="alert">{t('slip.failed', { why: reasonFor(act.error) })}</span>;
  if (slip.state === 'dropped') {
    return (
      <div className="slip-fate">
        <span dir="auto">{t('slip.fate.dropped', { reason: slip.dropReason ?? '' })}</span>
        <Button size="small" disabled={act.isPending} onClick={() => act.mutate({ what: 'reopen' })}>
          {t('slip.fate.reopen')}
        </Button>
        {refused}
      </div>
    );
  }
  if (slip.state !== 'draft') return null;
  if (isAsking) {
    return (
      <form
        className="slip-fate"
        onSubmit={(event) => {
          event.preventDefault();
          drop(words);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
          event.stopPropagation();
          setIsAsking(false);
        }}
      >
        <b>{t('slip.fate.why')}</b>
        {quickReasons.map((quick) => (
          <Button key={quick} size="small" disabled={act.isPending} onClick={() => drop(t(`slip.fate.reasons.${quick}`))}>
            {t(`slip.fate.reasons.${quick}`)}
          </Button>
        ))}
        <Input className="slip-fate-words" aria-label={t('slip.fate.ownReason')} placeholder={t('slip.fate.ownReason')} value={words} maxLength={longestReason} autoFocus onChange={(event) => setWords(event.target.value)} />
        <Button size="small" htmlType="submit" disabled={words.trim() === ''} loading={act.isPending}>
          {t('slip.fate.drop')}
        </Button>
        <Button size="small" type="text" onClick={() => setIsAsking(false)}>
          {t('slip.fate.keep')} <kbd>Esc</kbd>
        </Button>
        {refused}
      </form>
    );
  }
  const hand = (ownerId: string | null): void => act.mutate({ what: 'owner', body: { ownerId } });
  if (isHanding) {
    const colleagues = agents.filter(({ id, unitIds }) => unitIds.includes(slip.unitId) && id !== me?.id && id !== slip.owner?.id);
    return (
      <div
        className="slip-fate"
        role="group"
        aria-label={t('slip.fate.toWhom')}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setIsHanding(false);
        }}
      >
        <b>{t('slip.fate.toWhom')}</b>
        {colleagues.map(({ id, name }, index) => (
          <Button key={id} size="small" autoFocus={index === 0} disabled={act.isPending} onClick={() => hand(id)}>
            {name}
          </Button>
        ))}
        {slip.owner !== null && (
          <Button size="small" disabled={act.isPending} onClick={() => hand(null)}>
            {t('slip.fate.toSupervisors')}
          </Button>
        )}
        <Button size="small" type="text" onClick={() => setIsHanding(false)}>
          {t('slip.fate.handNot')} <kbd>Esc</kbd>
        </Button>
        {refused}
      </div>
    );
  }
  const isMine = slip.owner?.id === me?.id;
  return (
    <div className="slip-fate">
      {slip.owner !== undefined && <span className={isMine ? '' : 'quiet'}>{isMine ? <b>{t('slip.fate.mine')}</b> : slip.owner === null ? t('slip.fate.supervisors') : t('slip.fate.owner', { name: slip.owner.name })}</span>}
      {slip.owner !== undefined && !isMine && me && (
        <button type="button" className="text-key" disabled={act.isPending} onClick={() => hand(me.id)}>
          {t('slip.fate.take')}
        </button>
      )}
      {slip.owner !== undefined && (
        <button type="button" className="text-key" onClick={() => setIsHanding(true)}>
          {t('slip.fate.hand')}
        </button>
      )}
      <button type="button" className="text-key" onClick={() => setIsAsking(true)}>
        {t('slip.fate.ask')}
      </button>
      {refused}
    </div>
  );
}
