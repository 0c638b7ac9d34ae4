/**
 * What the learned scales look at in a sentence: runs of one to three characters or words, and pairs of grammar words in their order
 * (您…没, 又不是…吗, you…should). Runs tell the wording, pairs the shape that many wordings share: a reproach, a rhetorical question.
 */
import { asksWords } from '../words/asking.ts';
import { classesOf, standardised } from './classes.ts';

const hanRun = /[0㐀-鿿]+/g;
const latinWord = /[a-z']+/g;
const grammar = [
  '您', '你', '我', '他', '她', '佢', '我们', '我哋', '你们', '人家', '别人', '大家', '自己', '谁', '哪', '怎么', '什么', '啥', '咩', '乜', '点', '几', '又', '还', '也', '都', '就', '才', '能', '会', '要', '得', '该',
  '不', '没', '冇', '唔', '别', '吗', '嘛', '呗', '吧', '呀', '啊', '啦', '喎', '㖞', '啫', '㗎', '是', '系', '把', '给', '帮', '请', '让', '叫', '因为', '所以', '但', '可', '那', '这', '早', '老', '总', '天天', '当然', '肯定',
  '本来', '明明', '难道', '反正', '只', '光', '有', '说', '讲', '看', '知道', '懂', '归', '管', '问', '找', '跟', '对', '了', '过', '着', '呢', '嗦', '噻', '哈', '麻烦', '抱歉', '对不起', '不好意思', '谢', '马上', '先', '再', '一下',
];
const grammarWord = new RegExp([...grammar].sort((a, b) => b.length - a.length).join('|'), 'g');
const grammarEnglish = new Set(
  "you your we our us i my they them he she it that this is isn't was wasn't not no never don't didn't can't won't should must have had well so what who why how just only nobody everyone else yourself do did know if because want think love mate sorry please thank i'll we'll let could would may can".split(' '),
);
/** How far apart the words of a pair may stand, counted in grammar words. */
const pairReach = 5;
const longestRun = 3;
const classReach = 7;
/** Length is told in steps of ten characters (English: 35), up to the fifth. */
const lengthStep = 10;
const latinPerHan = 3.5;

function addRuns(features: string[], mark: string, units: readonly string[], glue: string): void {
  for (let from = 0; from < units.length; from++) {
    let run = units[from] ?? '';
    features.push(mark + run);
    for (let to = from + 1; to < Math.min(units.length, from + longestRun); to++) {
      run += glue + (units[to] ?? '');
      features.push(mark + run);
    }
  }
}

function addPairs(features: string[], words: readonly string[]): void {
  for (let i = 0; i < words.length; i++) {
    for (let j = i + 1; j < Math.min(words.length, i + 1 + pairReach); j++) features.push(`p${words[i] ?? ''}>${words[j] ?? ''}`);
  }
}

/** Pairs of classes in their order, neighbours left out: they are runs. */
function addSkips(features: string[], names: readonly string[]): void {
  for (let i = 0; i < names.length; i++) for (let j = i + 2; j < Math.min(names.length, i + 1 + classReach); j++) features.push(`q${names[i] ?? ''}>${names[j] ?? ''}`);
}

/** The features of a plain text, repeated ones as often as they come. `isAnswer`: the caller's words before it asked for something. */
export function featuresOf(flat: string, isAnswer: boolean): string[] {
  const features: string[] = [isAnswer ? 'xanswer' : 'xreply'];
  const isHan = /[㐀-鿿]/.test(flat);
  const plain = isHan ? standardised(flat) : flat;
  const text = plain.replace(/\d+/g, '0');
  const runs = text.match(hanRun) ?? [];
  for (const run of runs) addRuns(features, 'c', runs.length === 1 ? ['^', ...run, '$'] : [...run], '');
  if (runs.length > 0) addPairs(features, text.match(grammarWord) ?? []);
  const words = text.match(latinWord) ?? [];
  if (words.length > 0) {
    addRuns(features, 'w', ['^', ...words, '$'], ' ');
    addPairs(features, words.filter((word) => grammarEnglish.has(word)));
  }
  const names = classesOf(plain, isHan, words.length > 0);
  addRuns(features, 'k', ['^', ...names, '$'], ' ');
  addSkips(features, names);
  const size = runs.length > 0 ? text.length : text.length / latinPerHan;
  features.push(`x${Math.min(5, Math.floor(size / lengthStep))}`);
  return features;
}

/** Does what the caller said ask for something? A claim can be contradicted, a question only be brushed off. */
export const asksFor = (words: string): boolean => asksWords.test(words);
