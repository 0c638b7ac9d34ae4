/** Where a slip's recording is heard: through us, by its id, never at the carrier's own address. */
export function recordingUrlOf(recordingSid: string): string {
  return `/api/recordings/${encodeURIComponent(recordingSid)}`;
}

/** The carrier's id of the recording behind such an address; null when it is no such address. */
export function recordingSidOf(url: string): string | null {
  return /^\/api\/recordings\/(RE[0-9a-fA-F]{32})$/.exec(url)?.[1] ?? null;
}
