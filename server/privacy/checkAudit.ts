import type { AuditBreak, AuditCheck } from '../contract/audit.ts';
import { beforeFirst, digestOf, linkHash } from './auditChain.ts';
import type { AuditLink, ChainHead } from './auditChain.ts';
import type { AuditReader } from './ports.ts';

const linksAtOnce = 1_000;

/**
 * Walks the whole chain: every sealed entry must stand at its place with the hash that follows from the one before it, the last one must be the head, every anchor
 * must lie on the chain, and what an entry told of somebody may be missing only where an entry about an erasure says so.
 */
export async function checkAudit(reader: AuditReader, anchors: readonly ChainHead[], now: () => number): Promise<AuditCheck> {
  const { head, top, unsealed } = await reader.state();
  const anchored = new Map<number, string[]>();
  for (const { seq, hash } of anchors) anchored.set(seq, [...(anchored.get(seq) ?? []), hash]);
  const blank: AuditLink[] = [];
  let last: ChainHead = beforeFirst;
  let broken: AuditBreak | null = null;

  while (broken === null && last.seq < head.seq) {
    const links = await reader.links(last.seq, head.seq, linksAtOnce);
    if (links.length === 0) break;
    for (const link of links) {
      broken = faultOf(link, last);
      if (broken === null && anchored.get(link.seq)?.some((hash) => hash !== link.hash)) broken = { id: link.position, seq: link.seq, why: 'anchor' };
      if (broken !== null) break;
      if (isBlank(link)) blank.push(link);
      last = link;
    }
  }
  // An end that was cut off: the head, or a copy of an earlier head, knows of entries that are not there.
  if (broken === null && (last.seq !== head.seq || last.hash !== head.hash)) broken = { id: null, seq: last.seq + 1, why: 'missing' };
  if (broken === null && top > head.seq) broken = { id: null, seq: head.seq + 1, why: 'inserted' };
  const beyond = [...anchored.keys()].filter((seq) => seq > head.seq);
  if (broken === null && beyond.length > 0) broken = { id: null, seq: head.seq + 1, why: 'missing' };
  if (blank.length > 0) {
    const allowed = await reader.erasedEntries();
    const secret = blank.find(({ position }) => !allowed.has(position));
    if (secret && (broken === null || secret.seq < broken.seq)) broken = { id: secret.position, seq: secret.seq, why: 'blanked' };
  }
  return { at: now(), sealed: head.seq, unsealed, erased: blank.length, head: head.hash, anchors: anchors.length, broken };
}

function faultOf(link: AuditLink, last: ChainHead): AuditBreak | null {
  if (link.seq !== last.seq + 1) return { id: link.position, seq: last.seq + 1, why: 'missing' };
  if (linkHash(last.hash, link) !== link.hash) return { id: link.position, seq: link.seq, why: 'changed' };
  const digest = personalDigest(link);
  if (link.personal !== null && (digest === null || digestOf(link.personal) !== digest)) return { id: link.position, seq: link.seq, why: 'changed' };
  return null;
}

function isBlank(link: AuditLink): boolean {
  return link.personal === null && personalDigest(link) !== null;
}

function personalDigest({ body }: AuditLink): string | null {
  const { personal } = JSON.parse(body) as { personal?: string };
  return personal ?? null;
}
