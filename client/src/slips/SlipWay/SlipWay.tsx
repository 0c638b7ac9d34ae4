import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Delivery, Sending } from '../../../../server/contract/delivery.ts';
import type { Slip } from '../../../../server/contract/slip.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { nearWhen } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { serverNow } from '../../live/serverClock.ts';
import { useStandingWords } from '../standing/useStandingWords.ts';
import './slipWay.css';

/** How a message went out: each attempt, to whom on which channel, what became of it and what proves it; what was answered stands on top. */
export function SlipWay({ slip, delivery }: { slip: Slip; delivery: Delivery }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['slip-sendings', slip.id, slip.version],
    queryFn: () => request<{ items: Sending[] }>('GET', `/api/slips/${encodeURIComponent(slip.id)}/sendings`),
    placeholderData: (before) => before,
  });
  const when = (at: number): string => nearWhen(at, serverNow(), uiLanguage());
  const answers = delivery.acts.filter(({ what, words }) => words !== '' && (what === 'replied' || what === 'called-back' || what === 'done'));
  const rounds = [...new Set((data?.items ?? []).map(({ round }) => round))].sort((a, b) => b - a);
  return (
    <section className="slip-way" aria-label={t('delivery.way.title')}>
      {answers.map(({ at, by, words, what }) => (
        <blockquote key={`${at} ${what}`} className="slip-answer">
          <small>{what === 'replied' ? t('delivery.reply') : t(`delivery.acts.${what}`)}</small>
          <b dir="auto">{words}</b>
          <small className="quiet">{t('delivery.replyFrom', { who: by?.name ?? t('delivery.acts.clock'), at: when(at) })}</small>
        </blockquote>
      ))}
      <h2>{t('delivery.way.title')}</h2>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="quiet">{t('delivery.way.none')}</p>}
      {rounds.map((round) => (
        <div key={round}>
          {rounds.length > 1 && <p className="slip-way-round">{t('delivery.way.round', { n: round })}</p>}
          <ol>
            {(data?.items ?? [])
              .filter((one) => one.round === round)
              .map((one) => (
                <OneSending key={one.id} sending={one} when={when} />
              ))}
          </ol>
        </div>
      ))}
    </section>
  );
}

function OneSending({ sending, when }: { sending: Sending; when: (at: number) => string }) {
  const { t } = useTranslation();
  const { who } = useStandingWords();
  const { channel, address, state, dueAt, attempts, failure, proofs } = sending;
  const last = proofs.at(-1);
  const ref = proofs.findLast((proof) => proof.ref !== null)?.ref;
  // A channel's own words come from outside, in its language: told where they say more than that it went well. Those of the inbox are ours and say nothing.
  const wentWell = state === 'sent' || state === 'delivered';
  const said = failure?.words ?? (channel === 'console' || wentWell ? '' : (last?.words ?? ''));
  const stateWords = state === 'waiting' ? t('delivery.way.states.waiting', { at: when(dueAt) }) : state === 'sent' && channel === 'console' ? t('delivery.way.states.inbox') : t(`delivery.way.states.${state}`);
  return (
    <li data-sending={state}>
      <span className="slip-way-head">
        <b dir="auto">{who(sending)}</b>
        <span>
          {t(`delivery.channels.${channel}`)} <bdi className="quiet">{address}</bdi>
        </span>
        <span className="push nowrap">
          {state === 'failed' || state === 'unsure' ? <b>{stateWords}</b> : stateWords} {last && state !== 'waiting' && <span className="quiet">{when(last.at)}</span>}
        </span>
      </span>
      {(failure || attempts > 1 || ref != null) && (
        <small className="slip-way-more">
          {[
            failure ? t(`delivery.way.failures.${failure.kind}`) : '',
            attempts > 1 ? t('delivery.way.attempts', { n: attempts }) : '',
            said === '' ? '' : t('delivery.way.channelSays', { words: said }),
            ref == null ? '' : t('delivery.way.proof', { ref }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </small>
      )}
    </li>
  );
}
