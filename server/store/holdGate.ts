import type { RecordsDatabase } from './recordsDatabase.ts';

/** For tests of what happens when the store hangs. */
export interface HoldGate {
  /** From now on nothing is answered, neither reads nor writes; they wait. Calling what it returns lets all of them go on. */
  hold(): () => void;
}

/** Puts a gate in front of a database. Closing opens it. */
export function withHoldGate(database: RecordsDatabase): { database: RecordsDatabase; gate: HoldGate } {
  const holds = new Set<{ opened: Promise<void>; open: () => void }>();
  return {
    database: {
      ...database,
      async run(batch, how) {
        for (const { opened } of holds) await opened;
        return database.run(batch, how);
      },
      async close() {
        for (const { open } of holds) open();
        await database.close();
      },
    },
    gate: {
      hold() {
        let release = (): void => undefined;
        const opened = new Promise<void>((resolve) => {
          release = resolve;
        });
        const held = {
          opened,
          open: () => {
            holds.delete(held);
            release();
          },
        };
        holds.add(held);
        return held.open;
      },
    },
  };
}
