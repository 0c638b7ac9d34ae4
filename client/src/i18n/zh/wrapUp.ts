export const wrapUp = {
  label: '结果',
  left: '收尾还有',
  over: '下一通来电会响到这里',
  holding: '收尾',
  results: { settled: '当场办妥', 'message-taken': '留了言', 'passed-on': '转给别人办', 'call-back-promised': '答应回电', 'wrong-number': '打错了', 'no-matter': '没有事项' },
};
