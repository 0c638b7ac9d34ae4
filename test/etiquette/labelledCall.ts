/** Reading the labelled calls and the written dialogues that the tests judge. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { callSchema, type Call } from '../../server/etiquette/call.ts';
import type { Judgement } from '../../server/etiquette/finding.ts';

export const dataFolder = path.join(process.cwd(), 'test', 'etiquette', 'data');

type Place = { readonly rule: string; readonly segment: number | null };
export type Labels = { readonly opener: Judgement['opener']; readonly violations: Place[]; readonly shown: Place[]; readonly promises: { readonly segment: number; readonly dueMinutes: number | null }[] };

export const labelledCalls: { call: Call; labels: Labels }[] = readdirSync(dataFolder)
  .filter((name) => name.startsWith('dev-'))
  .map((name) => {
    const raw = JSON.parse(readFileSync(path.join(dataFolder, name), 'utf8')) as { labels: Labels };
    return { call: callSchema.parse(raw), labels: raw.labels };
  });

/** Sentences kept as JSON beside the calls. */
export const sentences = (name: string): unknown => JSON.parse(readFileSync(path.join(dataFolder, name), 'utf8'));

/** A call made of lines, each speaking for 2.5 s; the caller hangs up. */
export function aCall(lines: readonly (readonly ['agent' | 'caller', string])[], over: Record<string, unknown> = {}): Call {
  const end = lines.length * 3000 + 1000;
  return callSchema.parse({
    unit: { name: '云栖花园物业服务中心', aliases: ['云栖花园物业'] },
    agent: { name: '林悦' },
    staff: [{ name: '韩立', title: '工程部主管', extension: '8012', privateNumbers: ['13800138000'] }],
    events: [{ type: 'arrived', at: 0 }, { type: 'answered', at: 500, by: 'agent' }, { type: 'ended', at: end, by: 'caller' }],
    segments: lines.map(([speaker, text], i) => ({ speaker, start: 1000 + i * 3000, end: 3500 + i * 3000, text })),
    ...over,
  });
}

/**
 * The dialogues of dialogues.txt: `# kind | unit [| outbound]`, then A (agent), C (caller) and E (event) lines; behind a line
 * stand `+practice` and `P-` or `P=minutes` for what is to be found in it, and nothing else may be found.
 */
export const dialogues: { title: string; call: Call; wanted: string[] }[] = readFileSync(path.join(dataFolder, 'dialogues.txt'), 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((block) => {
    const [head = '', ...lines] = block.trim().split('\n');
    const [kind = 'other', unit = '', direction] = head.split(' | ');
    const wanted: string[] = [];
    const segments: unknown[] = [];
    const events: unknown[] = [{ type: 'arrived', at: 0 }, { type: 'answered', at: 0 }];
    let at = 0;
    for (const line of lines) {
      if (line.startsWith('E')) {
        events.push({ type: line.slice(2).trim(), at: at + 100 });
        at += 400;
        continue;
      }
      const [text = '', ...marks] = line.slice(2).split(/ (?=\+|P[-=])/);
      wanted.push(...marks.map((mark) => `${segments.length} ${mark.trim()}`));
      segments.push({ speaker: line.startsWith('A') ? 'agent' : 'caller', start: at, end: at + 2500, text });
      at += 3000;
    }
    events.push({ type: 'ended', at, by: 'caller' });
    const call = callSchema.parse({ kind, direction: direction ?? 'inbound', agent: { name: '林悦' }, unit: { name: unit, aliases: [unit.replace('服务中心', '').replace(' Office', '')] }, segments, events });
    return { title: lines.find((line) => line.startsWith('C'))?.slice(2) ?? head, call, wanted: wanted.sort() };
  });
