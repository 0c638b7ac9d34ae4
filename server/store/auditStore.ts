import { sql } from 'kysely';
import { z } from 'zod';
import { beforeFirst, linkHash } from '../privacy/auditChain.ts';
import type { AuditLink, ChainHead } from '../privacy/auditChain.ts';
import { splitEntry } from '../privacy/auditEntry.ts';
import type { AuditReader, AuditStore } from '../privacy/ports.ts';
import { entryBody } from './auditRows.ts';
import { UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase } from './recordsDatabase.ts';

const sealedAtOnce = 500;
// Five parameters a row.
const rowsPerStatement = 100;

const stored = z.object({ position: z.number().int(), at: z.number().int(), unit_id: z.string().nullable(), kind: z.string(), subject_id: z.string(), body: z.string() });
const sealedRows = z.array(stored.extend({ personal: z.string().nullable(), seq: z.number().int(), hash: z.string() }));
const headRows = z.array(z.object({ seq: z.number().int(), hash: z.string() }));

/** The chain of the audit log in a database. */
export function buildAuditStore(database: RecordsDatabase): AuditStore {
  const { build } = database;
  const asked = () => [statement(build.selectFrom('audit').select(['position', 'at', 'unit_id', 'kind', 'subject_id', 'body']).where('seq', 'is', null).orderBy('position').limit(sealedAtOnce)), statement(build.selectFrom('audit_chain').select(['seq', 'hash']).where('id', '=', 1))];

  return {
    async seal() {
      const [fresh, found] = await database.run(asked());
      const rows = z.array(stored).parse(fresh?.rows);
      if (rows.length === 0) return 0;
      const head = headOf(found?.rows);
      const links = chained(rows, head);
      const last = links.at(-1) ?? head;
      // The head first: of two nodes that seal at once the second finds it moved, and has written nothing.
      const moved = build.updateTable('audit_chain').set({ seq: last.seq, hash: last.hash }).where('id', '=', 1).where('seq', '=', head.seq).where('hash', '=', head.hash);
      const batch = [statement(moved, 1)];
      for (let from = 0; from < links.length; from += rowsPerStatement) {
        const some = links.slice(from, from + rowsPerStatement);
        const values = sql.join(some.map(({ position, seq, hash, body, personal }) => sql`(cast(${position} as bigint), cast(${seq} as bigint), cast(${hash} as text), cast(${body} as text), cast(${personal} as text))`));
        const write = sql`update audit set seq = v.column2, hash = v.column3, body = v.column4, personal = v.column5 from (values ${values}) as v where audit.position = v.column1 and audit.seq is null`;
        batch.push(statement({ compile: () => write.compile(build) }, some.length));
      }
      try {
        await database.run(batch);
      } catch (error) {
        if (!(error instanceof UnexpectedChanges)) throw error;
      }
      return links.length;
    },
    chain: buildAuditReader(database),
  };
}

/** The chain, to be read only. */
export function buildAuditReader(database: RecordsDatabase): AuditReader {
  const { build } = database;
  return {
    async state() {
      // The head last: another node may seal meanwhile, and then the head is ahead of what was counted, never behind it.
      const [top, open, found] = await database.run([
        statement(build.selectFrom('audit').select(({ fn }) => fn.max('seq').as('top'))),
        statement(build.selectFrom('audit').select(({ fn }) => fn.countAll<number>().as('open')).where('seq', 'is', null)),
        statement(build.selectFrom('audit_chain').select(['seq', 'hash']).where('id', '=', 1)),
      ]);
      const [highest] = z.array(z.object({ top: z.number().int().nullable() })).parse(top?.rows);
      const [unsealed] = z.array(z.object({ open: z.coerce.number() })).parse(open?.rows);
      return { head: headOf(found?.rows), top: highest?.top ?? 0, unsealed: unsealed?.open ?? 0 };
    },

    async links(after, upTo, limit) {
      const query = build.selectFrom('audit').select(['position', 'at', 'unit_id', 'kind', 'subject_id', 'body', 'personal', 'seq', 'hash']).where('seq', '>', after).where('seq', '<=', upTo).orderBy('seq').limit(limit);
      const [found] = await database.run([statement(query)]);
      return sealedRows.parse(found?.rows).map(({ unit_id, subject_id, ...row }): AuditLink => ({ ...row, unitId: unit_id, subjectId: subject_id }));
    },

    async erasedEntries() {
      const [found] = await database.run([statement(build.selectFrom('audit').select('body').where('kind', '=', 'caller'))]);
      const told = z.object({ act: z.string(), after: z.object({ entries: z.array(z.number().int()).optional() }).nullable() });
      const bodies = z.array(z.object({ body: z.string() })).parse(found?.rows).map(({ body }) => told.parse(JSON.parse(body)));
      return new Set(bodies.flatMap(({ act, after }) => (act === 'erased' ? (after?.entries ?? []) : [])));
    },
  };
}

function headOf(rows: unknown): ChainHead {
  return headRows.parse(rows)[0] ?? beforeFirst;
}

/** Gives each entry its place and its hash, and takes out of it what it tells of somebody: entries of older versions tell it in their body. */
function chained(rows: readonly z.infer<typeof stored>[], head: ChainHead): AuditLink[] {
  let last = head;
  return rows.map(({ unit_id, subject_id, ...row }) => {
    const read = entryBody.safeParse(JSON.parse(row.body));
    const split = read.success ? splitEntry(read.data) : null;
    const body = split !== null && split.personal !== null ? JSON.stringify(split.bare) : row.body;
    const bare = { ...row, unitId: unit_id, subjectId: subject_id, body, seq: last.seq + 1 };
    const link: AuditLink = { ...bare, personal: split?.personal ?? null, hash: linkHash(last.hash, bare) };
    last = link;
    return link;
  });
}
