/** How people are addressed, and what that says of them. */
export interface SaidTitle {
  /** What the staff's own title must contain, one of them; empty for forms of address. */
  jobs: readonly string[];
  /** One who leads is meant, whatever his exact title is. */
  leads: boolean;
  /** A craftsman: 师傅, 工. */
  craft: boolean;
}

const job = (jobs: readonly string[], leads = false): SaidTitle => ({ jobs, leads, craft: false });
const address: SaidTitle = { jobs: [], leads: false, craft: false };
const craft: SaidTitle = { jobs: [], leads: false, craft: true };

/** Titles behind a Chinese surname, the longer before the shorter that they begin with. Single signs only where no other word begins. */
const chinese: readonly [RegExp, SaidTitle][] = [
  [/总经理/y, job(['总经理', '经理', 'general manager'], true)],
  [/副主管/y, job(['副主管', 'deputy'])],
  [/副经理/y, job(['副经理', 'deputy'])],
  [/主管/y, job(['主管', 'supervisor'], true)],
  [/经理/y, job(['经理', 'manager'], true)],
  [/主任/y, job(['主任', 'officer'], true)],
  [/处长/y, job(['处长', '管理处经理', '管理处主任'], true)],
  [/部长/y, job(['部长'], true)],
  [/队长/y, job(['队长', 'captain'], true)],
  [/组长/y, job(['组长'])],
  [/班长/y, job(['班长'])],
  [/店长/y, job(['店长'])],
  [/负责人|领导|老大|头儿/y, { jobs: [], leads: true, craft: false }],
  [/工程师/y, job(['工程师', '工', 'engineer', 'technician'])],
  [/电工|水电工/y, job(['电工', 'electrician'])],
  [/水工|管道工/y, job(['水工', '水电工', 'plumber'])],
  [/技工|技师/y, job(['技工', '技师', 'technician'])],
  [/会计/y, job(['会计', 'accountant'])],
  [/出纳/y, job(['出纳', 'cashier'])],
  [/收费员/y, job(['收费员', 'cashier'])],
  [/管家/y, job(['管家', 'housekeeper', 'butler'])],
  [/秘书/y, job(['秘书', 'secretary'])],
  [/助理/y, job(['助理', 'assistant'])],
  [/师傅|师父/y, craft],
  [/先生|女士|小姐|太太|阿姨|大姐|大哥|老师|同志|姑娘/y, address],
  [/工(?![程作人资地具单业夫])/y, craft],
  [/总(?![是共部之算体的])/y, { jobs: [], leads: true, craft: false }],
  [/队(?![伍员列])/y, job(['队长'], true)],
  [/生(?![病意气活日产态前])/y, address],
  [/太(?![多吵大阳脏太久慢过])/y, address],
  [/[姐哥](?![姐哥夫])/y, address],
];

const english: readonly [RegExp, SaidTitle][] = [
  [/general manager\b/y, job(['总经理', '经理', 'general manager'], true)],
  [/manager\b/y, job(['经理', '主管', 'manager'], true)],
  [/supervisor\b/y, job(['主管', 'supervisor'], true)],
  [/(?:head|chief|director|leader|boss)\b/y, { jobs: [], leads: true, craft: false }],
  [/captain\b/y, job(['队长', 'captain'], true)],
  [/engineer\b/y, job(['工程师', '工', 'engineer'])],
  [/technician\b/y, job(['技工', '技师', 'technician'])],
  [/electrician\b/y, job(['电工', 'electrician'])],
  [/accountant\b/y, job(['会计', 'accountant'])],
  [/cashier\b/y, job(['出纳', '收费员', 'cashier'])],
];

interface TitleFound {
  title: SaidTitle;
  end: number;
}

/** The Chinese title that stands at `at`. */
export function chineseTitleAt(text: string, at: number): TitleFound | null {
  return titleIn(chinese, text, at);
}

/** The title in either language that stands at `at`. */
export function titleAt(text: string, at: number): TitleFound | null {
  return titleIn(chinese, text, at) ?? titleIn(english, text, at);
}

function titleIn(titles: typeof chinese, text: string, at: number): TitleFound | null {
  for (const [pattern, title] of titles) {
    pattern.lastIndex = at;
    if (pattern.test(text)) return { title, end: pattern.lastIndex };
  }
  return null;
}

/** Whether somebody bears one of the jobs; a deputy is not who is meant by the title alone. */
export function bears(ownTitle: string, said: SaidTitle): boolean {
  const own = ownTitle.toLowerCase();
  return said.jobs.some((wanted) => own.includes(wanted) && !own.includes(`副${wanted}`) && !/^(?:deputy|assistant|vice) /.test(own));
}
