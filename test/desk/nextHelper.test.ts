import { expect, test } from '@jest/globals';
import { nextHelper, wantedAsAsked } from '../../client/src/desk/DeskProvider/nextHelper.ts';
import type { AskedInstead } from '../../client/src/desk/DeskProvider/nextHelper.ts';
import type { WantedPerson } from '../../server/contract/card.ts';
import type { HelperView } from '../../server/contract/people.ts';

const helpers = ['刘洋', '周强', '黄国华'].map((name, at) => ({ id: `h${at}`, name })) as HelperView[];
const zhang: WantedPerson = { staffId: 'zhang', name: '张伟', away: true, backAt: null };

/** Presses the key for others so often; `comes` says after which presses the card has come. @returns who was asked for at each press */
function press(times: number, comes: (at: number) => boolean): (string | null | undefined)[] {
  let card: WantedPerson | null = zhang;
  let asked: AskedInstead | null = null;
  const told: (string | null | undefined)[] = [];
  for (let at = 0; at < times; at += 1) {
    const wanted = wantedAsAsked(card, asked, helpers);
    const next = nextHelper(wanted, helpers);
    told.push(next === undefined ? undefined : (next?.name ?? null));
    const to: string = next?.id ?? 'zhang';
    asked = { from: card.staffId, to, first: 'zhang' };
    if (!comes(at)) continue;
    card = to === 'zhang' ? zhang : { ...zhang, staffId: to, name: next?.name ?? '', insteadOf: { staffId: 'zhang', name: '张伟' } };
    asked = null;
  }
  return told;
}

test('[L6] the key for others goes through all who can help and back to the one who was asked for, also when it is pressed before the card has come', () => {
  const round = ['刘洋', '周强', '黄国华', null, '刘洋'];
  expect(press(5, () => true)).toEqual(round);
  expect(press(5, () => false)).toEqual(round);
  expect(press(5, (at) => at % 2 === 0)).toEqual(round);
  expect(press(5, (at) => at % 2 === 1)).toEqual(round);
});

test('[L6] where nobody can help, or nobody is wanted, the key does nothing', () => {
  expect(nextHelper(null, helpers)).toBeUndefined();
  expect(nextHelper(zhang, [])).toBeUndefined();
});
