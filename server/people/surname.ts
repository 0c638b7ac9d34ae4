const compound = new Set([
  '欧阳', '司徒', '司马', '上官', '诸葛', '皇甫', '尉迟', '公孙', '慕容', '令狐', '东方', '西门', '南宫', '夏侯', '端木', '长孙', '宇文', '轩辕', '申屠', '闻人', '澹台', '淳于', '单于', '司空', '万俟', '钟离',
]);

/** The surname of a Chinese name in simplified characters; empty for no name. */
export function surnameOf(chineseName: string): string {
  const two = chineseName.slice(0, 2);
  return chineseName.length > 2 && compound.has(two) ? two : chineseName.slice(0, 1);
}
