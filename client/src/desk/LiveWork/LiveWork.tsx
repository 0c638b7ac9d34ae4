import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { SlipForm } from '../../slips/SlipForm/SlipForm.tsx';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import { CallerFile } from '../CallerFile/CallerFile.tsx';
import { Conversation } from '../Conversation/Conversation.tsx';
import { FindPerson } from '../FindPerson/FindPerson.tsx';
import './liveWork.css';

/** Write left, hear right. */
export function LiveWork() {
  const { t } = useTranslation();
  const desk = useDesk();
  const { call, slipId, draft, reading, mode } = desk;
  if (!call) return null;
  const isDraft = draft.slip?.state === 'draft';
  return (
    <div className="work">
      <section className="sheet live-sheet" aria-label={t('slip.title')}>
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
            <b>{t('live.noSlip')}</b>
            <p>{t('live.noSlipHint')}</p>
            <Button onClick={desk.newSlip}>
              {t('live.newSlip')} <kbd>F8</kbd>
            </Button>
          </div>
        ) : (
          <SlipForm key={slipId} draft={draft} wanted={call.wanted} reading={reading} canReadBack={mode === 'live'} onReadBack={desk.readBack} onStopReading={desk.stopReading} onTake={() => desk.take(false)} />
        )}
      </section>
      <div className="live-side">
        <CallerFile card={call} onTake={isDraft ? (name, address) => draft.saver?.edit({ callerName: name, callerCompany: address }) : null} />
        <FindPerson />
        <Conversation card={call} isLive={mode === 'live'} />
      </div>
    </div>
  );
}
