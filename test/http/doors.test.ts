import { afterEach, describe, expect, test } from '@jest/globals';
import express from 'express';
import type { CallStore } from '../../server/calls/ports.ts';
import { aHouse, codeOf, fieldsOf, password } from './aHouse.ts';
import type { House, HouseOptions } from './aHouse.ts';

let house: House;
const open = async (options?: HouseOptions): Promise<House> => (house = await aHouse(options));
afterEach(() => house.close());

const port = (): string => new URL(house.url).port;

describe('the origin of a request', () => {
  test.each(['https://evil.example', 'http://desk.example', 'https://desk.example.evil.example', 'null', ''])('%j is foreign and is refused before anything else', async (origin) => {
    await open();
    for (const [method, path] of [['POST', '/api/session'], ['GET', '/api/calls'], ['DELETE', '/api/session'], ['GET', '/api/openapi.json'], ['GET', '/api/nowhere']] as const) {
      const answer = await house.ask(method, path, { headers: { origin } });
      expect([answer.status, codeOf(answer)]).toEqual([403, 'foreign_origin']);
    }
  });

  test('the public page, this machine in practice mode, and programs that name none are let in', async () => {
    await open();
    for (const origin of ['https://desk.example', `http://localhost:${port()}`, `http://127.0.0.1:${port()}`]) expect((await house.ask('GET', '/api/openapi.json', { headers: { origin } })).status).toBe(200);
    expect((await house.ask('GET', '/api/openapi.json')).status).toBe(200);
  });

  test('outside practice mode this machine is no exception', async () => {
    await open({ settings: { practice: false } });
    expect((await house.ask('GET', '/api/openapi.json', { headers: { origin: `http://localhost:${port()}` } })).status).toBe(403);
  });
});

describe('the body of a request', () => {
  test('above 256 KB is refused as too large, whoever sends it', async () => {
    await open();
    const as = await house.signIn('agent');
    for (const who of [{ as }, {}]) {
      const answer = await house.ask('POST', '/api/slips', { ...who, body: { message: 'x'.repeat(256 * 1024) } });
      expect([answer.status, codeOf(answer)]).toEqual([413, 'too_large']);
    }
  });

  test.each(['{', 'null', '"text"', '{"a":1}}', '\u0000'])('%j, which is no JSON object, is bad input', async (body) => {
    await open();
    const answer = await house.ask('POST', '/api/session', { body });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad_input']);
  });

  test('in a charset or an encoding that nobody knows is bad input', async () => {
    await open();
    for (const headers of [{ 'content-type': 'application/json; charset=klingon' }, { 'content-type': 'application/json', 'content-encoding': 'zip' }]) {
      expect(codeOf(await house.ask('POST', '/api/session', { body: '{}', headers }))).toBe('bad_input');
    }
  });

  test('that is a form is not read', async () => {
    await open();
    const answer = await house.ask('POST', '/api/session', { body: `username=agent&password=${password}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } });
    expect([answer.status, codeOf(answer)]).toEqual([400, 'bad_input']);
  });
});

describe('the address of a request', () => {
  test('that no route has is not found, in our own shape', async () => {
    await open();
    for (const [method, path] of [['GET', '/api'], ['GET', '/api/nothing'], ['PUT', '/api/slips/S1'], ['POST', '/api/calls']] as const) {
      const answer = await house.ask(method, path);
      expect([answer.status, codeOf(answer)]).toEqual([404, 'not_found']);
    }
  });

  test('that does not decode is bad input', async () => {
    await open();
    expect(codeOf(await house.ask('GET', '/api/calls/%E0%A4%A', { as: await house.signIn('agent') }))).toBe('bad_input');
  });

  test('with wrong values in its query names each of them', async () => {
    await open();
    const as = await house.signIn('agent');
    const answer = await house.ask('GET', '/api/calls?limit=0&state=asleep&outcome=agent&outcome=failed', { as });
    expect(answer.status).toBe(400);
    expect(fieldsOf(answer).sort()).toEqual(['limit', 'outcome', 'state']);
  });
});

describe('what goes wrong inside', () => {
  test('is told as an id and nothing else, and is logged whole under that id', async () => {
    await open({ http: { fetchRecording: () => Promise.reject(new Error('the carrier said: secret detail', { cause: new Error('socket hang up') })) } });
    const as = await house.signIn('agent');
    await house.slipDesk.keep('CA1', { slipId: 'S1', unitId: 'garden', state: 'taken', readBack: false, content: {}, recordingSid: `RE${'a'.repeat(32)}`, sources: {}, declined: [] }, 0);
    const answer = await house.ask('GET', `/api/recordings/RE${'a'.repeat(32)}`, { as });
    expect([answer.status, codeOf(answer)]).toEqual([500, 'internal']);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
    const line = house.logged.find(({ errorId }) => typeof errorId === 'string');
    expect(JSON.stringify(answer.body)).toContain(String(line?.['errorId']));
    expect(JSON.stringify(line)).toMatch(/secret detail.*socket hang up/);
  });
});

describe('records that hang', () => {
  test('make a request unavailable after ten seconds instead of leaving it open', async () => {
    let asked: () => void;
    const isAsked = new Promise<void>((resolve) => (asked = resolve));
    await open({ http: { callStore: { listCards: () => new Promise(() => asked()) } as unknown as CallStore } });
    const answer = house.ask('GET', '/api/calls', { as: await house.signIn('agent') });
    await isAsked;
    house.clock.pass(10_000);
    expect(codeOf(await answer)).toBe('unavailable');
  });
});

describe('every answer', () => {
  test('forbids sniffing and framing, is not cached, and does not say what we are made of', async () => {
    await open();
    const { headers } = await house.ask('GET', '/api/session');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('asks for https only where there is https', async () => {
    await open({ settings: { publicUrl: 'http://localhost:3000' } });
    const { headers } = await house.ask('GET', '/healthz');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
  });
});

describe("the carrier's webhooks", () => {
  test('come before our doors: their bodies are theirs to read and no origin is asked', async () => {
    const telephonyRouter = express.Router();
    telephonyRouter.post('/voice', express.text({ type: '*/*' }), (request, response) => {
      response.type('text/xml').send(`<Response>${String(request.body)}</Response>`);
    });
    await open({ telephonyRouter });
    const answer = await house.ask('POST', '/twilio/voice', { body: 'CallSid=CA1', headers: { origin: 'https://evil.example' } });
    expect([answer.status, answer.body]).toEqual([200, '<Response>CallSid=CA1</Response>']);
  });
});
