import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard, MissedState as State } from '../../../../server/contract/card.ts';
import { useReason } from '../../app/words.ts';
import { callerName } from '../../desk/callerName.ts';
import { FollowUpLine } from '../MissedList/FollowUpLine.tsx';
import { MissedState } from '../MissedList/MissedState.tsx';
import { useFollowUp } from '../MissedList/useFollowUp.ts';

/** What became of this missed call, and the ways to say it. */
export function StoryFollowUp({ card, missed }: { card: CallCard; missed: NonNullable<CallCard['missed']> }) {
  const { t } = useTranslation();
  const reason = useReason();
  const followUp = useFollowUp();
  const section = useRef<HTMLElement>(null);
  const [editing, setEditing] = useState<'called-back' | 'dismissed' | null>(null);
  const [isSending, setIsSending] = useState(false);
  const [fault, setFault] = useState<unknown>(null);
  const send = async (state: State, why: string): Promise<void> => {
    setIsSending(true);
    setFault(null);
    try {
      await followUp(card.id, state, why);
      setEditing(null);
      section.current?.focus();
    } catch (refused) {
      setFault(refused);
    } finally {
      setIsSending(false);
    }
  };
  return (
    <section className="story-follow-up" ref={section} tabIndex={-1} aria-label={t('story.followUp')}>
      <MissedState missed={missed} />
      {missed.state !== 'open' ? (
        <Button disabled={isSending} onClick={() => void send('open', '')}>
          {t('missed.putBack')}
        </Button>
      ) : (
        editing === null && (
          <>
            <Button onClick={() => setEditing('called-back')}>{t('missed.calledBack')}</Button>
            <Button onClick={() => setEditing('dismissed')}>{t('missed.dismiss')}</Button>
          </>
        )
      )}
      {missed.state === 'open' && editing && (
        <FollowUpLine callId={card.id} how={editing} who={callerName(card, { or: t('ringing.or'), hidden: t('ringing.hidden') })} isSending={isSending} onDone={(why) => void send(editing, why)} onCancel={() => setEditing(null)} />
      )}
      {fault !== null && <b role="alert">{t('missed.failed', { why: reason(fault) })}</b>}
    </section>
  );
}
