import type { Slip } from '../../server/contract/slip.ts';

/** Numbers in a fixed order, so that every run has the same office. */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const surnames = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'];
const given = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰秀建国志鹏飞宇浩然子轩梓涵欣怡雨婷嘉豪俊文博思远晨阳雪梅红波斌辉燕玲丹萍鑫旭东海云龙凤春生林峰成光天佳琪慧颖晓琳'];
const places = ['厨房', '卫生间', '阳台', '客厅', '主卧', '楼道', '电梯', '地下车库', '大堂', '天台', '儿童乐园', '北门', '南门', '垃圾房', '配电房', '水泵房', '游泳池', '会所', '篮球场', '快递柜', '单元门', '消防通道', '充电桩', '自行车棚', '绿化带'];
const things = ['水管', '水龙头', '马桶', '地漏', '电灯', '插座', '空调外机', '门禁', '对讲机', '窗户', '天花板', '墙面', '瓷砖', '电表', '水表', '燃气表', '热水器', '排烟管', '纱窗', '防盗门', '门锁', '监控', '路灯', '道闸', '车位锁', '宽带', '信报箱', '灭火器', '消防栓', '水泵'];
const faults = ['漏水', '堵了', '坏了', '不亮', '异响', '渗水', '脱落', '开裂', '跳闸', '打不开', '关不上', '没有水', '没电', '有异味', '生锈', '松动', '被撞了', '一直滴水', '反水', '失灵'];
const wishes = ['请回电', '请尽快派人来看', '请给我回个电话', '麻烦师傅上门', '希望今天能处理', '明天上午在家', '下午三点以后方便', '请转告他本人', '不用回电', '会再打来', '想约个时间当面谈', '请把资料发到邮箱', '请确认一下费用', '请通知保安', '要开发票', '已经报修过两次', '比较急', '周末方便'];
const matters = ['物业费的账单不对', '停车月卡到期要续', '装修出入证还没有办下来', '楼上噪音太大', '邻居的狗一直叫', '装修押金什么时候退', '施工图要跟您确认', '合同需要盖章', '投标文件下周截止', '电梯年检的报告', '保洁的排班表', '消防演习的通知', '业主大会的投票', '绿化补种的方案', '外墙清洗的报价', '二次供水的检测报告', '宽带入户的协议', '租户要搬家放行条', '快递放错了柜子', '车被刮了想看监控'];
const firms = ['丽景装饰', '安达电梯', '绿源园林', '宏图消防', '中通快递', '联通宽带', '万家保洁', '鼎盛工程', '晨光设计院', '华信会计', '安居中介', '康桥诊所'];
/** Names of shops, streets and the like: most words of a language are rare. */
const rare = [...'芙蓉翡翠澜庭锦绣麒麟琥珀观澜桂苑枫丹碧螺蔚蓝云栖听涛揽月栖霞瀚海璟园璞玉悦榕曦湾棠樾墅铂郡御珑崇礼淳熙湖畔书香翰林雍景鹭岛珊瑚蝴蝶紫薇玫瑰茉莉沁园榆荫槐序柏悦松涛竹韵兰亭菊坊荷塘'];
const english = ['Please call back', 'about the lease renewal', 'the lift is out of order', 'invoice for November', 'parking permit', 'Mr Henderson', 'Ms Carmen Chan', 'tower B', 'management fee'];

/** Over how many offices its records are spread. */
export const officesOfBench = 50;
/** The time of the newest record, ms UTC; fixed, so that figures can be compared. */
export const newestOfBench = Date.UTC(2026, 10, 20, 10);
const states = ['done', 'done', 'done', 'done', 'acknowledged', 'acknowledged', 'read', 'read', 'delivered', 'sent', 'taken', 'taken', 'dropped'] as const;

/** A slip of the bench's company, one every minute, the oldest first. Words are chosen by Zipf's law. */
export function slipOfBench(at: number, count: number): Slip {
  const roll = dice(at * 7919 + 17);
  // The state of a congruence wants warming when its seeds lie so near to each other.
  for (let warm = 0; warm < 4; warm += 1) roll();
  const any = <T>(list: readonly T[]): T => list[Math.floor(roll() * list.length)] as T;
  const zipf = <T>(list: readonly T[]): T => list[Math.min(list.length - 1, Math.floor(list.length ** roll()) - 1)] as T;
  const name = (): string => `${zipf(surnames)}${any(given)}${roll() < 0.7 ? any(given) : ''}`;
  const room = (): string => `${1 + Math.floor(roll() * 30)}栋${1 + Math.floor(roll() * 3)}单元${100 * (1 + Math.floor(roll() * 30)) + 1 + Math.floor(roll() * 6)}`;
  const mobile = (): string => `1${any(['38', '39', '36', '50', '58', '86', '77'])}${String(Math.floor(roll() * 1e8)).padStart(8, '0')}`;
  const parts: string[] = [];
  if (roll() < 0.55) parts.push(`${room()}${zipf(places)}${zipf(things)}${zipf(faults)}`);
  else parts.push(zipf(matters));
  if (roll() < 0.3) parts.push(`在${any(rare)}${any(rare)}${any(['路', '苑', '轩', '阁', '店'])}${1 + Math.floor(roll() * 300)}号`);
  if (roll() < 0.25) parts.push(`联系人${name()}，电话${mobile()}`);
  if (roll() < 0.06) parts.push(any(english));
  parts.push(zipf(wishes));
  if (roll() < 0.4) parts.push(zipf(wishes));
  const calledAt = newestOfBench - (count - at) * 60_000 + Math.floor(roll() * 60) * 1000;
  const state = count - at < 3_000 && roll() < 0.2 ? 'draft' : any(states);
  const recipient = Math.floor(roll() * 2_000);
  return {
    id: `S${at.toString(36).padStart(9, '0')}`,
    version: 1,
    callId: null,
    unitId: `office${recipient % officesOfBench}`,
    state,
    recipient: `${surnames[recipient % surnames.length] ?? ''}${given[Math.floor(recipient / 7) % given.length] ?? ''}${given[recipient % given.length] ?? ''}`,
    recipientId: `staff${recipient}`,
    callerName: name(),
    callerCompany: roll() < 0.2 ? any(firms) : '',
    callerNumber: roll() < 0.85 ? `+86${mobile()}` : `+86755${String(Math.floor(roll() * 1e8)).padStart(8, '0')}`,
    callerExtension: '',
    callerCity: zipf(['深圳', '广州', '东莞', '上海', '北京', '香港', '佛山', '惠州']),
    message: `${parts.join('，')}。`,
    actionsRequested: roll() < 0.06 ? ['call-back', 'urgent'] : ['call-back'],
    actionsPermitted: [],
    calledAt: new Date(calledAt).toISOString(),
    recordedBy: `${surnames[Math.floor(roll() * 20)] ?? ''}${given[Math.floor(roll() * 10)] ?? ''}`,
    readBack: true,
    declined: [],
    missing: [],
    sources: {},
    ...(state === 'done' || state === 'acknowledged' || state === 'read' ? { readAt: calledAt + 3_600_000 } : {}),
  };
}
