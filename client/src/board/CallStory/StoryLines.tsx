import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { callClock, exactClock } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useAgents } from '../../live/keys.ts';
import { matchName } from '../../desk/callerName.ts';
import { inOrder, thatMatter } from './storyFacts.ts';
import { storyLine } from './storyLine.ts';
import type { CallWithFacts, StoryNames } from './storyLine.ts';

/** Whoever stands in the facts by name, and else who is signed in today. */
function useStoryNames({ facts, caller }: CallWithFacts): StoryNames {
  const { t } = useTranslation();
  const agents = useAgents();
  const named = new Map(agents.map(({ id, name }) => [id, name]));
  for (const fact of facts) {
    if (fact.kind === 'offered') for (const { id, name } of fact.agents) named.set(id, name);
    else if ('by' in fact && typeof fact.by === 'object') named.set(fact.by.id, fact.by.name);
  }
  return {
    agent: (userId) => named.get(userId) ?? t('facts.someone'),
    resident(residentId) {
      const match = caller.matches.find((one) => one.residentId === residentId);
      return match ? matchName(match) : t('facts.someone');
    },
  };
}

/** How the call came about, by the office's clock. */
export function StoryLines({ call }: { call: CallWithFacts }) {
  const { t } = useTranslation();
  const names = useStoryNames(call);
  const [isWhole, setIsWhole] = useState(false);
  const ordered = inOrder(call.facts);
  const short = thatMatter(ordered);
  return (
    <section className="sheet story-sheet">
      <h2>
        {t('calls.story')}
        {short.length < ordered.length && (
          <button type="button" className="text-key" aria-pressed={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {t(isWhole ? 'story.lessDetails' : 'story.details')}
          </button>
        )}
      </h2>
      <ol className="story-lines">
        {(isWhole ? ordered : short).map((fact) => (
          <li key={fact.key} data-fact={fact.kind}>
            <time dateTime={new Date(fact.at).toISOString()}>{exactClock(fact.at, uiLanguage())}</time>
            <span className="story-after" aria-label={t('story.after', { time: callClock(fact.at - call.arrivedAt) })}>
              {callClock(fact.at - call.arrivedAt)}
            </span>
            <span className="story-words" dir="auto">
              {storyLine(fact, t, names)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
