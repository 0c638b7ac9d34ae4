import type { CallCard } from '../../../../server/contract/card.ts';

/**
 * The card of a leg that rings here. The carrier names only the leg; an agent rings for one call at a time, so the card that is offered to
 * him says which. Where an earlier call that he let go still rings elsewhere, what the carrier says of the caller decides, then the newest. Pure.
 */
export function cardOfLeg(cards: readonly CallCard[], { userId, from, over }: { userId: string; from: string | null; over: ReadonlySet<string> }): CallCard | null {
  const offered = cards.filter((card) => card.state !== 'ended' && card.agent?.id !== userId && card.offeredTo.includes(userId));
  const rank = (card: CallCard): number => (over.has(card.id) ? 0 : 2) + (from !== null && card.caller.number === from ? 1 : 0);
  return offered.reduce<CallCard | null>((best, card) => (best === null || rank(card) > rank(best) || (rank(card) === rank(best) && card.arrivedAt > best.arrivedAt) ? card : best), null);
}
