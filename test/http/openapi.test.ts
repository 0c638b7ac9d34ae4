import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { buildHttp } from '../../server/http/httpApp.ts';
import type { HttpDeps } from '../../server/http/deps.ts';
import { openapiPath } from '../../server/http/openapi.ts';
import { aHouse } from './aHouse.ts';
import type { House } from './aHouse.ts';

let house: House;
beforeEach(async () => {
  house = await aHouse();
});
afterEach(() => house.close());

interface Description {
  openapi: string;
  paths: Record<string, Record<string, { parameters?: { name: string; in: string; required: boolean }[]; requestBody?: unknown; responses: Record<string, unknown>; security?: unknown }>>;
}
const describeHouse = async (): Promise<Description> => (await house.ask('GET', '/api/openapi.json')).body as Description;

test('every route of the router is described, and nothing else is', async () => {
  // What Express really serves, not what our table says that it serves.
  const app = buildHttp({ metrics: house.metrics, settings: { publicUrl: 'https://desk.example' } } as unknown as HttpDeps);
  const stack = app.router.stack as unknown as { route?: { path: string; methods: Record<string, boolean> } }[];
  const served = stack.flatMap(({ route }) => (route ? Object.keys(route.methods).map((method) => `${method} ${openapiPath(route.path)}`) : []));
  const { paths } = await describeHouse();
  const described = Object.entries(paths).flatMap(([path, operations]) => Object.keys(operations).map((method) => `${method} ${path}`));
  expect(served.length).toBeGreaterThan(15);
  expect(described.sort()).toEqual(served.sort());
});

test('says what a route takes, gives and refuses', async () => {
  const description = await describeHouse();
  expect(description.openapi).toBe('3.1.0');
  const call = description.paths['/api/calls/{id}']?.['get'];
  expect(call).toMatchObject({ parameters: [{ name: 'id', in: 'path', required: true }], security: [{ session: [] }] });
  expect(Object.keys(call?.responses ?? {}).sort()).toEqual(['200', '401', '403', '404', '500']);
  const list = description.paths['/api/calls']?.['get']?.parameters?.map(({ name, required }) => [name, required]);
  expect(list).toEqual(['state', 'outcome', 'unitId', 'agentId', 'matter', 'missed', 'q', 'from', 'to', 'limit', 'cursor'].map((name) => [name, false]));
  expect(description.paths['/api/slips']?.['post']?.requestBody).toMatchObject({ content: { 'application/json': { schema: { type: 'object', additionalProperties: false } } } });
});
