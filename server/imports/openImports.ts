import type { Clock } from '../clockwork/clock.ts';
import type { NewAuditEntry } from '../contract/audit.ts';
import type { ImportKind } from '../contract/imports.ts';
import type { Directory } from '../people/directory.ts';
import type { ResidentStore } from '../residents/ports.ts';
import type { ResidentDesk } from '../residents/residentDesk.ts';
import { openExportDesk } from './exportDesk.ts';
import type { ExportDesk } from './exportDesk.ts';
import { openImportDesk } from './importDesk.ts';
import type { ImportDesk, ImportDeskNeeds } from './importDesk.ts';
import { openImportThread } from './importThread.ts';
import type { ImportStore, ImportTarget } from './ports.ts';
import { residentTarget } from './residentTarget.ts';
import { staffTarget } from './staffTarget.ts';

interface ImportsNeeds extends Pick<ImportDeskNeeds, 'memory' | 'newId' | 'onTrouble'> {
  store: { imports: ImportStore; residents: ResidentStore };
  directory: Directory;
  residents: Pick<ResidentDesk, 'saveMany'>;
  putOnRecord: (entry: NewAuditEntry) => Promise<void>;
  /** The built thread that reads and writes tables. */
  workerFile: string;
  clock: Clock;
}

/** Lists of staff and residents: both desks write to and read from the same two. */
export function openImports({ store, directory, residents, putOnRecord, workerFile, clock, ...rest }: ImportsNeeds): { imports: ImportDesk; exportDesk: ExportDesk } {
  const targets: Record<ImportKind, ImportTarget> = { staff: staffTarget(directory), residents: residentTarget(store.residents, { save: (rows, audit) => residents.saveMany(rows, audit), putOnRecord }) };
  const shared = { targets, openThread: () => openImportThread(workerFile), countryOf: (unitId: string) => directory.unit(unitId)?.country ?? '', clock };
  return { imports: openImportDesk({ ...shared, ...rest, store: store.imports }), exportDesk: openExportDesk({ ...shared, putOnRecord }) };
}
