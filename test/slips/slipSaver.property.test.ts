import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Refusal } from '../../client/src/app/request.ts';
import { openSaver } from '../../client/src/slips/openSaver.ts';
import type { SlipSaver } from '../../client/src/slips/openSaver.ts';
import type { Unsaved } from '../../client/src/slips/unsaved.ts';
import { DomainError } from '../../server/contract/errors.ts';
import type { Slip, SlipPatch } from '../../server/contract/slip.ts';
import { openSlipDesk } from '../../server/slips/slipDesk.ts';
import type { SlipDesk } from '../../server/slips/slipDesk.ts';
import { planOfNobody } from '../support/planOfNobody.ts';
import { memorySlips } from '../support/memorySlips.ts';

const fields = ['message', 'callerName', 'callerCompany'] as const;
type Field = (typeof fields)[number];
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

interface Asked {
  patch: SlipPatch;
  answer(slip: Slip): void;
  refuse(error: unknown): void;
}

/** One page: a saver, what its fields show, what its browser keeps over a reload, and requests that the network still has. */
class Page {
  saver!: SlipSaver;
  shown: Slip;
  kept: Unsaved | null = null;
  onTheWay: Asked[] = [];
  timers = new Set<() => void>();
  /** Every text that stood before this writer's eyes. */
  saw = new Set<string>();
  last: Partial<Record<Field, string>> = {};
  gaveUp = new Set<string>();
  conflicts = 0;
  readonly name: string;
  private readonly desk: SlipDesk;

  constructor(name: string, desk: SlipDesk, slip: Slip) {
    this.name = name;
    this.desk = desk;
    this.shown = slip;
    this.open();
  }

  open(): void {
    const left = this.kept;
    this.onTheWay = [];
    this.timers.clear();
    this.saver = openSaver({
      patch: (patch) => new Promise((answer, refuse) => this.onTheWay.push({ patch, answer, refuse })),
      load: async () => this.show(await this.stored()),
      history: async () => [],
      seen: () => this.shown,
      keep: (unsaved) => {
        // What is kept must survive being written down.
        this.kept = JSON.parse(JSON.stringify(unsaved)) as Unsaved | null;
        return true;
      },
      now: () => 0,
      later: (_, act) => {
        this.timers.add(act);
        return () => this.timers.delete(act);
      },
    });
    if (left) this.saver.adopt(left);
  }

  async stored(): Promise<Slip> {
    return (await this.desk.get(this.shown.id)) as Slip;
  }

  show(slip: Slip): Slip {
    if (slip.version >= this.shown.version) this.shown = slip;
    this.look();
    return slip;
  }

  look(): void {
    const { unsaved, conflicts } = this.saver.saving();
    this.conflicts += conflicts.length;
    for (const field of fields) {
      // A field shows what is typed, else what is stored; at a conflict the other text stands beside it.
      if (unsaved[field] === undefined || conflicts.includes(field)) this.saw.add(this.shown[field]);
      if (unsaved[field] !== undefined) this.saw.add(unsaved[field]);
    }
  }

  type(field: Field, text: string): void {
    this.look();
    this.saw.add(text);
    this.last[field] = text;
    this.saver.edit({ [field]: text });
  }

  passTime(): void {
    const due = [...this.timers];
    this.timers.clear();
    for (const act of due) act();
  }

  /** The network brings the oldest request to the server, or not, and the answer back, or not. */
  async network(how: 'deliver' | 'loseAnswer' | 'drop', watch: (page: Page, before: Slip, after: Slip) => void): Promise<void> {
    const asked = this.onTheWay.shift();
    if (!asked) return;
    if (how === 'drop') return asked.refuse(new Refusal('network', 'cut'));
    const before = await this.stored();
    let answer: () => void;
    try {
      const slip = await this.desk.patch(before.id, asked.patch, { id: this.name, name: this.name }, 0);
      answer = () => asked.answer(this.show(slip));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      answer = () => asked.refuse(new Refusal(error.code, error.message, error.fields));
    }
    watch(this, before, await this.stored());
    if (how === 'deliver') answer();
    else asked.refuse(new Refusal('network', 'lost'));
  }

  async hear(): Promise<void> {
    this.show(await this.stored());
    this.saver.heard(this.shown);
    this.look();
  }

  decide(mine: boolean): void {
    this.look();
    for (const name of this.saver.saving().conflicts) {
      if (mine) this.saver.keepMine(name);
      else {
        this.gaveUp.add(String(this.saver.saving().unsaved[name]));
        this.saver.takeTheirs(name);
      }
    }
  }
}

