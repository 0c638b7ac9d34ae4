import { useTranslation } from 'react-i18next';
import { isHeld } from '../../../../server/contract/isHeld.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { nearWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import { useStandingWords } from './useStandingWords.ts';

/** For whoever has just taken a message: where it lies, and what happens by itself if nobody acknowledges it. Nothing to press. */
export function OnItsWay({ slip }: { slip: Slip }) {
  const { t } = useTranslation();
  const { standing, who } = useStandingWords();
  const { delivery, state } = slip;
  if (!delivery || state === 'draft' || state === 'dropped' || state === 'merged') return null;
  const { step, nextStep, chaseAt } = delivery;
  const isWaiting = delivery.acknowledged === null && delivery.stuck === null && !isHeld(delivery, serverNow()) && step !== null;
  if (!isWaiting) return <p className="slip-note on-its-way" role="status">{standing(slip).now}</p>;
  const now = step.part === 'desk' ? t('delivery.after.desk') : step.channel === 'console' ? t('delivery.after.inbox', { who: who(step) }) : t('delivery.after.told', { who: who(step), channel: t(`delivery.channels.${step.channel}`) });
  const at = chaseAt === null ? '' : nearWhen(chaseAt, serverNow(), uiLanguage());
  const then = chaseAt === null ? '' : nextStep === null ? t('delivery.after.thenNobody', { at }) : t('delivery.after.then', { at, next: t(`delivery.after.step.${nextStep.channel}`, { who: who(nextStep) }) });
  return (
    <p className="slip-note on-its-way" role="status">
      {now}
      {then}
    </p>
  );
}
