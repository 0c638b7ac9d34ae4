import { useQuery, useQueryClient } from '@tanstack/react-query';
import { PhoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Slip } from '../../../../server/contract/slip.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { request } from '../../app/request.ts';
import { goTo } from '../../app/route.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { keepSlip } from '../../slips/keepSlip.ts';
import { useSlipWords } from '../../slips/SlipStory/useSlipWords.ts';
import { isUrgent, useHeadline } from '../useHeadline.ts';
import '../../letter/letter.css';
import { LetterSheet } from '../../letter/LetterSheet.tsx';
import { letterWords } from '../../letter/letterWords.ts';
import { useLetter } from '../../letter/useLetter.ts';

/** Opening it is reading it: kept once, with its time, so that the front desk knows. */
function useMarkedRead(slip: Slip | undefined): void {
  const queries = useQueryClient();
  const id = slip && slip.state !== 'draft' && slip.readAt === undefined ? slip.id : null;
  useEffect(() => {
    if (id === null) return;
    request<Slip>('POST', `/api/slips/${encodeURIComponent(id)}/read`).then(
      (read) => {
        keepSlip(queries, read);
        void queries.invalidateQueries({ queryKey: ['slips', 'mine'] });
      },
      // It stays unread in the list: the next look says it again.
      () => undefined,
    );
  }, [id, queries]);
}

/** What can be done about a message that is under way, once it is known; `version`: of the slip, whose every change is looked at. */
function LetterActs({ slip, old }: { slip: Slip; old: ReactNode }) {
  const base = `/api/slips/${encodeURIComponent(slip.id)}`;
  const desk = useLetter(`${base}/letter`, base);
  const { reload, view } = desk;
  useEffect(reload, [reload, slip.version]);
  const letter = view.kind === 'letter' ? view.letter : null;
  if (letter?.standing === 'yours') return <LetterSheet letter={letter} desk={desk} language={uiLanguage()} recordingUrl={slip.recordingUrl ?? ''} place={slip.id} />;
  return (
    <>
      {letter?.standing === 'elsewhere' && <p className="letter-why">{letterWords[uiLanguage()].letter.shut.elsewhere.title(letter.holder ?? '')}</p>}
      {old}
    </>
  );
}

/** One message, as its reader needs it: who wants what, the number, the words, what he may do; the number to call at the bottom. */
export function Letter({ slipId }: { slipId: string }) {
  const { t } = useTranslation();
  const headline = useHeadline();
  const { textOf } = useSlipWords();
  const { data: slip, error, refetch } = useQuery({ queryKey: ['slip', slipId], queryFn: () => request<Slip>('GET', `/api/slips/${encodeURIComponent(slipId)}`) });
  useMarkedRead(slip);
  const back = (
    <Button className="letter-back" onClick={() => goTo('/inbox')}>
      {t('inbox.back')}
    </Button>
  );
  if (error) {
    return (
      <article className="sheet letter">
        {back}
        <Fault error={error} retry={() => void refetch()} />
      </article>
    );
  }
  if (!slip) return <article className="sheet letter" aria-busy="true" />;
  const at = Date.parse(slip.calledAt);
  const number = [groupedNumber(slip.callerNumber), slip.callerExtension === '' ? '' : t('slip.paper.extension', { extension: slip.callerExtension })].filter((part) => part !== '').join(' ');
  const row = (name: string, words: ReactNode) =>
    words !== '' && (
      <div>
        <dt>{name}</dt>
        <dd dir="auto">{words}</dd>
      </div>
    );
  const old = (
    <>
      <p className="letter-by" dir="auto">
        {t('inbox.by', { to: slip.recipient, by: slip.recordedBy })}
      </p>
      <h1 dir="auto">{headline(slip)}</h1>
      <p className="letter-from">
        {isUrgent(slip) && <span className="chip ink">{t('slip.requested.urgent')}</span>} <bdi>{slip.callerCompany}</bdi> <b className="nowrap">{number}</b>
      </p>
      {slip.message !== '' && (
        <p className="letter-words" dir="auto">
          {slip.message}
        </p>
      )}
      {slip.recordingUrl !== undefined && <audio controls preload="none" src={slip.recordingUrl} aria-label={t('slip.list.listen')} />}
      <dl>
        {row(t('slip.fields.actions'), textOf('actionsRequested', slip.actionsRequested.length > 0 ? slip.actionsRequested : [t('inbox.nothingAsked')]))}
        {slip.actionsPermitted.length > 0 && row(t('slip.permitted'), textOf('actionsPermitted', slip.actionsPermitted))}
        {row(t('inbox.when'), [Number.isNaN(at) ? '' : dayAndTime(at, uiLanguage()), slip.callerCity === '' ? '' : t('inbox.city', { city: slip.callerCity })].filter((part) => part !== '').join(t('inbox.comma')))}
        {row(t('inbox.checked'), slip.state === 'draft' ? t('inbox.lacks', { fields: slip.missing.map((field) => t(`slip.fields.${field}`)).join(t('idle.and')) || t('idle.readBack') }) : t(slip.readBack ? 'inbox.readBack' : 'inbox.notReadBack'))}
      </dl>
      {slip.callerNumber !== '' && (
        <footer>
          <a className="letter-call" href={`tel:${slip.callerNumber}${slip.callerExtension === '' ? '' : `,${slip.callerExtension}`}`}>
            <PhoneOutlined aria-hidden="true" /> {t('inbox.call')}
            <small>{t('inbox.ownPhone')}</small>
          </a>
        </footer>
      )}
    </>
  );
  const isUnderWay = slip.delivery !== undefined && !['draft', 'dropped', 'merged'].includes(slip.state);
  return (
    <article className="sheet letter">
      {back}
      {isUnderWay ? <LetterActs slip={slip} old={old} /> : old}
    </article>
  );
}
