import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a robot was told: where, and the body as parsed. */
export interface Told {
  url: URL;
  headers: IncomingMessage['headers'];
  body: Record<string, unknown>;
}

/** What a robot answers: JSON with a status, nothing ever (`hang`), or a cut connection after half an answer. */
export type RobotAnswer = { status?: number; headers?: Record<string, string>; json?: unknown; text?: string } | 'hang' | 'cut' | 'half';

export interface RobotServer {
  /** `http://127.0.0.1:port`. */
  origin: string;
  told: Told[];
  hanging: Promise<void>;
  close(): Promise<void>;
}

/** A robot's host over HTTP. `judge` says what it answers; what is taken is kept. */
export async function openRobotServer(judge: (told: Told) => RobotAnswer): Promise<RobotServer> {
  const told: Told[] = [];
  let hang = (): void => undefined;
  const hanging = new Promise<void>((resolve) => (hang = resolve));
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const one: Told = { url: new URL(request.url ?? '/', 'http://robot'), headers: request.headers, body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown> };
      told.push(one);
      answer(judge(one), response, hang);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    told,
    hanging,
    close: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function answer(wanted: RobotAnswer, response: ServerResponse, hang: () => void): void {
  if (wanted === 'hang') hang();
  else if (wanted === 'cut') response.destroy();
  else if (wanted === 'half') {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '400' });
    response.write('{"errcode":', () => response.destroy());
  } else {
    response.writeHead(wanted.status ?? 200, { 'content-type': 'application/json', ...wanted.headers });
    response.end(wanted.text ?? JSON.stringify(wanted.json));
  }
}

const secret = 'SEC-0123456789';
export const robotSecret = secret;
/** A clock that stands still, for signatures. */
export const robotNow = Date.UTC(2026, 10, 23, 1, 2, 3, 456);

const json = (value: unknown): RobotAnswer => ({ json: value });
const hmac = (key: string, words: string): string => createHmac('sha256', key).update(words).digest('base64');

/** How each maker's robot judges a request that is right in itself; the last part of its key says what it is to do. */
export const makers = {
  wecom: {
    path: '/cgi-bin/webhook/send?key=',
    judge: ({ url, body }: Told): RobotAnswer => {
      const fate = url.searchParams.get('key');
      const content = (body.text as { content: string } | undefined)?.content ?? '';
      if (fate === 'nobody') return json({ errcode: 93000, errmsg: 'invalid webhook url, hint: [1], from ip: 1.2.3.4' });
      if (fate === 'busy') return json({ errcode: 45009, errmsg: 'api freq out of limit' });
      if (fate === 'hangs') return 'hang';
      if (body.msgtype !== 'text' || content === '') return json({ errcode: 40008, errmsg: 'invalid message type' });
      return Buffer.byteLength(content) > 2048 ? json({ errcode: 40058, errmsg: 'text.content exceed max length 2048' }) : json({ errcode: 0, errmsg: 'ok' });
    },
    textOf: ({ body }: Told): string => (body.text as { content: string }).content,
  },
  dingtalk: {
    path: '/robot/send?access_token=',
    judge: ({ url, body, headers }: Told): RobotAnswer => {
      const fate = url.searchParams.get('access_token');
      if (fate === 'nobody') return json({ errcode: 300005, errmsg: 'token is not exist' });
      const timestamp = url.searchParams.get('timestamp') ?? '';
      if (timestamp !== '' && url.searchParams.get('sign') !== hmac(secret, `${timestamp}\n${secret}`)) return json({ errcode: 310000, errmsg: 'sign not match' });
      if (fate === 'busy') return json({ errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' });
      if (fate === 'hangs') return 'hang';
      if (Number(headers['content-length']) > 20_000) return json({ errcode: 460101, errmsg: 'message too long, exceed 20000 bytes' });
      return body.msgtype === 'text' ? json({ errcode: 0, errmsg: 'ok' }) : json({ errcode: 400105, errmsg: 'unsupported msgtype' });
    },
    textOf: ({ body }: Told): string => (body.text as { content: string }).content,
  },
  feishu: {
    path: '/open-apis/bot/v2/hook/',
    judge: ({ url, body, headers }: Told): RobotAnswer => {
      const fate = url.pathname.split('/').at(-1);
      if (fate === 'nobody') return json({ code: 19001, msg: 'param invalid: incoming webhook access token invalid' });
      if (body.sign !== undefined && body.sign !== hmac(`${String(body.timestamp)}\n${secret}`, '')) return json({ code: 19021, msg: 'sign match fail or timestamp is not within one hour from current time' });
      if (fate === 'busy') return json({ code: 11232, msg: 'frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]' });
      if (fate === 'hangs') return 'hang';
      if (Number(headers['content-length']) > 20_480 || body.msg_type !== 'text') return { status: 400, json: { code: 9499, msg: 'Bad Request', data: {} } };
      return json({ StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' });
    },
    textOf: ({ body }: Told): string => (body.content as { text: string }).text,
  },
} as const;
