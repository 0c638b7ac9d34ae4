import { z } from 'zod';
import { errorBody } from '../contract/errors.ts';
import type { ErrorCode } from '../contract/errors.ts';
import { statusOf } from './refusal.ts';
import type { Route } from './route.ts';

type Json = Record<string, unknown>;

/** What a client sends is the schema's input, what it gets the output. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json;
  return rest;
};

/** `/api/calls/:id` as OpenAPI writes it. */
export function openapiPath(path: string): string {
  return path.replace(/:([A-Za-z]+)/g, '{$1}');
}

function parametersOf(route: Route): Json[] {
  const inPath = [...route.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema: { type: 'string' } }));
  if (!route.query) return inPath;
  // The input says what may be left out; the output has the type that the text of the query must be read as.
  const required = (schemaOf(route.query, 'input')['required'] ?? []) as string[];
  const properties = (schemaOf(route.query, 'output')['properties'] ?? {}) as Record<string, Json>;
  return [...inPath, ...Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), schema }))];
}

function successOf(route: Route): Json {
  if (route.replyTypes) return { description: 'as asked', content: Object.fromEntries(route.replyTypes.map((type) => [type, {}])) };
  return route.reply ? { description: 'as asked', content: { 'application/json': { schema: schemaOf(route.reply, 'output') } } } : { description: 'done' };
}

/** The refusals that follow from what a route is, and those that it names. */
function refusalsOf(route: Route): ErrorCode[] {
  const codes: ErrorCode[] = [...(route.refusals ?? []), 'internal'];
  if (route.path.startsWith('/api/')) codes.push('foreign_origin');
  if (route.query || route.body) codes.push('bad_input');
  if (route.body) codes.push('too_large');
  if (route.roles !== 'anyone') codes.push('unauthenticated');
  if (Array.isArray(route.roles)) codes.push('forbidden');
  return [...new Set(codes)];
}

function operationOf(route: Route): Json {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of refusalsOf(route)) byStatus.set(statusOf[code], [...(byStatus.get(statusOf[code]) ?? []), code]);
  const refused = [...byStatus].map(([status, codes]) => [
    String(status),
    { description: codes.join(', '), content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } } },
  ]);
  const parameters = parametersOf(route);
  return {
    summary: route.summary,
    ...(route.roles === 'anyone' ? {} : { security: [{ session: [] }] }),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(route.body ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body, 'input') } } } } : {}),
    responses: { [String(route.status ?? 200)]: successOf(route), ...Object.fromEntries(refused) },
  };
}

/** OpenAPI 3.1 of these routes. */
export function describeRoutes(routes: readonly Route[]): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) (paths[openapiPath(route.path)] ??= {})[route.method] = operationOf(route);
  return {
    openapi: '3.1.0',
    info: { title: 'Three Rings', version: '1', description: 'The telephone desk of a property-management office. Times are ms since 1970, UTC, unless the field says otherwise.' },
    paths,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'three_rings_session' } },
      schemas: { Refusal: schemaOf(z.object({ error: errorBody }), 'output') },
    },
  };
}
