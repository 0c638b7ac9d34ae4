import { createHash } from 'node:crypto';
import { z } from 'zod';
import { importField } from '../contract/imports.ts';
import { plainHeading } from './headingWords.ts';
import type { OpenImport } from './openImport.ts';

/** Small durable values by name. */
export interface NamedValues {
  get(name: string): Promise<string | null>;
  put(name: string, value: string | null): Promise<void>;
}

/** Lists of one office with the same headings mean the same. */
const nameOf = ({ record: { unitId, kind }, face }: OpenImport): string =>
  `import-columns:${unitId}:${kind}:${createHash('sha256').update((face?.headings ?? []).map(plainHeading).join('\n')).digest('hex').slice(0, 32)}`;

/** The fields of the columns: as somebody set them here, as they were the last time, or guessed. */
export async function chooseMapping(one: OpenImport, memory: NamedValues): Promise<void> {
  const { record, face } = one;
  if (!face) return;
  const width = face.headings.length;
  if (record.mapping?.length === width) {
    one.mapping = record.mapping;
    one.mappingFrom = 'person';
    return;
  }
  const known = face.headingRow === 0 ? null : await memory.get(nameOf(one));
  const remembered = known === null ? null : z.array(importField.nullable()).safeParse(JSON.parse(known));
  one.mapping = remembered?.success && remembered.data.length === width ? remembered.data : face.guess;
  one.mappingFrom = one.mapping === face.guess ? 'guess' : 'memory';
}

/** What the columns meant, for the next list like this. */
export const rememberMapping = (one: OpenImport, memory: NamedValues): Promise<void> => memory.put(nameOf(one), JSON.stringify(one.mapping));
