/** The departments of a management office (DOMAIN 1) and the words by which callers mean them, simplified and small letters. */
const departments: readonly { name: string; words: readonly string[] }[] = [
  { name: '工程', words: ['工程', '工程部', '维修', '维修部', '工程维修部', 'engineering', 'maintenance'] },
  { name: '保安', words: ['保安', '保安部', '安保', '安保部', '秩序部', '秩序维护部', '安管部', 'security'] },
  { name: '清洁', words: ['清洁', '清洁部', '保洁', '保洁部', '环境部', 'cleaning', 'housekeeping'] },
  { name: '绿化', words: ['绿化', '绿化部', '园林部', '园艺部', 'greening', 'gardening', 'landscaping'] },
  { name: '财务', words: ['财务', '财务部', '财务室', '收费处', '会计部', 'finance', 'accounts', 'accounting'] },
  { name: '客服', words: ['客服', '客服部', '客户服务部', '客服中心', '前台', 'customer service', 'front desk', 'reception'] },
];

/** All words for a department; for one that is not listed, its own name and 部. */
export function departmentWords(department: string): readonly string[] {
  const bare = department.replace(/部$/, '');
  const known = departments.find((one) => one.words.includes(bare.toLowerCase()));
  return known?.words ?? [bare, `${bare}部`];
}
