/** What a sentence is made of, before runs and pairs are formed of it: its characters, words, grammar words and classes of words. */
import { classesOf, standardised } from './classes.ts';
import { wordScan } from './wordScan.ts';

const hanRun = /[0㐀-鿿]+/g;
const latinWord = /[a-z']+/g;
const grammar = [
  '您', '你', '我', '他', '她', '佢', '我们', '我哋', '你们', '人家', '别人', '大家', '自己', '谁', '哪', '怎么', '什么', '啥', '咩', '乜', '点', '几', '又', '还', '也', '都', '就', '才', '能', '会', '要', '得', '该',
  '不', '没', '冇', '唔', '别', '吗', '嘛', '呗', '吧', '呀', '啊', '啦', '喎', '㖞', '啫', '㗎', '是', '系', '把', '给', '帮', '请', '让', '叫', '因为', '所以', '但', '可', '那', '这', '早', '老', '总', '天天', '当然', '肯定',
  '本来', '明明', '难道', '反正', '只', '光', '有', '说', '讲', '看', '知道', '懂', '归', '管', '问', '找', '跟', '对', '了', '过', '着', '呢', '嗦', '噻', '哈', '麻烦', '抱歉', '对不起', '不好意思', '谢', '马上', '先', '再', '一下',
];
const grammarAt = wordScan(grammar);
const grammarEnglish = new Set(
  "you your we our us i my they them he she it that this is isn't was wasn't not no never don't didn't can't won't should must have had well so what who why how just only nobody everyone else yourself do did know if because want think love mate sorry please thank i'll we'll let could would may can".split(' '),
);
/** Length is told in steps of ten characters (English: 35), up to the fifth. */
const lengthStep = 10;
const latinPerHan = 3.5;

/** A sentence taken apart, before runs and pairs are formed. `size`: length in steps of ten characters (35 in English), 0 to 5. */
export type Shape = {
  readonly isAnswer: boolean;
  /** Runs of Chinese characters, each number one 0. */
  readonly runs: readonly string[];
  /** Chinese grammar words in their order. */
  readonly grammar: readonly string[];
  /** English words, and the grammar words among them. */
  readonly words: readonly string[];
  readonly wordGrammar: readonly string[];
  /** Names of the classes of its words. */
  readonly names: readonly string[];
  readonly size: number;
};

function grammarOf(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; at++) {
    const word = grammarAt(text, at);
    if (word === '') continue;
    found.push(word);
    at += word.length - 1;
  }
  return found;
}

/** The shape of a plain text. `isAnswer`: the caller's words before it asked for something. */
export function shapeOf(flat: string, isAnswer: boolean): Shape {
  const isHan = /[㐀-鿿]/.test(flat);
  const plain = isHan ? standardised(flat) : flat;
  const text = plain.replace(/\d+/g, '0');
  const runs = text.match(hanRun) ?? [];
  const words = text.match(latinWord) ?? [];
  const size = runs.length > 0 ? text.length : text.length / latinPerHan;
  return {
    isAnswer, runs, words,
    grammar: runs.length > 0 ? grammarOf(text) : [],
    wordGrammar: words.filter((word) => grammarEnglish.has(word)),
    names: classesOf(plain, isHan, words.length > 0),
    size: Math.min(5, Math.floor(size / lengthStep)),
  };
}
