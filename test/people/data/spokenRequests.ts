import { usualStaff, usualUnit } from '../../../server/people/people.ts';
import type { Department, StaffMember, Unit } from '../../../server/people/people.ts';

type Row = [id: string, name: string, department: string, title: string, extension: string, more?: Partial<StaffMember>];

const rows: Row[] = [
  ['wangfang', '王芳', '客服部', '客服主管', '8011', { leader: true }],
  ['ouyangxue', '欧阳雪', '客服部', '管家', '8023'],
  ['zhangwei', '张伟', '工程部', '工程部主管', '8012', { leader: true }],
  ['liuyang', '刘洋', '工程部', '工程部副主管', '8013'],
  ['zhouqiang', '周强', '工程部', '水电工', '8014'],
  ['zhangmin', '张敏', '财务部', '会计', '8063'],
  ['wangjianjun', '王建军', '保安部', '保安队长', '8031', { leader: true }],
  ['malong', '马龙', '保安部', '保安班长', '8032'],
  ['lihua', '李华', '保洁部', '保洁班长', '8042'],
  ['emily', 'Emily Carter', '租赁中心', 'Leasing Manager', '6011', { leader: true }],
  ['chankaming', '陳家明', '绿化部', '绿化主管', '8051', { leader: true }],
  ['zhaogang', '赵刚', '保安部', '保安员', '8039', { removedAt: 1 }],
];

/** The office in which these requests are spoken: two called 王, two called 张, one who has left, a department without a head. */
export const spokenStaff: StaffMember[] = rows.map(([id, name, department, title, extension, more]) => ({ ...usualStaff, id, unitId: 'u', name, department, title, extension, ...more }));

const departments: Department[] = [
  { name: '客服部', aliases: ['服务中心前台'], headId: 'wangfang' },
  { name: '工程部', aliases: ['维修组', 'repairs'], headId: 'zhangwei' },
  { name: '保安部', aliases: ['中控室', 'control room'], headId: 'wangjianjun' },
  { name: '保洁部', aliases: [], headId: null },
  { name: '租赁中心', aliases: ['招租办', 'leasing', 'leasing office'], headId: 'emily' },
];

export const spokenUnit: Unit = { ...usualUnit, id: 'u', name: '春田花园管理处', aliases: [], timeZone: 'Asia/Shanghai', country: 'CN', departments };

/**
 * What a caller said, and who is meant: `=id` this person; `?id,id` one of these, to be asked; `部` the department itself; `-` nobody.
 * Labelled before the code was run on any of them.
 */
export const spokenRequests: readonly [speech: string, meant: string][] = [
  // Mandarin: names
  ['你好,我找一下刘洋', '=liuyang'],
  ['麻烦帮我转周强', '=zhouqiang'],
  ['请问欧阳雪在吗', '=ouyangxue'],
  ['喂,刘阳在不在啊', '=liuyang'],
  ['找一下周墙师傅', '=zhouqiang'],
  ['我想跟王建军说几句话', '=wangjianjun'],
  ['你们那个马龙今天上班吗', '=malong'],
  ['让李华给我回个电话', '=lihua'],
  ['你好请帮我接一下陈家明', '=chankaming'],
  ['有事要跟张敏讲一下', '=zhangmin'],
  ['张伟', '=zhangwei'],
  // Mandarin: surname and title
  ['找王队长', '=wangjianjun'],
  ['我要找王主管', '=wangfang'],
  ['请问张会计在吗', '=zhangmin'],
  ['张师傅在不在', '=zhangwei'],
  ['欧阳管家在吗', '=ouyangxue'],
  ['找一下陈主管', '=chankaming'],
  ['麻烦找一下周师傅', '=zhouqiang'],
  ['李班长在吗', '=lihua'],
  ['帮我叫一下马班长听电话', '=malong'],
  ['找刘副主管', '=liuyang'],
  // Mandarin: several of one surname
  ['找一下姓王的那位', '?wangfang,wangjianjun'],
  ['请问王先生在吗', '?wangfang,wangjianjun'],
  ['我找张小姐', '?zhangmin,zhangwei'],
  // Mandarin: title with department, department alone
  ['请帮我找工程部主管', '=zhangwei'],
  ['工程部的负责人在吗', '=zhangwei'],
  ['保安队长在不在', '=wangjianjun'],
  ['我找你们财务部的会计', '=zhangmin'],
  ['找工程部', '工程部'],
  ['麻烦转一下工程部', '工程部'],
  ['请问工程部有人吗', '工程部'],
  ['帮我接维修组', '工程部'],
  ['我想找保安部', '保安部'],
  ['接中控室', '保安部'],
  ['找财务', '财务部'],
  ['麻烦帮我转财务部谢谢', '财务部'],
  ['找保洁部的人', '保洁部'],
  ['租赁中心在吗', '租赁中心'],
  ['我要找招租办', '租赁中心'],
  ['工程部', '工程部'],
  // Mandarin: extensions
  ['转8014', '=zhouqiang'],
  ['分机八零六三', '=zhangmin'],
  // Mandarin: nobody is asked for
  ['我家厨房漏水了', '-'],
  ['我姓张,住三栋1502', '-'],
  ['我要投诉保安部,态度太差', '-'],
  ['工程部昨天来修过了还是漏', '-'],
  ['财务部催我交物业费是怎么回事', '-'],
  ['找一下赵刚', '-'],
  ['请问物业费怎么交', '-'],
  // English
  ["Hello, I'd like to speak to Emily Carter please", '=emily'],
  ['Is Emily there?', '=emily'],
  ['Could I talk to Ms Carter', '=emily'],
  ['Mr Zhou please', '=zhouqiang'],
  ['Can I speak with Liu Yang in engineering', '=liuyang'],
  ['Put me through to the engineering manager please', '=zhangwei'],
  ['Could you put me through to engineering', '工程部'],
  ['I am looking for someone in the leasing office', '租赁中心'],
  ['Leasing please', '租赁中心'],
  ['May I speak to Mr Zhang', '?zhangmin,zhangwei'],
  ['Extension eight oh one two please', '=zhangwei'],
  ['Can I speak to somebody from security', '保安部'],
  ['Is the head of security in?', '=wangjianjun'],
  ['I have a complaint about the security guards', '-'],
  ['My name is Zhang and my tap is leaking', '-'],
  // Cantonese
  ['唔該我想搵劉洋', '=liuyang'],
  ['請問王芳喺唔喺度', '=wangfang'],
  ['唔該搵陳主管聽電話', '=chankaming'],
  ['我想搵張師傅', '=zhangwei'],
  ['幫我轉工程部唔該', '工程部'],
  ['我要搵保安部', '保安部'],
  ['唔該搵王生', '?wangfang,wangjianjun'],
  ['請問財務部有冇人喺度', '财务部'],
  ['唔該叫周師傅覆我電話', '=zhouqiang'],
  ['我屋企漏水呀', '-'],
  ['工程部尋日整完又壞咗', '-'],
];
