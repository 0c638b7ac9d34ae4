import path from 'node:path';
import { openStore, type Store } from '../../../server/store/openStore.ts';
import { builtWorker } from '../../store/support/builtFile.ts';
import { temporaryFolder } from '../../store/support/folders.ts';
import { listeningLog } from '../../store/support/listeningLog.ts';

/** The real records, empty, in a folder of their own. Close it, then `removeTemporaryFolders()`. */
export async function openRecords(file = path.join(temporaryFolder(), 'records.db')): Promise<Store & { file: string }> {
  const store = await openStore({ kind: 'sqlite', file, workerFile: builtWorker('sqliteWorker'), log: listeningLog() });
  return { ...store, file };
}
