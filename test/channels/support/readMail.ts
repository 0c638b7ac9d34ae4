/** The parts of a raw mail as a mail program shows them: for mails with a plain text and a page, each in base64 or quoted-printable. */
export function readMail(raw: string): { headers: Record<string, string>; subject: string; text: string; html: string } {
  const [head = '', ...bodies] = raw.split('\r\n\r\n');
  const headers = headersOf(head);
  const boundary = /boundary="([^"]+)"/.exec(headers['content-type'] ?? '')?.[1] ?? '';
  const parts = bodies
    .join('\r\n\r\n')
    .split(`--${boundary}`)
    .map((part) => {
      const [partHead = '', ...rest] = part.replace(/^\r\n/, '').split('\r\n\r\n');
      const about = headersOf(partHead);
      return { type: about['content-type'] ?? '', text: decoded(rest.join('\r\n\r\n').replace(/\r\n$/, ''), about['content-transfer-encoding'] ?? '') };
    });
  const of = (type: string): string => parts.find((part) => part.type.startsWith(type))?.text ?? '';
  return { headers, subject: decodedWords(headers.subject ?? ''), text: of('text/plain'), html: of('text/html') };
}

function headersOf(head: string): Record<string, string> {
  return Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .flatMap((line) => {
        const [, name, value] = /^([\w-]+): ?(.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name.toLowerCase(), value ?? '']];
      }),
  );
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8').replace(/\r\n/g, '\n');
  if (encoding !== 'quoted-printable') return body.replace(/\r\n/g, '\n');
  return unquoted(body.replace(/=\r\n/g, '')).replace(/\r\n/g, '\n');
}

function unquoted(text: string): string {
  return Buffer.from(text.replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1').toString('utf8');
}

/** Encoded words (RFC 2047); neighbours belong together, a character may be cut between them. */
function decodedWords(value: string): string {
  return value.replace(/(?:=\?utf-8\?[bq]\?[^?]*\?=\s*)+/gi, (run) => {
    const bytes = [...run.matchAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi)].map(([, way = '', text = '']) => (way.toLowerCase() === 'b' ? Buffer.from(text, 'base64') : Buffer.from(text.replace(/_/g, ' ').replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))), 'latin1')));
    return Buffer.concat(bytes).toString('utf8');
  });
}
