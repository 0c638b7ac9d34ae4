import type { StoreLog } from '../../../server/store/storeLog.ts';

export interface Reported {
  level: 'info' | 'warn' | 'error';
  fields: object;
  message: string;
}

/** A logger that keeps what it is told, for tests to look at. */
export function listeningLog(): StoreLog & { reported: Reported[] } {
  const reported: Reported[] = [];
  const keep = (level: Reported['level']) => (fields: object, message: string) => {
    reported.push({ level, fields, message });
  };
  return { reported, info: keep('info'), warn: keep('warn'), error: keep('error') };
}
