import { DomainError } from '../../contract/errors.ts';
import { importLimits, importPatch, importQuery, importRows, importRowsQuery, importView, pieceQuery, tableLanguageQuery } from '../../contract/imports.ts';
import type { User } from '../../people/people.ts';
import { mayKeepOffice } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { rawBody } from '../rawBody.ts';
import { RawReply, signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const keepers = ['supervisor', 'admin'] as const;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The name of a file as the header has it, a URI component because headers hold no Chinese. */
function fileNameOf(header: string | string[] | undefined): string {
  if (typeof header !== 'string') return '';
  try {
    return decodeURIComponent(header);
  } catch (cause) {
    if (cause instanceof URIError) return header;
    throw cause;
  }
}

function markOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,7}$/.test(cursor)) throw new DomainError('bad_input', 'not accepted: cursor', { cursor: 'not a page mark of this list' });
  return Number(cursor);
}

/** Lists of staff and residents come in: a file, what its columns mean, a preview, and only then the records. */
export function importRoutes({ imports }: HttpDeps): Route[] {
  /** What is outside of his offices does not exist for him. */
  async function mine(id: string, user: User): Promise<string> {
    const unitId = await imports.officeOf(id);
    if (unitId === null || !mayKeepOffice(user, unitId)) throw new DomainError('not_found', 'no such import');
    return id;
  }
  return [
    signedInRoute(
      { method: 'post', path: '/api/imports', summary: 'A list of staff or residents: the body is the file, CSV or XLSX, or its first piece; its name stands in X-File-Name', status: 201, query: importQuery, reply: importView, roles: keepers, refusals: ['too_large', 'forbidden'] },
      async ({ me, query: { kind, unitId, size }, request, response }) => {
        if (!mayKeepOffice(me.user, unitId)) throw new DomainError('forbidden', 'this office is not yours', { unitId: 'out of scope' });
        if ((size ?? 0) > importLimits.bytes) throw new DomainError('too_large', 'a file may have 20 MB');
        const body = await rawBody(request, importLimits.bytes);
        const begun = await imports.begin({ kind, unitId, fileName: fileNameOf(request.headers['x-file-name']), size: size ?? body.length, by: { id: me.user.id, name: me.user.name } });
        response.location(`/api/imports/${begun.id}`);
        return imports.addPiece(begun.id, 0, body);
      },
    ),
    signedInRoute(
      { method: 'post', path: '/api/imports/:id/file', summary: 'The next piece of the file', query: pieceQuery, reply: importView, roles: keepers, refusals: ['not_found', 'conflict', 'too_large', 'wrong_state'] },
      async ({ me, param, query, request }) => imports.addPiece(await mine(param('id'), me.user), query.from, await rawBody(request, importLimits.bytes)),
    ),
    signedInRoute({ method: 'get', path: '/api/imports/:id', summary: 'How far an import is', reply: importView, roles: keepers, refusals: ['not_found'] }, async ({ me, param }) => imports.view(await mine(param('id'), me.user))),
    signedInRoute({ method: 'get', path: '/api/imports/:id/rows', summary: 'Rows of the preview', query: importRowsQuery, reply: importRows, roles: keepers, refusals: ['not_found'] }, async ({ me, param, query: { show, limit, cursor } }) => {
      const { items, next } = await imports.rows(await mine(param('id'), me.user), { show, limit, from: markOf(cursor) });
      return { items, ...(next !== null && { next: String(next) }) };
    }),
    signedInRoute({ method: 'patch', path: '/api/imports/:id', summary: 'What the columns mean, which sheet, all or the good rows: the preview is made anew', body: importPatch, reply: importView, roles: keepers, refusals: ['not_found', 'wrong_state'] }, async ({ me, param, body }) => imports.change(await mine(param('id'), me.user), body)),
    signedInRoute({ method: 'post', path: '/api/imports/:id/apply', summary: 'Writes what the preview shows', reply: importView, roles: keepers, refusals: ['not_found', 'wrong_state'] }, async ({ me, param }) => imports.apply(await mine(param('id'), me.user))),
    signedInRoute({ method: 'delete', path: '/api/imports/:id', summary: 'Throws an import away that is not being written', status: 204, roles: keepers, refusals: ['not_found', 'wrong_state'] }, async ({ me, param }) => imports.remove(await mine(param('id'), me.user))),
    signedInRoute({ method: 'get', path: '/api/imports/:id/report', summary: 'The rows that cannot be used, as a workbook, the reason beside each', query: tableLanguageQuery, replyTypes: [workbook], roles: keepers, refusals: ['not_found', 'wrong_state'] }, async ({ me, param, query, response }) => {
      const made = await imports.report(await mine(param('id'), me.user), query.language);
      response.attachment(query.language === 'en' ? 'import-errors.xlsx' : '导入问题.xlsx');
      return new RawReply(workbook, Buffer.from(made));
    }),
  ];
}
