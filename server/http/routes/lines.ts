import { lineView, linePatch, newLine } from '../../contract/line.ts';
import type { LineView } from '../../contract/line.ts';
import { changeLine, createLine } from '../../people/lineEdit.ts';
import type { Line } from '../../people/people.ts';
import type { HttpDeps } from '../deps.ts';
import { edit } from '../edit.ts';
import { newId } from '../newId.ts';
import { signedInRoute } from '../route.ts';
import type { Route } from '../route.ts';

/** A line as those see it who keep its office. */
export function presentLine({ byoc, ...line }: Line): LineView {
  return { ...line, byoc: byoc ?? null };
}

/** The numbers that residents dial: administrators make and change them; an office lists its own (GET /api/offices/:id). */
export function lineRoutes(deps: HttpDeps): Route[] {
  return [
    signedInRoute({ method: 'post', path: '/api/lines', summary: 'A new line', status: 201, body: newLine, reply: lineView, roles: ['admin'] }, async ({ me, body }) => presentLine(await edit(deps, me, (editing) => createLine(editing, newId('L'), body)))),
    signedInRoute({ method: 'patch', path: '/api/lines/:id', summary: 'Changes a line', body: linePatch, reply: lineView, roles: ['admin'], refusals: ['not_found', 'conflict'] }, async ({ me, param, body }) =>
      presentLine(await edit(deps, me, (editing) => changeLine(editing, param('id'), body))),
    ),
  ];
}
