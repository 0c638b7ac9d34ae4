import type { Marked } from '../../../server/contract/search.ts';

/** A text with what was looked for marked. */
export function MarkedText({ text, marks }: Marked) {
  return (
    <bdi>
      {marks.map(([from, to], at) => (
        <span key={from}>
          {text.slice(marks[at - 1]?.[1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </span>
      ))}
      {text.slice(marks.at(-1)?.[1] ?? 0)}
    </bdi>
  );
}
