import { demoStaff } from './demoStaff.ts';
import { usualLine, usualUnit, usualUser } from './people.ts';
import type { Line, People, Unit, User } from './people.ts';

/** Every demo user's password. Demo users may sign in only on a loopback address. */
export const demoPassword = 'practice';

const sunshineGarden: Unit = {
  id: 'sunshine',
  name: '阳光花园管理处',
  nameEn: 'Sunshine Garden Management Office',
  aliases: ['阳光花园', '阳光花园物业', '阳光花园物业管理处', '阳光花园服务中心', '阳光花园客服中心'],
  timeZone: 'Asia/Shanghai',
  country: 'CN',
  ...usualUnit,
  departments: [
    { name: '工程', aliases: ['工程部', '维修部', '维修', '机电部'], headId: 'zhangwei' },
    { name: '客服', aliases: ['客服部', '客服中心', '前台'], headId: 'wangfang' },
    { name: '保安', aliases: ['保安部', '保安队', '秩序部', '门岗'], headId: 'zhaojianguo' },
    { name: '财务', aliases: ['财务部', '收费处', '收费'], headId: 'zhengxiuying' },
  ],
  housekeepers: ['1', '2', '3'].map((building) => ({ building, staffId: 'ouyangxue' })).concat(['5', '6', '裙楼'].map((building) => ({ building, staffId: 'wangfang' }))),
};

const harbourView: Unit = {
  id: 'harbour',
  name: 'Harbour View Residences',
  nameEn: 'Harbour View Residences',
  aliases: ['Harbour View', 'Harbour View Management Office', '海景轩', '海景軒', '海景轩管理处', '海景軒管理處'],
  timeZone: 'Asia/Hong_Kong',
  country: 'HK',
  ...usualUnit,
  housekeepers: ['Tower 1', 'Tower 2'].map((building) => ({ building, staffId: 'leungsukyee' })),
};

const lines: Line[] = [
  {
    id: 'sunshine-main',
    unitId: sunshineGarden.id,
    number: '+8675586001234',
    language: 'zh-CN',
    languages: ['zh-CN', 'en'],
    cycleMs: 5000,
    ...usualLine,
  },
  {
    id: 'harbour-main',
    unitId: harbourView.id,
    number: '+85230080123',
    language: 'en',
    languages: ['en', 'yue'],
    cycleMs: 4000,
    ...usualLine,
  },
  {
    id: 'sunshine-closed',
    unitId: sunshineGarden.id,
    number: '+8675586001235',
    language: 'zh-CN',
    languages: ['zh-CN', 'en'],
    cycleMs: 5000,
    ...usualLine,
    hours: { kind: 'never' },
  },
];

type DemoUser = Pick<User, 'id' | 'name' | 'role' | 'unitIds'>;

const users: DemoUser[] = [
  { id: 'agent', name: '李静', role: 'agent', unitIds: [sunshineGarden.id, harbourView.id] },
  { id: 'agent2', name: '陈晓明', role: 'agent', unitIds: [sunshineGarden.id, harbourView.id] },
  { id: 'supervisor', name: '王芳', role: 'supervisor', unitIds: [sunshineGarden.id, harbourView.id] },
  { id: 'staff', name: '张伟', role: 'staff', unitIds: [sunshineGarden.id] },
  { id: 'admin', name: '赵敏', role: 'admin', unitIds: [sunshineGarden.id, harbourView.id] },
];

/**
 * The two offices of the demo (DESIGN 7). `hash` makes the stored form of the password; it is asked once for each user so
 * that no two share a salt. `now` is ms UTC.
 */
export async function demoPeople(hash: (password: string) => Promise<string>, now: number): Promise<People> {
  return {
    units: [sunshineGarden, harbourView],
    lines,
    staff: demoStaff(sunshineGarden.id, harbourView.id),
    users: await Promise.all(
      users.map(async (user): Promise<User> => ({
        ...user,
        username: user.id,
        language: 'zh-CN',
        passwordHash: await hash(demoPassword),
        ...usualUser,
        presenceSince: now,
        demo: true,
      })),
    ),
  };
}
