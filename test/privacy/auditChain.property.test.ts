import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { beforeFirst, digestOf, linkHash } from '../../server/privacy/auditChain.ts';
import type { AuditLink, ChainHead } from '../../server/privacy/auditChain.ts';
import { checkAudit } from '../../server/privacy/checkAudit.ts';
import type { AuditReader } from '../../server/privacy/ports.ts';

const words = fc.string({ unit: 'binary', maxLength: 12 });
const anEntry = fc.record({ at: fc.nat(), unitId: fc.option(words), kind: fc.constantFrom('staff', 'resident'), subjectId: words, said: words, personal: fc.option(words) });

/** Entries as the store seals them. */
const aLog = fc.array(anEntry, { minLength: 2, maxLength: 12 }).map((entries) => {
  let last: ChainHead = beforeFirst;
  return entries.map(({ said, personal, ...entry }, index): AuditLink => {
    const body = JSON.stringify(personal === null ? { said } : { said, personal: digestOf(personal) });
    const bare = { ...entry, position: 10 + index, body, seq: index + 1 };
    const link = { ...bare, personal, hash: linkHash(last.hash, bare) };
    last = link;
    return link;
  });
});

const headOf = (links: readonly AuditLink[]): ChainHead => ({ seq: links.at(-1)?.seq ?? 0, hash: links.at(-1)?.hash ?? beforeFirst.hash });

function readerOf(rows: readonly AuditLink[], head: ChainHead, erased: readonly number[] = []): AuditReader {
  const sorted = [...rows].sort((a, b) => a.seq - b.seq);
  return {
    state: async () => ({ head, top: Math.max(0, ...rows.map(({ seq }) => seq)), unsealed: 0 }),
    // Three at a time, so that a break may lie between two pages.
    links: async (after, upTo) => sorted.filter(({ seq }) => seq > after && seq <= upTo).slice(0, 3),
    erasedEntries: async () => new Set(erased),
  };
}

const check = async (rows: readonly AuditLink[], head: ChainHead, anchors: readonly ChainHead[] = [], erased: readonly number[] = []) => (await checkAudit(readerOf(rows, head, erased), anchors, () => 0)).broken;

test('a log that nobody touched is whole, with every earlier head of it as an anchor', async () => {
  await fc.assert(fc.asyncProperty(aLog, async (log) => expect(await check(log, headOf(log), log.map(({ seq, hash }) => ({ seq, hash })))).toBeNull()));
});

/** What a hand may do to the rows; each gives other rows than before. */
const tamperings: Record<string, (log: AuditLink[], at: number, other: number) => AuditLink[]> = {
  'deletes one': (log, at) => log.filter((_, index) => index !== at),
  'deletes one and closes the gap': (log, at) => log.filter((_, index) => index !== at).map((link, index) => ({ ...link, seq: index + 1 })),
  'edits its words': (log, at) => log.map((link, index) => (index === at ? { ...link, body: JSON.stringify({ ...(JSON.parse(link.body) as object), said: `${link.body}!` }) } : link)),
  'edits its time': (log, at) => log.map((link, index) => (index === at ? { ...link, at: link.at + 1 } : link)),
  'edits its office': (log, at) => log.map((link, index) => (index === at ? { ...link, unitId: link.unitId === null ? '' : null } : link)),
  'edits its id': (log, at) => log.map((link, index) => (index === at ? { ...link, position: 900 } : link)),
  'edits what it tells of somebody': (log, at) => log.map((link, index) => (index === at ? { ...link, personal: `${link.personal ?? ''}!` } : link)),
  'changes two about': (log, at, other) => log.map((link, index) => ({ ...link, seq: index === at ? other + 1 : index === other ? at + 1 : link.seq })),
  'puts one in': (log, at) => [...log.slice(0, at), { ...(log[at] as AuditLink), position: 901 }, ...log.slice(at)].map((link, index) => ({ ...link, seq: index + 1 })),
  'edits one and writes its hash anew': (log, at) =>
    log.map((link, index) => {
      if (index !== at) return link;
      const bare = { ...link, at: link.at + 1 };
      return { ...bare, hash: linkHash(log[at - 1]?.hash ?? beforeFirst.hash, bare) };
    }),
  'puts one behind the head': (log) => [...log, { ...(log.at(-1) as AuditLink), seq: log.length + 1 }],
};

for (const [what, tamper] of Object.entries(tamperings)) {
  test(`whoever ${what} is found`, async () => {
    await fc.assert(
      fc.asyncProperty(aLog, fc.nat(), fc.nat(), async (log, some, another) => {
        const at = some % log.length;
        const other = (at + 1 + (another % (log.length - 1))) % log.length;
        expect(await check(tamper(log, at, other), headOf(log))).not.toBeNull();
      }),
    );
  });
}

test('an end that was cut off is found by the head; where the head was set back too, by any anchor beyond it', async () => {
  await fc.assert(
    fc.asyncProperty(aLog, fc.nat(), async (log, some) => {
      const left = log.slice(0, some % log.length);
      expect(await check(left, headOf(log))).toMatchObject({ why: 'missing', seq: left.length + 1 });
      expect(await check(left, headOf(left), [headOf(log)])).toMatchObject({ why: 'missing', seq: left.length + 1 });
    }),
  );
});

test('a log written wholly anew with right hashes is found by an anchor of the old one', async () => {
  await fc.assert(
    fc.asyncProperty(aLog, fc.nat(), async (log, some) => {
      const from = some % log.length;
      let last: ChainHead = from === 0 ? beforeFirst : headOf(log.slice(0, from));
      const anew = log.map((link, index) => {
        if (index < from) return link;
        const bare = { ...link, at: link.at + 1 };
        const written = { ...bare, hash: linkHash(last.hash, bare) };
        last = written;
        return written;
      });
      expect(await check(anew, headOf(anew), [headOf(log)])).toMatchObject({ why: 'anchor' });
    }),
  );
});

test('values may be missing only where an erasure is on record', async () => {
  await fc.assert(
    fc.asyncProperty(aLog, async (log) => {
      const blank = log.map((link) => ({ ...link, personal: null }));
      const told = log.filter(({ personal }) => personal !== null).map(({ position }) => position);
      expect(await check(blank, headOf(log), [], told)).toBeNull();
      if (told.length > 0) expect(await check(blank, headOf(log), [], told.slice(1))).toMatchObject({ id: told[0], why: 'blanked' });
    }),
  );
});
