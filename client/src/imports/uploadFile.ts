import { importLimits } from '../../../server/contract/imports.ts';
import type { ImportKind, ImportView } from '../../../server/contract/imports.ts';
import { Refusal, request } from '../app/request.ts';

/** How long to wait before a piece is sent again, ms; sooner when the browser says that it is online. */
const againMs = 2_000;

async function sendPiece(path: string, piece: Blob, headers: Record<string, string>): Promise<ImportView> {
  let response: Response;
  try {
    response = await fetch(path, { method: 'POST', headers: { 'content-type': 'application/octet-stream', ...headers }, body: piece });
  } catch (cause) {
    throw new Refusal('network', cause instanceof Error ? cause.message : 'no answer');
  }
  const body = (await response.json().catch(() => null)) as (ImportView & { error?: { code: Refusal['code']; message: string } }) | null;
  if (response.ok && body) return body;
  throw new Refusal(body?.error?.code ?? 'network', body?.error?.message ?? `status ${response.status}`);
}

const backOnline = (): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      window.removeEventListener('online', go);
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(go, againMs);
    window.addEventListener('online', go);
  });

/** Lost lines and busy servers pass; what the server refuses does not. */
const passes = (cause: unknown): boolean => cause instanceof Refusal && (cause.code === 'network' || cause.code === 'unavailable');

/** A file on its way in pieces. */
export interface Upload {
  kind: ImportKind;
  unitId: string;
  file: File;
  /** Called with each answer; `isLost` while the line is down. */
  onView: (view: ImportView) => void;
  onLost: (isLost: boolean) => void;
}

/** Sends a file in pieces, the first of which makes the import. @throws Refusal */
export async function beginUpload(upload: Upload): Promise<void> {
  const { kind, unitId, file } = upload;
  const query = new URLSearchParams({ kind, unitId, size: String(file.size) });
  const begun = await sendPiece(`/api/imports?${query.toString()}`, file.slice(0, importLimits.pieceBytes), { 'x-file-name': encodeURIComponent(file.name) });
  upload.onView(begun);
  await goOnUploading(upload, begun);
}

/** Sends what the server does not have yet, over lost connections. @throws Refusal */
export async function goOnUploading({ file, onView, onLost }: Upload, begun: ImportView): Promise<void> {
  for (let { received } = begun; received < file.size; ) {
    try {
      const view = await sendPiece(`/api/imports/${begun.id}/file?from=${received}`, file.slice(received, received + importLimits.pieceBytes), {});
      onLost(false);
      received = view.received;
      onView(view);
    } catch (cause) {
      if (!passes(cause)) throw cause;
      onLost(true);
      await backOnline();
      // A piece may have arrived whose answer was lost.
      received = await request<ImportView>('GET', `/api/imports/${begun.id}`).then(
        (view) => view.received,
        () => received,
      );
    }
  }
  onLost(false);
}
