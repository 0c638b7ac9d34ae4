import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const made: string[] = [];

/** A new empty folder under the system's temporary one. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'three-rings-store-'));
  made.push(folder);
  return folder;
}

/** Removes what this test file made. */
export function removeTemporaryFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
}
