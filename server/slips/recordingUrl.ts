/** Where a slip's recording is heard: through us, by its id, never at the carrier's own address. */
export function recordingUrlOf(recordingSid: string): string {
  return `/api/recordings/${encodeURIComponent(recordingSid)}`;
}
