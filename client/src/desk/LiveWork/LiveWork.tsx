import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsPhone } from '../../app/useIsPhone.ts';
import { OnItsWay } from '../../slips/standing/OnItsWay.tsx';
import { SlipFate } from '../../slips/SlipFate/SlipFate.tsx';
import { SlipForm } from '../../slips/SlipForm/SlipForm.tsx';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { CallerFile } from '../CallerFile/CallerFile.tsx';
import { Conversation } from '../Conversation/Conversation.tsx';
import { FindPerson } from '../FindPerson/FindPerson.tsx';
import { MatterForm } from '../Matter/MatterForm.tsx';
import { MatterKeys } from '../Matter/MatterKeys.tsx';
import { NoteField } from '../notes/NoteField.tsx';
import { WrapUp } from '../WrapUp/WrapUp.tsx';
import { PromiseLine } from '../../tasks/PromiseLine/PromiseLine.tsx';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { Key } from '../../keys/Key.tsx';
import './liveWork.css';

/** Write left, hear right. */
export function LiveWork() {
  const { t } = useTranslation();
  const isPhone = useIsPhone();
  const desk = useDesk();
  const { call, slipId, draft, reading, mode } = desk;
  useDeskKeys({ 'Alt T': () => document.getElementById('conversation-say')?.focus(), 'Alt R': () => document.getElementById('note-remark')?.focus() });
  const openedWith = useRef(slipId);
  const isOpen = draft.slip !== null;
  useEffect(() => {
    // A slip that opens in mid-call is written next: the hand need not look for it. One that stood here already is left alone.
    if (slipId === null || !isOpen || openedWith.current === slipId) return;
    openedWith.current = slipId;
    document.querySelector<HTMLElement>('.slip-row[data-missing=true] :is(input, textarea)')?.focus();
  }, [slipId, isOpen]);
  if (!call) return null;
  return (
    <div className="work">
      <section className="sheet live-sheet" aria-label={t('matter.label')}>
        {mode === 'after' && <WrapUp />}
        <MatterKeys />
        <MatterForm card={call} />
        {call.slipIds.length > 1 && (
          <div className="slip-choice">
            {call.slipIds.map((id, index) => (
              <Button key={id} size="small" type={id === slipId ? 'default' : 'text'} onClick={() => desk.openSlip(id)}>
                {t('slip.title')} {index + 1}
              </Button>
            ))}
          </div>
        )}
        {slipId === null ? (
          <div className="no-slip empty">
            {call.matter === null && <b>{t(isPhone ? 'live.tapMatter' : 'live.pickMatter')}</b>}
            <p>{t('live.noSlipHint')}</p>
            <Button onClick={desk.newSlip}>
              {t('live.newSlip')} <Key of="slip" />
            </Button>
          </div>
        ) : (
          <SlipForm key={slipId} draft={draft} wanted={call.wanted} reading={reading} canReadBack={mode === 'live'} onReadBack={desk.readBack} onStopReading={desk.stopReading} onTake={() => desk.take(false)} onConfirmRead={desk.confirmRead} fate={
              draft.stored &&
              !reading && (
                <>
                  <SlipFate slip={draft.stored} />
                  <OnItsWay slip={draft.stored} />
                </>
              )
            } />
        )}
      </section>
      <div className="live-side">
        <CallerFile card={call} />
        <FindPerson />
        <Conversation card={call} isLive={mode === 'live'} />
        <PromiseLine key={call.id} card={call} slipId={slipId} result={desk.result} />
        <NoteField card={call} name="remark" label={t('live.note')} placeholder={t('live.noteHint')} />
      </div>
    </div>
  );
}
