export const session = {
  title: '登录',
  username: '用户名',
  password: '密码',
  submit: '登录',
  out: '退出登录',
  demo: '演示用户 agent、agent2、supervisor、staff、admin，密码 practice',
  again: '登录过期了，请再登录一次。您写的都还在。',
  about: '物业客服电话台：三声之内有人接，三句按顺序说，留言一条不漏。',
  required: '请填写',
  notSetUp: '这台服务器还没有设置。请打开它启动时印出的“首次设置”链接。',
};
