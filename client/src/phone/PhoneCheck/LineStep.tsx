import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PhoneView } from '../../../../server/contract/phone.ts';
import { request } from '../../app/request.ts';
import type { Session } from '../../app/session.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { computerAhead } from '../../live/serverClock.ts';
import { checks, runLineTest } from '../lineTest/lineTest.ts';
import type { CheckId, CheckResult, LineQuality } from '../lineTest/lineTest.ts';
import { browserMicrophone } from '../microphone.ts';
import { usePhone } from '../PhoneProvider/usePhone.ts';
import { Step } from './Step.tsx';

type Results = Partial<Record<CheckId, CheckResult | 'running'>>;

/** One short question to the server, timed. */
async function askServer(): Promise<{ roundTripMs: number; aheadMs: number }> {
  const askedAt = performance.now();
  const { now } = await request<Session>('GET', '/api/session');
  const roundTripMs = performance.now() - askedAt;
  return { roundTripMs, aheadMs: computerAhead(now, roundTripMs) };
}

/** A call to nobody, with a pass of its own: the phone's own is in use. */
async function callNobody(): Promise<LineQuality> {
  const view = await request<PhoneView>('GET', '/api/phone');
  if (view.kind !== 'twilio') return { kind: 'trouble', trouble: 'notConfigured' };
  return (await import('../twilio/runPreflight.ts')).runPreflight(view.token);
}

/** The line test: step by step, each with its result in words and what to do. */
export function LineStep({ number, isBusy }: { number: number; isBusy: boolean }) {
  const { t } = useTranslation();
  const { connection } = useLive();
  const queries = useQueryClient();
  const phone = usePhone();
  // What the test reads must be as it is at that moment, not as it was when the button was pressed.
  const now = useRef({ phone, connection });
  now.current = { phone, connection };
  const [results, setResults] = useState<Results>({});
  const [isRunning, setRunning] = useState(false);

  const start = (): void => {
    const line = queries.getQueryData<PhoneView>(['phone']);
    setResults({});
    setRunning(true);
    void runLineTest(
      {
        ask: askServer,
        isLive: () => now.current.connection === 'live',
        openMicrophone: browserMicrophone.open,
        phone: () => now.current.phone,
        callNobody: line?.kind === 'twilio' && line.canCallOut ? callNobody : null,
      },
      (check, result) => setResults((before) => ({ ...before, [check]: result })),
    ).finally(() => setRunning(false));
  };

  const done = checks.flatMap((check) => {
    const result = results[check];
    return result === undefined || result === 'running' ? [] : [result];
  });
  const isDone = !isRunning && done.length === checks.length;
  const wrong = done.filter(({ state }) => state !== 'good').length;
  const summary = isRunning ? t(results.line === 'running' && phone.kind === 'twilio' ? 'phoneCheck.line.calling' : 'phoneCheck.line.running') : isDone ? (wrong === 0 ? t('phoneCheck.line.allGood') : t('phoneCheck.line.lookAt', { count: wrong })) : '';
  return (
    <Step number={number} title={t('phoneCheck.line.title')} hint={t('phoneCheck.line.hint')} state={!isDone ? 'todo' : done.some(({ state }) => state === 'bad') ? 'look' : 'done'}>
      <div className="check-row">
        <Button disabled={isRunning || isBusy} onClick={start}>
          {t(isDone ? 'phoneCheck.line.again' : 'phoneCheck.line.start')}
        </Button>
        <b role="status">{summary}</b>
      </div>
      <ul className="check-results">
        {checks.map((check) => {
          const result = results[check];
          const isKnown = result !== undefined && result !== 'running';
          return (
            <li key={check} data-check={check} data-result={isKnown ? result.state : (result ?? 'waiting')}>
              <b>{t(`phoneCheck.line.checks.${check}`)}</b>
              <span className={`chip${isKnown && result.state === 'bad' ? ' ink' : ''}`}>{isKnown ? t(`phoneCheck.line.states.${result.state}`) : result === 'running' ? t('phoneCheck.line.running') : t('phoneCheck.line.waiting')}</span>
              <span>
                {isKnown && t(`phoneCheck.results.${result.say}`, result.values)} {isKnown && result.trouble !== null && t(`phone.trouble.${result.trouble}`, { details: phone.details.join(t('phone.and')) })}
              </span>
            </li>
          );
        })}
      </ul>
    </Step>
  );
}
