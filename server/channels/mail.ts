import { createTransport } from 'nodemailer';
import { fitted } from '../delivery/fitted.ts';
import { isLoopbackHost } from '../delivery/loopbackHost.ts';
import { plainWords } from '../delivery/plainWords.ts';
import type { Channel, Outgoing, SendResult } from '../delivery/ports.ts';
import { mailFailure } from './mailFailure.ts';

/** MAIL_URL and MAIL_FROM, checked by server/config.ts. */
export interface MailSettings {
  /** `smtp://user:password@host:port` (STARTTLS where the server has it) or `smtps://…`. */
  url: string;
  /** Who writes: an address, with or without a name (`阳光花园 <desk@example.com>`). */
  from: string;
  /** The name of this house behind the @ of each message's id: the host of PUBLIC_URL. */
  publicUrlHost: string;
}

/** Bytes of the text; whoever wants more follows the link. */
const longestText = 65_536;
const longestSubject = 120;
/** Each phase is bounded by these as well, ms: a server that greets slowly is no reason to hold a connection for the library's own ten minutes. */
const phaseMs = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 } as const;

/** One plain address: no list, no group, no comment, no quoted name, nothing that could become a second recipient or a second line. */
const oneAddress = /^[^\s@<>()[\]\\,;:"\p{Cc}]{1,64}@[^\s@<>()[\]\\,;:"\p{Cc}]{1,255}$/u;

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => escapes[mark] ?? mark);

/** One line, bounded; what stands in it came from callers. */
function subjectOf(headline: string): string {
  const line = [...plainWords(headline).replace(/\s+/g, ' ')];
  return line.length <= longestSubject ? line.join('') : `${line.slice(0, longestSubject - 1).join('')}…`;
}

/** The same text as a page: whatever was said is text there too, and the last line alone is a link. */
function pageOf(text: string, link: string): string {
  const words = text.slice(0, text.length - link.length).trimEnd();
  const href = escaped(link);
  return `<!doctype html><html><head><meta charset="utf-8"></head><body><p>${escaped(words).replace(/\n/g, '<br>\n')}</p><p><a href="${href}">${href}</a></p></body></html>`;
}

/** Mail over SMTP, one connection a message. `ref` is the Message-ID. */
export function openMailChannel({ url, from, publicUrlHost }: MailSettings): Channel {
  const { hostname, username } = new URL(url);
  // The password of the mailbox never crosses a network in the open.
  const requireTLS = username !== '' && !isLoopbackHost(hostname);
  // The same for each attempt: a mail that went out twice is one in every mailbox that knows ids.
  const messageIdOf = ({ id }: Outgoing): string => `<${id}@${publicUrlHost.replace(/:\d+$/, '') || 'localhost'}>`;

  return {
    async send(message, signal): Promise<SendResult> {
      if (!oneAddress.test(message.address)) return { kind: 'failed', failure: { kind: 'wrong-address', code: 'address', words: 'not a mail address' } };
      let isGiven = false;
      // Only the library's own record of the conversation tells whether the server had agreed to take the text when something broke.
      const watch = (entry: unknown, words?: unknown): void => {
        if ((entry as { tnx?: string }).tnx === 'server' && String(words).startsWith('354')) isGiven = true;
      };
      const ignored = (): void => undefined;
      const transport = createTransport({ url, requireTLS, ...phaseMs, disableFileAccess: true, disableUrlAccess: true, transactionLog: true, logger: { trace: ignored, debug: watch, info: ignored, warn: ignored, error: ignored, fatal: ignored } });
      try {
        const text = fitted(message, (whole) => Buffer.byteLength(whole) <= longestText);
        const messageId = messageIdOf(message);
        const info = await transport.sendMail({
          from,
          to: { name: '', address: message.address },
          subject: subjectOf(message.headline),
          text,
          html: pageOf(text, message.link),
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated' },
          signal,
        });
        return { kind: 'sent', words: info.response.replace(/\s+/g, ' ').slice(0, 200), ref: messageId };
      } catch (cause) {
        return mailFailure(cause, isGiven);
      } finally {
        transport.close();
      }
    },
    // A mail server cannot be asked what it has taken.
    findOut: async () => 'unknown',
  };
}