type Step = { page: number; act: 'type' | 'time' | 'deliver' | 'loseAnswer' | 'drop' | 'hear' | 'reload' | 'mine' | 'theirs'; field: number };
const steps = (pages: number) =>
  fc.array(fc.record({ page: fc.nat({ max: pages - 1 }), act: fc.constantFrom<Step['act']>('type', 'type', 'type', 'time', 'time', 'deliver', 'deliver', 'loseAnswer', 'drop', 'hear', 'reload', 'mine', 'theirs'), field: fc.nat({ max: fields.length - 1 }) }), { minLength: 5, maxLength: 60 });

/** Lives through the steps, then lets everything come to rest. @returns the pages, the slip in the end, and every text that was ever stored */
async function live(pageCount: number, plan: readonly Step[], fieldOf: (step: Step) => Field) {
  let texts = 0;
  const desk = openSlipDesk({ store: memorySlips(), cityOf: async () => null, readNumber: () => ({ kind: 'none' }), staffName: () => null, callOf: async () => null, newId: () => 'S1', newSendingId: () => `D${texts++}`, planOf: planOfNobody });
  const slip = await desk.create({ unitId: 'u' }, { id: 'a', name: 'a' }, 0);
  const pages = Array.from({ length: pageCount }, (_, at) => new Page(`page${at}`, desk, slip));
  const everStored = new Set<string>();
  const blind: string[] = [];
  const watch = (page: Page, before: Slip, after: Slip): void => {
    for (const field of fields) {
      everStored.add(after[field]);
      if (before[field] !== after[field] && !page.saw.has(before[field])) blind.push(`${page.name} wrote ${after[field]} over ${before[field]} unseen`);
    }
  };
  for (const step of plan) {
    const page = pages[step.page] as Page;
    if (step.act === 'type') page.type(fieldOf(step), `text${++texts}`);
    else if (step.act === 'time') page.passTime();
    else if (step.act === 'hear') await page.hear();
    else if (step.act === 'reload') page.open();
    else if (step.act === 'mine' || step.act === 'theirs') page.decide(step.act === 'mine');
    else await page.network(step.act, watch);
    await settle();
    page.look();
  }
  for (let round = 0; ; round++) {
    if (round > 200) throw new Error('it does not come to rest');
    for (const page of pages) {
      page.passTime();
      await page.network('deliver', watch);
      await settle();
      await page.hear();
      page.decide(round % 2 === 0);
    }
    if (pages.every(({ saver, timers, onTheWay }) => saver.saving().state === 'saved' && timers.size === 0 && onTheWay.length === 0)) break;
  }
  return { pages, end: (await desk.get('S1')) as Slip, everStored, blind };
}

describe('what is typed reaches the server over any network', () => {
  test('one page: its last text of each field is stored in the end, and it never conflicts with itself, whatever answers were lost and however often it was reloaded', async () => {
    await fc.assert(
      fc.asyncProperty(steps(1), async (plan) => {
        const { pages, end, blind } = await live(1, plan, (step) => fields[step.field] as Field);
        const [page] = pages as [Page];
        expect(blind).toEqual([]);
        expect(page.conflicts).toBe(0);
        for (const field of fields) expect(end[field]).toBe(page.last[field] ?? '');
        expect(page.kept).toBeNull();
      }),
      { numRuns: 150 },
    );
  });

  test('pages that type in different fields never conflict, and all of it is stored', async () => {
    await fc.assert(
      fc.asyncProperty(steps(3), async (plan) => {
        const { pages, end } = await live(3, plan, (step) => fields[step.page] as Field);
        for (const [at, page] of pages.entries()) {
          expect(page.conflicts).toBe(0);
          expect(end[fields[at] as Field]).toBe(page.last[fields[at] as Field] ?? '');
        }
      }),
      { numRuns: 150 },
    );
  });

  test('pages that type in the same fields: no text is ever written over by somebody who has not seen it, and each last text was stored or given up by its writer', async () => {
    await fc.assert(
      fc.asyncProperty(steps(2), async (plan) => {
        const { pages, everStored, blind } = await live(2, plan, (step) => fields[step.field] as Field);
        expect(blind).toEqual([]);
        for (const page of pages) for (const text of Object.values(page.last)) expect([text, everStored.has(text) || page.gaveUp.has(text)]).toEqual([text, true]);
      }),
      { numRuns: 300 },
    );
  });
});
