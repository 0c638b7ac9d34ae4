import { inflateSync } from 'node:zlib';

/** What stands on each page of a PDF as Chromium writes them: its text in the order in which it was drawn, without spaces, which are not drawn. */
export function pdfPages(pdf: Buffer): string[] {
  const text = pdf.toString('latin1');
  const objects = new Map<string, { head: string; stream: string }>();
  for (const found of text.matchAll(/(?:^|\n)(\d+) 0 obj\s*([\s\S]*?)(?=\nendobj)/g)) {
    const [, id = '', body = ''] = found;
    const start = /stream\r?\n/.exec(body);
    if (!start) {
      objects.set(id, { head: body, stream: '' });
      continue;
    }
    const head = body.slice(0, start.index);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const from = found.index + found[0].length - body.length + start.index + start[0].length;
    const raw = pdf.subarray(from, from + length);
    objects.set(id, { head, stream: head.includes('/FlateDecode') && !head.includes('/DCTDecode') ? inflateSync(raw).toString('latin1') : raw.toString('latin1') });
  }

  const letters = new Map<string, Map<number, string>>();
  const lettersOf = (font: string): Map<number, string> => {
    const known = letters.get(font);
    if (known) return known;
    const map = new Map<number, string>();
    const table = objects.get(/\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '')?.[1] ?? '')?.stream ?? '';
    const unicode = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
    for (const [, lines = ''] of table.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g)) for (const [, code = '', to = ''] of lines.matchAll(/<([\dA-F]+)> <([\dA-F]+)>/gi)) map.set(parseInt(code, 16), unicode(to));
    for (const [, lines = ''] of table.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g)) {
      for (const [, first = '', last = '', to = ''] of lines.matchAll(/<([\dA-F]+)> <([\dA-F]+)> <([\dA-F]+)>/gi)) {
        for (let code = parseInt(first, 16), at = parseInt(to, 16); code <= parseInt(last, 16); code++, at++) map.set(code, String.fromCharCode(at));
      }
    }
    letters.set(font, map);
    return map;
  };

  return [...objects.values()]
    .filter(({ head }) => /\/Type\s*\/Page\b/.test(head))
    .map(({ head }) => {
      const fonts = new Map([...head.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [name, id]));
      const content = [...(/\/Contents\s*(\[[^\]]*\]|\d+ 0 R)/.exec(head)?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map(([, id = '']) => objects.get(id)?.stream ?? '').join('\n');
      let drawn = '';
      let font = '';
      for (const [, name, hex] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([\dA-Fa-f]+)>/g)) {
        if (name !== undefined) font = fonts.get(name) ?? '';
        if (hex === undefined) continue;
        const wide = objects.get(font)?.head.includes('/Type0') ?? false;
        for (const code of hex.match(wide ? /.{4}/g : /.{2}/g) ?? []) drawn += lettersOf(font).get(parseInt(code, 16)) ?? '';
      }
      return drawn.normalize('NFKC').replace(/\s/g, '');
    });
}
