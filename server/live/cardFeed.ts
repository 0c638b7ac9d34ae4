import type { CallCard } from '../contract/card.ts';

/** How a card reaches one console. */
export type CardEvent = 'call:card' | 'call:amended';

/**
 * What one connection was told of each call. Cards may reach it twice or in the wrong order (several nodes, late facts):
 * its console sees versions that only grow, the end of a call once, and corrections after it as such.
 */
export interface CardFeed {
  /** The connection was given these as a whole. */
  begin(cards: readonly CallCard[]): void;
  /** As what this card is to be sent; null when this connection has it, or newer, already. */
  next(card: CallCard, how: 'changed' | 'ended' | 'amended'): CardEvent | null;
}

/** Ended calls are remembered so that none ends twice; this many, for a connection may stay for weeks. */
const endedKept = 5000;

/** @see CardFeed */
export function openCardFeed(): CardFeed {
  const open = new Map<string, number>();
  const ended = new Map<string, number>();

  function forgetOldest(): void {
    for (const id of ended.keys()) {
      if (ended.size <= endedKept) return;
      ended.delete(id);
    }
  }

  return {
    begin(cards) {
      for (const { id, version } of cards) open.set(id, Math.max(version, open.get(id) ?? 0));
    },
    next(card, how) {
      const sawEnd = ended.get(card.id);
      const seen = sawEnd ?? open.get(card.id);
      if (seen !== undefined && card.version <= seen) return null;
      if (card.state !== 'ended') {
        // `ended` is never left: a card of an open call that comes after it is old whatever its number.
        if (sawEnd !== undefined) return null;
        open.set(card.id, card.version);
        return 'call:card';
      }
      const isCorrection = sawEnd !== undefined || (how === 'amended' && seen === undefined);
      open.delete(card.id);
      ended.set(card.id, card.version);
      forgetOldest();
      return isCorrection ? 'call:amended' : 'call:card';
    },
  };
}
