import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { openMailChannel } from '../../server/channels/mail.ts';
import { anOutgoing, describeChannel } from '../suites/channel.ts';
import { openMailServer, openStubbornServer, refusal } from './support/mailServer.ts';
import type { MailPhase } from './support/mailServer.ts';
import { readMail } from './support/readMail.ts';

const patient = (): AbortSignal => new AbortController().signal;
const channelTo = (port: number, over: { user?: string; publicUrlHost?: string } = {}) => openMailChannel({ url: `smtp://${over.user ?? ''}127.0.0.1:${port}`, from: '阳光花园 <desk@example.com>', publicUrlHost: over.publicUrlHost ?? 'desk.example.com' });

const ourHeaders = ['auto-submitted', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'];

describeChannel('mail', async () => {
  let hang = (): void => undefined;
  const hanging = new Promise<void>((resolve) => (hang = resolve));
  const server = await openMailServer({
    rcpt: (address) => (address.startsWith('nobody') ? refusal(550, '5.1.1 no such user') : address.startsWith('busy') ? refusal(451, '4.7.1 greylisted, come back later') : null),
    answer(mail, reply) {
      if (mail.to.some((address) => address.startsWith('hangs'))) hang();
      else {
        server.mails.push(mail);
        reply(null);
      }
    },
  });
  return {
    channel: channelTo(server.port),
    address: (fate) => `${fate}@example.com`,
    arrived: async () => server.mails.map(({ raw }) => readMail(raw).text),
    hanging: () => hanging,
    vanish: () => server.close(),
    canBeAsked: false,
    namesThem: true,
    mostBytes: 65_536,
    close: () => server.close(),
  };
});

describe('a mail', () => {
  test('has the message in its subject, as text and as a page, its own id, and says that a machine wrote it', async () => {
    const server = await openMailServer({});
    try {
      const message = anOutgoing({ address: '张伟@例子.公司', body: '1 < 2 & "引号"\n第二行' });
      const channel = channelTo(server.port, { publicUrlHost: 'desk.example.com:8443' });
      const result = await channel.send({ ...message, address: 'zhang.wei+desk@example.com' }, patient());
      expect(result).toMatchObject({ kind: 'sent', ref: `<${message.id}@desk.example.com>` });
      const [mail] = server.mails;
      expect(mail).toMatchObject({ from: 'desk@example.com', to: ['zhang.wei+desk@example.com'] });
      const { headers, subject, text, html } = readMail(mail?.raw ?? '');
      expect(subject).toBe(message.headline);
      expect(headers['message-id']).toBe(`<${message.id}@desk.example.com>`);
      expect(headers['auto-submitted']).toBe('auto-generated');
      expect(headers.to).toBe('zhang.wei+desk@example.com');
      expect(text.trim()).toBe(`${message.headline}\n${message.body}\n${message.link}`);
      expect(html).toContain('1 &lt; 2 &amp; &quot;引号&quot;<br>');
      expect(html).toContain(`<a href="${message.link}">${message.link}</a>`);
      // Another attempt of the same sending is the same mail.
      await channel.send({ ...message, address: 'zhang.wei+desk@example.com' }, patient());
      expect(readMail(server.mails[1]?.raw ?? '').headers['message-id']).toBe(headers['message-id']);
    } finally {
      await server.close();
    }
  });

  test('a hostile name makes no second header, no second recipient and no markup', async () => {
    const server = await openMailServer({});
    try {
      const channel = channelTo(server.port);
      const hostile = ['赵丽\r\nBcc: everybody@example.com', 'x\nSubject: 中奖', 'x\r\n\r\n<script>alert(1)</script>', '=?utf-8?B?0KjQuA==?=', '\u2028Bcc: a@b.example', 'x\u0000\u0085Cc: c@d.example'];
      for (const headline of hostile) expect(await channel.send(anOutgoing({ address: 'one@example.com', headline, body: headline }), patient())).toMatchObject({ kind: 'sent' });
      for (const mail of server.mails) {
        const { headers, html } = readMail(mail.raw);
        expect(mail.to).toEqual(['one@example.com']);
        expect(headers).not.toHaveProperty('bcc');
        expect(headers).not.toHaveProperty('cc');
        expect(Object.keys(headers).sort()).toEqual(ourHeaders);
        expect(html).not.toContain('<script');
      }
      for (const address of ['a@example.com, b@example.com', 'a@example.com b@example.com', 'Name <a@example.com>', 'group: a@example.com;', '"a"@example.com', 'a@b@example.com', 'a@example.com\nDATA']) {
        expect(await channel.send(anOutgoing({ address }), patient())).toMatchObject({ kind: 'failed', failure: { kind: 'wrong-address' } });
      }
      expect(server.mails).toHaveLength(hostile.length);
    } finally {
      await server.close();
    }
  });

  test('whatever the headline: one subject, bounded', async () => {
    const server = await openMailServer({});
    try {
      const channel = channelTo(server.port);
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 400 }), async (headline) => {
          await channel.send(anOutgoing({ address: 'one@example.com', headline }), patient());
          const { headers, subject } = readMail(server.mails.at(-1)?.raw ?? '');
          expect([...subject].length).toBeLessThanOrEqual(120);
          expect(ourHeaders).toEqual(expect.arrayContaining(Object.keys(headers)));
        }),
        { numRuns: 15 },
      );
    } finally {
      await server.close();
    }
  });

  test.each<[number, string, string, string]>([
    [550, 'no such user', 'wrong-address', '550'],
    [551, 'user not local', 'wrong-address', '551'],
    [553, 'mailbox name not allowed', 'wrong-address', '553'],
    [501, 'bad address', 'wrong-address', '501'],
    [552, 'mailbox full', 'gave-up', '552'],
    [554, 'policy', 'gave-up', '554'],
    [451, 'greylisted', 'retry', '451'],
    [450, 'mailbox busy', 'retry', '450'],
    [421, 'closing', 'retry', '421'],
  ])('refused with %i %s on its recipient: %s', async (code, words, kind, failureCode) => {
    const server = await openMailServer({ rcpt: () => refusal(code, words) });
    try {
      expect(await channelTo(server.port).send(anOutgoing({ address: 'a@example.com' }), patient())).toMatchObject({ kind: 'failed', failure: { kind, code: failureCode, words: expect.stringContaining(words) } });
    } finally {
      await server.close();
    }
  });

  test.each<[number, string]>([
    [554, 'gave-up'],
    [550, 'gave-up'],
    [452, 'retry'],
  ])('refused with %i after its text: %s, for a reply is a reply', async (code, kind) => {
    const server = await openMailServer({ answer: (_mail, reply) => reply(refusal(code, 'no')) });
    try {
      expect(await channelTo(server.port).send(anOutgoing({ address: 'a@example.com' }), patient())).toMatchObject({ kind: 'failed', failure: { kind, code: String(code) } });
    } finally {
      await server.close();
    }
  });

  test('is greylisted, and taken when it comes again', async () => {
    let asked = 0;
    const server = await openMailServer({ rcpt: () => ((asked += 1) === 1 ? refusal(451, 'greylisted') : null) });
    try {
      const message = anOutgoing({ address: 'a@example.com' });
      const channel = channelTo(server.port);
      expect(await channel.send(message, patient())).toMatchObject({ kind: 'failed', failure: { kind: 'retry' } });
      expect(await channel.send(message, patient())).toMatchObject({ kind: 'sent' });
      expect(server.mails).toHaveLength(1);
    } finally {
      await server.close();
    }
  });

  test('signs in where the server asks for it; a wrong password is given up', async () => {
    const server = await openMailServer({ login: { user: 'desk', pass: 'p@ss word' } });
    try {
      expect(await channelTo(server.port, { user: 'desk:p%40ss%20word@' }).send(anOutgoing({ address: 'a@example.com' }), patient())).toMatchObject({ kind: 'sent' });
      const refused = await channelTo(server.port, { user: 'desk:wrong@' }).send(anOutgoing({ address: 'a@example.com' }), patient());
      expect(refused).toMatchObject({ kind: 'failed', failure: { kind: 'gave-up', code: '535' } });
      expect(JSON.stringify(refused)).not.toContain('wrong@');
    } finally {
      await server.close();
    }
  });

  const phases: [MailPhase, 'retry' | 'unsure'][] = [
    ['greeting', 'retry'],
    ['hello', 'retry'],
    ['from', 'retry'],
    ['to', 'retry'],
    ['data', 'retry'],
    ['text', 'unsure'],
  ];
  test.each(phases)('a server that hangs at %s is left when the caller has waited enough: %s', async (phase, expected) => {
    const server = await openStubbornServer(phase, 'hang');
    try {
      const caller = new AbortController();
      const result = channelTo(server.port).send(anOutgoing({ address: 'a@example.com' }), caller.signal);
      await server.reached;
      caller.abort();
      expect(await result).toMatchObject(expected === 'unsure' ? { kind: 'unsure' } : { kind: 'failed', failure: { kind: 'retry' } });
    } finally {
      await server.close();
    }
  });

  test.each(phases)('a connection that is cut at %s: %s', async (phase, expected) => {
    const server = await openStubbornServer(phase, 'cut');
    try {
      const result = await channelTo(server.port).send(anOutgoing({ address: 'a@example.com' }), patient());
      expect(result).toMatchObject(expected === 'unsure' ? { kind: 'unsure' } : { kind: 'failed', failure: { kind: 'retry' } });
    } finally {
      await server.close();
    }
  });

  test('an answer that is none is no promise', async () => {
    const server = await openStubbornServer('text', { say: 'hello?' });
    try {
      const result = await channelTo(server.port).send(anOutgoing({ address: 'a@example.com' }), patient());
      expect(result).toMatchObject({ kind: 'unsure' });
    } finally {
      await server.close();
    }
  });
});
