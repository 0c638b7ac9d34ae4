import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';
import { CarrierError } from './carrierError.ts';

/** One element of a TwiML document, entities resolved, in document order. `text` is the element's own text with its whitespace. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/**
 * What an element may hold. Names are case-sensitive; what stands in no rule is refused, louder than at the real carrier, which in places
 * ignores unknown attributes in silence: exactly the faults one finds in production only.
 */
export interface ElementRule {
  attributes: z.ZodType<object>;
  children: readonly string[];
  text: 'none' | 'allowed';
  /** A fault that concerns several attributes or the children together, in words. */
  fault?(element: Element): string | undefined;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  cdataPropName: '#cdata',
  commentPropName: '#comment',
  ignoreDeclaration: true,
  ignorePiTags: true,
});

/**
 * Parses and checks a document.
 * @throws CarrierError 12100 where it is no well-formed XML with one `<Response>`, 12200 where an element, attribute or value is not TwiML.
 */
export function parseTwiml(xml: string, rules: Readonly<Record<string, ElementRule>>, url?: string): Element {
  const source = xml.replace(/^\uFEFF/, '').trim();
  if (source === '') throw new CarrierError(12100, 'Document parse failure: the document is empty', { url });
  if (/<!DOCTYPE/i.test(source)) throw new CarrierError(12100, 'Document parse failure: a DOCTYPE is not TwiML', { url });
  const valid = XMLValidator.validate(source);
  if (valid !== true) throw new CarrierError(12100, `Document parse failure: ${valid.err.msg} (line ${valid.err.line})`, { url });
  const roots = readNodes(readXml(source, url), url).elements;
  const [root, second] = roots;
  if (!root || second) throw new CarrierError(12100, 'Document parse failure: exactly one root element is needed', { url });
  if (root.name !== 'Response') throw new CarrierError(12100, `Document parse failure: the root is <${root.name}>, not <Response>`, { url });
  checkElement(root, rules, url);
  return root;
}

// The parser refuses some names and depths by throwing on its own account: at the carrier's that is a document it cannot parse.
function readXml(source: string, url: string | undefined): unknown {
  try {
    return parser.parse(source);
  } catch (error) {
    throw new CarrierError(12100, `Document parse failure: ${error instanceof Error ? error.message : String(error)}`, { url, cause: error });
  }
}

function readNodes(nodes: unknown, url: string | undefined): { elements: Element[]; text: string } {
  const elements: Element[] = [];
  let text = '';
  for (const node of nodesSchema.parse(nodes)) {
    for (const [name, inner] of Object.entries(node)) {
      if (name === ':@' || name === '#comment') continue;
      if (name === '#text') text += decodeEntities(String(inner), url);
      else if (name === '#cdata') text += z.array(z.object({ '#text': z.string() })).parse(inner).map((part) => part['#text']).join('');
      else {
        const read = readNodes(inner, url);
        const attributes: Record<string, string> = {};
        for (const [key, value] of Object.entries(node[':@'] ?? {})) attributes[key] = decodeEntities(String(value), url);
        elements.push({ name, attributes, children: read.elements, text: read.text });
      }
    }
  }
  return { elements, text };
}

const nodesSchema = z.array(z.looseObject({ ':@': z.record(z.string(), z.unknown()).optional() }));

const namedEntities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

// XML knows five names; a document with &nbsp; or a bare ampersand in an attribute is not well-formed, though lenient parsers take it.
function decodeEntities(text: string, url: string | undefined): string {
  return text.replace(/&(?:#x([0-9a-fA-F]+);|#(\d+);|(\w+);|)/g, (whole, hex?: string, decimal?: string, name?: string) => {
    const code = hex !== undefined ? parseInt(hex, 16) : decimal !== undefined ? Number(decimal) : NaN;
    const character = name !== undefined ? namedEntities[name] : code >= 1 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
    if (character === undefined) throw new CarrierError(12100, `Document parse failure: ${whole} is no XML entity`, { url });
    return character;
  });
}

function checkElement(element: Element, rules: Readonly<Record<string, ElementRule>>, url: string | undefined): void {
  const rule = Object.hasOwn(rules, element.name) ? rules[element.name] : undefined;
  if (!rule) throw new CarrierError(12200, `<${element.name}> is not a TwiML element known here`, { url });
  const read = rule.attributes.safeParse(element.attributes);
  if (!read.success) {
    const issues = read.error.issues.map((issue) => (issue.path.length > 0 ? `${issue.path.join('.')}: ${issue.message}` : issue.message));
    throw new CarrierError(12200, `<${element.name}> ${issues.join('; ')}`, { url });
  }
  if (rule.text === 'none' && element.text.trim() !== '') {
    throw new CarrierError(12200, `<${element.name}> takes no text, but holds “${element.text.trim().slice(0, 40)}”`, { url });
  }
  for (const child of element.children) {
    if (!rule.children.includes(child.name)) throw new CarrierError(12200, `<${child.name}> may not stand inside <${element.name}>`, { url });
    checkElement(child, rules, url);
  }
  const fault = rule.fault?.(element);
  if (fault !== undefined) throw new CarrierError(12200, `<${element.name}> ${fault}`, { url });
}
