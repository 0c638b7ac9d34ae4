import { usualStaff } from './people.ts';
import type { Absence, Reach, StaffMember } from './people.ts';

type Row = [id: string, name: string, department: string, title: string, extension: string, more?: { userId?: string; absence?: Absence; leader?: true; privateNumbers?: string[]; deputyIds?: string[]; reach?: Reach[] }];

const inConsole: Reach = { channel: 'console', address: '', secret: '', mention: '' };
const bySms = (number: string): Reach => ({ channel: 'sms', address: number, secret: '', mention: '' });

const sunshineRows: Row[] = [
  ['wangfang', '王芳', '客服', '客服主管', '8011', { userId: 'supervisor', leader: true, privateNumbers: ['+8613600001101'], reach: [inConsole, bySms('+8613600001101')] }],
  ['zhangwei', '张伟', '工程', '工程部主管', '8012', { userId: 'staff', leader: true, privateNumbers: ['+8613600001102'], absence: { kind: 'until-next-working-day', atMinute: 9 * 60 }, deputyIds: ['liuyang'], reach: [inConsole, bySms('+8613600001102')] }],
  ['liuyang', '刘洋', '工程', '工程部副主管', '8013', { reach: [bySms('+8613600001103')] }],
  ['zhouqiang', '周强', '工程', '水电工', '8014'],
  ['huangguohua', '黄国华', '工程', '电梯技工', '8015'],
  ['lijing', '李静', '客服', '客服员', '8021', { userId: 'agent' }],
  ['chenxiaoming', '陈晓明', '客服', '客服员', '8022', { userId: 'agent2' }],
  ['ouyangxue', '欧阳雪', '客服', '管家', '8023'],
  ['zhaojianguo', '赵建国', '保安', '保安队长', '8031', { leader: true }],
  ['malong', '马龙', '保安', '保安班长', '8032'],
  ['wuguilan', '吴桂兰', '清洁', '清洁主管', '8041', { leader: true }],
  ['sunlihua', '孙丽华', '清洁', '清洁班长', '8042'],
  ['xuwenbin', '徐文斌', '绿化', '绿化主管', '8051', { leader: true }],
  ['zhengxiuying', '郑秀英', '财务', '财务主管', '8061', { leader: true }],
  ['shanmei', '单梅', '财务', '收费员', '8062'],
  ['linzhiyuan', '林志远', '管理', '管理处经理', '8001', { leader: true, privateNumbers: ['+8613600001100'] }],
];

const harbourRows: Row[] = [
  ['emilycarter', 'Emily Carter', '客服', 'Customer Service Manager', '6011', { leader: true, privateNumbers: ['+85291234501'], reach: [bySms('+85291234501')] }],
  ['chankaming', '陳家明', '工程', '工程主管', '6012', { leader: true, deputyIds: ['jameswong'], reach: [bySms('+85291234502')] }],
  ['jameswong', 'James Wong', '工程', 'Technician', '6013', { reach: [bySms('+85291234503')] }],
  ['leungsukyee', '梁淑儀', '客服', '客服主任', '6021', { deputyIds: ['emilycarter'] }],
  ['davidlam', 'David Lam', '保安', 'Security Supervisor', '6031', { leader: true }],
  ['hokwokkeung', '何國強', '清洁', '清潔主管', '6041', { leader: true }],
];

/** The staff of the two demo offices (DESIGN 7): 王芳 is in, 张伟 is always away until the next working day 09:00, his deputy is in. */
export function demoStaff(sunshine: string, harbour: string): StaffMember[] {
  const member =
    (unitId: string) =>
    ([id, name, department, title, extension, more]: Row): StaffMember => ({
      id,
      unitId,
      name,
      department,
      title,
      extension,
      ...usualStaff,
      ...more,
    });
  return [...sunshineRows.map(member(sunshine)), ...harbourRows.map(member(harbour))];
}
