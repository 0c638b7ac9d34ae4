import type { Request } from 'express';

/** A list as the API pages it: the items under their own name, and where the neighbouring pages are. */
export function pageOf<Item>(request: Request, name: string, items: readonly Item[], present: (item: Item) => object): object {
  const pageSize = Math.min(1000, Math.max(1, Number(textOf(request.query.PageSize) ?? 50) || 50));
  const page = Math.max(0, Number(textOf(request.query.Page) ?? 0) || 0);
  const start = page * pageSize;
  const shown = items.slice(start, start + pageSize);
  const path = request.originalUrl.split('?')[0] ?? '';
  const uri = (number: number) => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries(request.query)) if (typeof value === 'string') query.set(key, value);
    query.set('PageSize', String(pageSize));
    query.set('Page', String(number));
    return `${path}?${query.toString()}`;
  };
  return {
    [name]: shown.map(present),
    first_page_uri: uri(0),
    next_page_uri: start + pageSize < items.length ? uri(page + 1) : null,
    previous_page_uri: page > 0 ? uri(page - 1) : null,
    page,
    page_size: pageSize,
    start,
    end: Math.max(start, start + shown.length - 1),
    uri: uri(page),
  };
}

/** A query value or form field that was sent once, as text. */
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The fields of a form body, by name. */
export function formOf(request: Request): Readonly<Record<string, unknown>> {
  const body: unknown = request.body;
  return typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {};
}

/** A form field sent once or several times, as a list. */
export function listOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.filter((one): one is string => typeof one === 'string');
  return typeof value === 'string' ? [value] : [];
}
