import { Button } from 'antd';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionUser } from '../../../../server/contract/people.ts';
import { goTo } from '../../app/route.ts';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { SlipActs } from '../SlipActs/SlipActs.tsx';
import { SlipWay } from '../SlipWay/SlipWay.tsx';
import { SlipFate } from '../SlipFate/SlipFate.tsx';
import { SlipForm } from '../SlipForm/SlipForm.tsx';
import { SlipStory } from '../SlipStory/SlipStory.tsx';
import { SlipTasks } from '../../tasks/SlipTasks/SlipTasks.tsx';
import { useSlip } from '../useSlip.ts';

const nothing = (): void => undefined;

/** One slip by its address, with what was done to it. Esc goes back to the list, unless something rings: then Esc is the call's. */
export function OneSlip({ id, user }: { id: string; user: SessionUser }) {
  const { t } = useTranslation();
  const draft = useSlip(id);
  const mode = useDeskMode();
  const page = useRef<HTMLDivElement>(null);
  const leave = useEffectEvent((event: KeyboardEvent) => {
    const isHere = event.target === document.body || (event.target instanceof Node && page.current?.contains(event.target) === true);
    if (event.key === 'Escape' && isHere && mode !== 'ringing' && !event.isComposing) goTo('/slips');
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => leave(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
  return (
    <div className="page one-slip" ref={page}>
      <h1 className="seen-by-readers">{t('slip.title')}</h1>
      <div className="page-head">
        <Button onClick={() => goTo('/slips')}>
          {t('slip.list.back')} <kbd>Esc</kbd>
        </Button>
        {draft.slip?.callId != null && user.role !== 'staff' && <Button onClick={() => goTo(`/calls/${draft.slip?.callId ?? ''}`)}>{t('calls.story')}</Button>}
        {draft.stored && user.role !== 'staff' && <SlipFate slip={draft.stored} />}
      </div>
      <div className="one-slip-columns">
        <div className="slip-sheet">
          <SlipForm key={id} draft={draft} wanted={null} reading={null} canReadBack={false} onReadBack={nothing} onStopReading={nothing} onTake={() => draft.saver?.edit({ state: 'taken', readBack: false })} isReadOnly={user.role === 'staff'} />
        </div>
        {draft.stored && (
          <div className="one-slip-side">
            {draft.stored.state !== 'draft' && <SlipActs slip={draft.stored} isFrontDesk={user.role !== 'staff'} />}
            {user.role !== 'staff' && <SlipTasks slip={draft.stored} />}
            {draft.stored.delivery && <SlipWay slip={draft.stored} delivery={draft.stored.delivery} />}
            <SlipStory slip={draft.stored} />
          </div>
        )}
      </div>
    </div>
  );
}
