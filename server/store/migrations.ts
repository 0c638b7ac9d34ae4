import { callsSlipsPeople } from './migrations/001-calls-slips-people.ts';
import { callsFoundAgain } from './migrations/002-calls-found-again.ts';
import { audit } from './migrations/003-audit.ts';
import { residents } from './migrations/004-residents.ts';
import { imports } from './migrations/005-imports.ts';
import { slipsRead } from './migrations/006-slips-read.ts';
import { delivery } from './migrations/007-delivery.ts';
import { search } from './migrations/008-search.ts';
import { privacy } from './migrations/009-privacy.ts';
import { peopleVersion } from './migrations/010-people-version.ts';
import { slipsToComplete } from './migrations/010-slips-to-complete.ts';
import { slipsStanding } from './migrations/011-slips-standing.ts';
import { tasks } from './migrations/011-tasks.ts';
import { erased } from './migrations/012-erased.ts';
import { turns } from './migrations/013-turns.ts';
import { slipReaders } from './migrations/014-slip-readers.ts';
import { tasksEnded } from './migrations/015-tasks-ended.ts';
import type { Migration } from './migrations/migration.ts';

export type { Migration } from './migrations/migration.ts';

/** All steps in the order in which they are run: that of their release, which is not everywhere that of their numbers. A new step is a file of its own beside them, named here last. */
export const migrations: Migration[] = [callsSlipsPeople, callsFoundAgain, audit, residents, imports, slipsRead, delivery, privacy, peopleVersion, slipsToComplete, search, slipsStanding, tasks, erased, tasksEnded, slipReaders, turns];
