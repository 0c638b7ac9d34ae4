import { plainText } from './plainText.ts';

/** The departments of a management office (DOMAIN 1) and the words by which callers mean them, simplified and small letters. */
const departments: readonly { words: readonly string[] }[] = [
  { words: ['工程', '工程部', '维修', '维修部', '工程维修部', 'engineering', 'maintenance'] },
  { words: ['保安', '保安部', '安保', '安保部', '秩序部', '秩序维护部', '安管部', 'security'] },
  { words: ['清洁', '清洁部', '保洁', '保洁部', '环境部', 'cleaning', 'housekeeping'] },
  { words: ['绿化', '绿化部', '园林部', '园艺部', 'greening', 'gardening', 'landscaping'] },
  { words: ['财务', '财务部', '财务室', '收费处', '会计部', 'finance', 'accounts', 'accounting'] },
  { words: ['客服', '客服部', '客户服务部', '客服中心', '前台', 'customer service', 'front desk', 'reception'] },
];

const others = new Map<string, readonly string[]>();

/** All words for a department; for one that is not listed, its own name and 部. The same list each time for the same department. */
export function departmentWords(department: string): readonly string[] {
  const bare = plainText(department).replace(/部$/, '');
  const known = departments.find((one) => one.words.includes(bare));
  if (known) return known.words;
  let words = others.get(bare);
  if (!words) {
    words = bare === '' ? [] : /[a-z]$/.test(bare) ? [bare] : [bare, `${bare}部`];
    others.set(bare, words);
  }
  return words;
}
