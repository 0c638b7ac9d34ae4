export const privacy = {
  chain: {
    title: '记录防篡改',
    sealed: '{{n}} 条已封存',
    unsealed: '{{n}} 条正在封存',
    whole: '{{when}} 检查过：完整，没有人动过',
    never: '还没有检查过',
    check: '现在检查',
    checking: '正在检查…',
    broken: '{{when}} 检查：第 {{seq}} 条有问题。{{why}}',
    entry: '（记录编号 {{id}}）',
    whys: { missing: '有记录被删掉了', changed: '内容或次序被人改过', inserted: '有记录是后来塞进去的', anchor: '和另外留存的校验值对不上', blanked: '内容被抹掉，却没有删除的记录' },
    failed: '没有查成：{{why}}',
    hint: '每条记录都和前一条扣在一起，删改、插入、换次序都查得出来。',
  },
};
