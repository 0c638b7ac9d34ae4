/** Sentences by family (families.txt): what is wanted of an agent's sentence after what the caller said. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Call } from '../../server/etiquette/call.ts';
import type { Judgement } from '../../server/etiquette/finding.ts';
import { aCall, dataFolder } from './labelledCall.ts';

export type Wanted = { readonly wanted: string; readonly caller: string; readonly words: string; readonly call: Call };

/** What of the wanted kind was found in the agent's sentence: `P=20`, `casual`, `no casual`. */
export function foundIn({ wanted }: Pick<Wanted, 'wanted'>, { findings, shown, promises }: Judgement): string {
  if (wanted.startsWith('P')) {
    const promise = promises.find(({ segment }) => segment === 2);
    return promise === undefined ? 'P0' : promise.dueMinutes === null ? 'P-' : `P=${promise.dueMinutes}`;
  }
  const rule = wanted.replace('no ', '');
  return [...findings, ...shown].some((each) => each.rule === rule && each.segment === 2) ? rule : `no ${rule}`;
}

const read = (name: string): Wanted[] => readFileSync(path.join(dataFolder, name), 'utf8')
  .split('\n')
  .filter((line) => line.includes(' | '))
  .filter((line) => !line.startsWith('#'))
  .map((line) => {
    const [wanted = '', caller = '', words = ''] = line.split(' | ');
    const call = aCall([['agent', '您好云栖花园物业请问有什么可以帮您'], ['caller', caller], ['agent', words], ['caller', '嗯'], ['agent', '谢谢再见']], { kind: wanted.endsWith('repeat') ? 'complaint' : 'other' });
    return { wanted, caller, words, call };
  });

export const families = read('families.txt');
export const wordings = read('wordings.txt');
