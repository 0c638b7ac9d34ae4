import type { StoryFact } from './storyLine.ts';

/** In the order in which they happened; of the same moment, in the order in which they were stored. */
export const inOrder = (facts: readonly StoryFact[]): StoryFact[] => facts.map((fact, place) => ({ fact, place })).sort((a, b) => a.fact.at - b.fact.at || a.place - b.place).map(({ fact }) => fact);

/** A text that was typed on is told once, as it stood when the writer turned to something else. */
const isTypedOn = (fact: StoryFact, later: readonly StoryFact[]): boolean => {
  if (fact.kind !== 'noted') return false;
  const next = later.find(({ kind }) => kind === 'noted');
  return next?.kind === 'noted' && next.name === fact.name && next.by.id === fact.by.id;
};

/** What the telephone did and nobody asks for, unless he asks for everything: a phone being dialled, one that rings among those named, a leg put down with its call. */
const isWiring = (fact: StoryFact): boolean => fact.kind === 'dialEnded' || (fact.kind === 'leg' && (fact.status === 'initiated' || fact.status === 'ringing' || fact.status === 'completed'));

/** The facts that matter, from ordered ones. */
export const thatMatter = (facts: readonly StoryFact[]): StoryFact[] => facts.filter((fact, place) => !isWiring(fact) && !isTypedOn(fact, facts.slice(place + 1)));
