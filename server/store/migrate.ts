import { z } from 'zod';
import type { Migration } from './migrations.ts';
import { StoreFault, UnexpectedChanges, statement } from './recordsDatabase.ts';
import type { RecordsDatabase, Statement } from './recordsDatabase.ts';

// Any number will do as long as it never changes: two nodes that start at once meet at this lock.
const advisoryLock = 3_003_003_003;

/**
 * Brings the schema up to date. A step notes its own name in the transaction that carries it out, so a step that another
 * node has just finished is undone here as a whole and counts as done.
 * @throws StoreFault when the database was written by a newer version of the program
 */
export async function migrate(database: RecordsDatabase, steps: Migration[], now: number): Promise<void> {
  const { build, dialect } = database;
  const alone: Statement[] = dialect === 'postgres' ? [{ sql: `select pg_advisory_xact_lock(${advisoryLock})`, parameters: [] }] : [];
  await database.run([...alone, { sql: 'create table if not exists migrations (name text primary key not null, applied_at bigint not null)', parameters: [] }], { patient: true });
  const [applied] = await database.run([statement(build.selectFrom('migrations').select('name'))]);
  const names = new Set(z.array(z.object({ name: z.string() })).parse(applied?.rows).map((row) => row.name));
  for (const name of names) {
    if (!steps.some((step) => step.name === name)) throw new StoreFault(`the records were written by a newer version of this program (it knows ${name}); start that one`);
  }
  for (const step of steps) {
    if (names.has(step.name)) continue;
    const noted = build
      .insertInto('migrations')
      .values({ name: step.name, applied_at: now })
      .onConflict((conflict) => conflict.doNothing());
    try {
      await database.run([...alone, statement(noted, 1), ...step.statements(build, dialect).map((query) => statement(query))], { patient: true });
    } catch (error) {
      if (!(error instanceof UnexpectedChanges)) throw error;
    }
  }
}
