import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Fault } from '../../app/App/Fault.tsx';
import { goTo } from '../../app/route.ts';
import { callerName } from '../../desk/callerName.ts';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useEscape } from '../useEscape.ts';
import './callStory.css';
import { StoryFollowUp } from './StoryFollowUp.tsx';
import { StoryHeard } from './StoryHeard.tsx';
import { StoryLines } from './StoryLines.tsx';
import { StoryNotes } from './StoryNotes.tsx';
import { StoryOthers } from './StoryOthers.tsx';
import { StorySlips } from './StorySlips.tsx';
import { StorySum } from './StorySum.tsx';
import { useCallStory } from './useCallStory.ts';

/** One call, from the first ring to the last: what is known of it, and its facts in words. `listPath`: where it was opened from. */
export function CallStory({ callId, listPath }: { callId: string; listPath: string }) {
  const { t } = useTranslation();
  const mode = useDeskMode();
  const back = useRef<HTMLButtonElement>(null);
  const { data: call, error, refetch } = useCallStory(callId);
  useEffect(() => back.current?.focus(), []);
  // While a call rings or goes on, Esc is the call's.
  useEscape(mode === 'idle' || mode === 'after', () => goTo(listPath));
  return (
    <div className="page story-page">
      <div className="page-head">
        <Button ref={back} onClick={() => goTo(listPath)}>
          {t('calls.back')} <kbd>Esc</kbd>
        </Button>
        {call && (
          <h1 dir="auto">
            {callerName(call, { or: t('ringing.or'), hidden: t('ringing.hidden') })} <span className="quiet story-when">{dayAndTime(call.arrivedAt, uiLanguage())}</span>
          </h1>
        )}
      </div>
      {error && <Fault error={error} retry={() => void refetch()} />}
      {!call && !error && <p className="empty">{t('story.loading')}</p>}
      {call && (
        <div className="story">
          <StoryLines call={call} />
          <div className="story-side">
            {call.missed && <StoryFollowUp card={call} missed={call.missed} />}
            <StorySum call={call} />
            <StoryNotes card={call} />
            <StorySlips callId={call.id} slipIds={call.slipIds} />
            <StoryHeard facts={call.facts} />
            <StoryOthers callId={call.id} />
          </div>
        </div>
      )}
    </div>
  );
}
