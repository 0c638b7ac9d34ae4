import type { Job } from '../calls/effect.ts';

/** A job without what it was to write of the caller. */
export function blankJob(job: Job): Job {
  if (job.kind !== 'keepSlip') return job;
  const { recipientId, calledAt, recordedBy } = job.seed.content;
  const content = { ...(recipientId !== undefined && { recipientId }), ...(calledAt !== undefined && { calledAt }), ...(recordedBy !== undefined && { recordedBy }) };
  return { ...job, seed: { ...job.seed, content, recordingSid: null, sources: {}, declined: [] } };
}
