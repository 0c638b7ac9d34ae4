import { Readable } from 'node:stream';
import { DomainError } from '../../contract/errors.ts';
import { exportQuery, importKind, templateQuery } from '../../contract/imports.ts';
import type { ImportKind } from '../../contract/imports.ts';
import { mayKeepOffice } from '../authority.ts';
import type { HttpDeps } from '../deps.ts';
import { RawReply, signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

const keepers = ['supervisor', 'admin'] as const;
const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' } as const;
const listNames = { 'zh-CN': { staff: '人员名单', residents: '业户名单' }, en: { staff: 'staff', residents: 'residents' } } as const;
const templateNames = { 'zh-CN': { staff: '人员导入模板', residents: '业户导入模板' }, en: { staff: 'staff-template', residents: 'residents-template' } } as const;

/** Lists of staff and residents go out, as they come in. */
export function exportRoutes({ exportDesk, directory }: HttpDeps): Route[] {
  const list = (kind: ImportKind, format: 'csv' | 'xlsx'): Route =>
    signedInRoute(
      { method: 'get', path: `/api/exports/${kind}.${format}`, summary: `The ${kind} of an office as ${format.toUpperCase()}${kind === 'staff' ? '; private numbers with numbers=1 and a reason only' : ''}`, query: exportQuery, replyTypes: [types[format]], roles: keepers, refusals: ['forbidden'] },
      async ({ me, query: { unitId, language, numbers, reason }, response }) => {
        if (!mayKeepOffice(me.user, unitId)) throw new DomainError('forbidden', 'this office is not yours', { unitId: 'out of scope' });
        const table = await exportDesk.table({ kind, format, unitId, language, reason: numbers === '1' ? reason : null, by: { id: me.user.id, name: me.user.name } });
        response.attachment(`${listNames[language][kind]} ${directory.unit(unitId)?.name ?? unitId}.${format}`);
        return new RawReply(types[format], Readable.toWeb(Readable.from(table)) as ReadableStream<Uint8Array>);
      },
    );
  return [
    ...(['staff', 'residents'] as const).flatMap((kind) => (['csv', 'xlsx'] as const).map((format) => list(kind, format))),
    signedInRoute({ method: 'get', path: '/api/templates/:kind', summary: 'An empty list with the headings that are read, and an example', query: templateQuery, replyTypes: [types.xlsx], roles: keepers, refusals: ['not_found'] }, async ({ param, query: { language }, response }) => {
      const kind = importKind.safeParse(param('kind'));
      if (!kind.success) throw new DomainError('not_found', 'no such template');
      const made = await exportDesk.template(kind.data, language);
      response.attachment(`${templateNames[language][kind.data]}.xlsx`);
      return new RawReply(types.xlsx, made);
    }),
  ];
}
