import type { Facet } from './searchable.ts';

/** Words by which a state is asked for, in both languages; whatever has one of the facets is meant. */
const words: readonly (readonly [readonly string[], readonly Facet[]])[] = [
  [['草稿', '没写完', '未写完', 'draft', 'drafts', 'unfinished'], ['slip-draft']],
  [['不用记了', '作废', '已作废', 'dropped', 'dismissed'], ['slip-dropped', 'missed-dismissed']],
  [['已合并', '合并', 'merged'], ['slip-merged']],
  [['已记下', 'taken'], ['slip-taken']],
  [['已送出', '已发送', 'sent'], ['slip-sent']],
  [['已送到', '已送达', 'delivered'], ['slip-delivered']],
  [['未读', '没看', '没看过', '未看', 'unread'], ['unread']],
  [['已读', '看过', '已看', 'read'], ['slip-read']],
  [['已确认', 'acknowledged', 'confirmed'], ['slip-acknowledged']],
  [['办完', '已办完', '已办', '已处理', '处理完', 'done', 'handled'], ['slip-done', 'missed-called-back', 'missed-dismissed']],
  [['急', '紧急', '急件', 'urgent'], ['urgent']],
  [['未接', '漏接', '没接', '未接来电', 'missed'], ['missed']],
  [['未回', '没回', 'not called back'], ['missed-open']],
  [['已回拨', '已回电', 'called back'], ['missed-called-back']],
  [['不用回'], ['missed-dismissed']],
  [['已接', '接听', 'answered'], ['answered']],
  [['自动接听', 'attendant'], ['attendant']],
];

const byWord = new Map(words.flatMap(([some, facets]) => some.map((word) => [word, facets] as const)));

/** What a word asks for; null when it names no state. */
export const readState = (word: string): readonly Facet[] | null => byWord.get(word) ?? null;

/** The most words that one name of a state or a date has. */
export const longestPhrase = 4;
