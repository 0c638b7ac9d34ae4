import { createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import type { SMTPServerAddress } from 'smtp-server';

/** A mail as a server took it. */
export interface TakenMail {
  from: string;
  to: string[];
  raw: string;
}

/** A refusal as an SMTP server says it. */
export function refusal(responseCode: number, words: string): Error {
  return Object.assign(new Error(words), { responseCode });
}

/** A real SMTP server in process. `rcpt`: what becomes of an address, null: it is taken. Without `answer` every mail is taken. */
export async function openMailServer(parts: { rcpt?: (address: string) => Error | null; answer?: (mail: TakenMail, reply: (error: Error | null) => void) => void; login?: { user: string; pass: string } }): Promise<{ port: number; mails: TakenMail[]; close(): Promise<void> }> {
  const mails: TakenMail[] = [];
  const { login } = parts;
  const server = new SMTPServer({
    authOptional: login === undefined,
    disabledCommands: login ? ['STARTTLS'] : ['STARTTLS', 'AUTH'],
    allowInsecureAuth: true,
    disableReverseLookup: true,
    closeTimeout: 50,
    onAuth: (auth, _session, done) => (auth.username === login?.user && auth.password === login?.pass ? done(null, { user: 'known' }) : done(refusal(535, 'authentication failed'))),
    onRcptTo: (address: SMTPServerAddress, _session, done) => done(parts.rcpt?.(address.address) ?? null),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        const mail: TakenMail = { from: mailFrom === false ? '' : mailFrom.address, to: rcptTo.map(({ address }) => address), raw: Buffer.concat(chunks).toString('utf8') };
        if (parts.answer) parts.answer(mail, (error) => done(error));
        else {
          mails.push(mail);
          done(null);
        }
      });
    },
  });
  // Clients that give up in the middle are what the tests are about.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.server.address() as AddressInfo).port, mails, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

export type MailPhase = 'greeting' | 'hello' | 'from' | 'to' | 'data' | 'text';

/** A server that gets as far as `phase` and then hangs, or hangs up, or says something. `reached`: ends when a client is there. */
export async function openStubbornServer(phase: MailPhase, then: 'hang' | 'cut' | { say: string }): Promise<{ port: number; reached: Promise<void>; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  let reach = (): void => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    const meet = (here: MailPhase, otherwise: string): void => {
      if (here !== phase) {
        socket.write(`${otherwise}\r\n`);
        return;
      }
      reach();
      if (then === 'cut') socket.destroy();
      else if (then !== 'hang') socket.write(`${then.say}\r\n`);
    };
    let isText = false;
    let rest = '';
    meet('greeting', '220 stubborn');
    socket.on('data', (chunk) => {
      rest += chunk.toString('latin1');
      for (;;) {
        if (isText) {
          if (!rest.includes('\r\n.\r\n')) return;
          rest = '';
          isText = false;
          meet('text', '250 taken');
          return;
        }
        const end = rest.indexOf('\r\n');
        if (end === -1) return;
        const line = rest.slice(0, end).toUpperCase();
        rest = rest.slice(end + 2);
        if (line.startsWith('EHLO') || line.startsWith('HELO')) meet('hello', '250 stubborn');
        else if (line.startsWith('MAIL')) meet('from', '250 yes');
        else if (line.startsWith('RCPT')) meet('to', '250 yes');
        else if (line === 'DATA') {
          isText = phase !== 'data';
          meet('data', '354 go on');
        } else socket.write('250 yes\r\n');
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    reached,
    close: () =>
      new Promise<void>((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}
