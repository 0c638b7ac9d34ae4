/** Longer than a name is: then it is a sentence, and stays whole. */
const longestName = 24;
/** What is kept of a sentence at most. */
const longestSentence = 60;

const greeting = /^(?:你好|您好|喂|哎|嗯|那个|hello|hi|good (?:morning|afternoon|evening))[,，。!！\s]*/i;
const introduction = /^(?:我(?:的名字)?叫|我是|我姓|免贵姓|敝姓|我嘅名係|我叫做|我係|my name is|the name is|this is|it is|it's|i am|i'm)\s*/i;
/** 海天公司的李明, 三栋1502的刘敏: where somebody belongs, then his name. */
const belonging = /^(.{2,30}?(?:公司|集团|物业|中心|管理处|银行|学校|医院|装饰|酒店|餐厅|快递|[栋幢座楼室房号]|单元|[0-9〇零一二三四五六七八九十]))(?:业主|住户|租客)?[的嘅](.{1,6})$/;
const englishBelonging = /^(.{2,40}?)\s+(?:from|of|with|at)\s+(.{2,40})$/i;
const surname = /^\p{Script=Han}$/u;

/** "Would not say" in the caller's words (DOMAIN 4: what stands in `declined` is not missing). */
const refusals = /不方便|不太方便|不想(?:说|讲|留|透露)|不愿|不肯|不能说|不告诉|不透露|不必知道|保密|匿名|算了不说|唔方便|唔想(?:講|讲|留)|唔話|no comment|rather not|prefer not|don'?t want to|would not like to|anonymous|none of your/i;

/** Whether the caller says that he will not say. */
export function isRefusal(speech: string): boolean {
  return refusals.test(speech);
}

/**
 * Field 2 from what was said at "who is calling, please": the name, and the company or flat. What people say before their name is no
 * part of it. Where nobody can tell name and company apart, all of it is the name: the recipient reads it as it was said.
 */
export function callerFrom(speech: string): { name: string; company: string | null } {
  const said = speech.trim().replace(greeting, '').slice(0, longestSentence);
  const gaveSurname = /^(?:我姓|免贵姓|敝姓)/.test(said);
  const [first = '', ...rest] = said.split(/[,，。;；、]\s*/).map((part) => part.trim().replace(introduction, ''));
  const others = rest.filter((part) => part !== '');

  const whole = split(first);
  if (others.length === 0) return whole ?? { name: said.replace(introduction, ''), company: null };
  if (whole) return whole;

  const [second = ''] = others;
  // 我姓李,海天公司的李明 and 免贵姓陈,陈大文: the second part tells the surname's whole name.
  const later = split(second);
  if (later && surname.test(first) && later.name.startsWith(first)) return later;
  if (gaveSurname && surname.test(first) && second.startsWith(first) && second.length <= 4) return { name: second, company: others.slice(1).join(' ') || null };
  const company = others.join(' ').replace(/^(?:from|of|with)\s+/i, '').replace(/[的嘅]$/, '').trim();
  return first.length <= longestName && company !== '' ? { name: first, company } : { name: said.replace(introduction, ''), company: null };
}

function split(part: string): { name: string; company: string } | null {
  const chinese = belonging.exec(part);
  if (chinese?.[1] !== undefined && chinese[2] !== undefined) return { name: chinese[2], company: chinese[1] };
  const english = englishBelonging.exec(part);
  if (english?.[1] !== undefined && english[2] !== undefined) return { name: english[1], company: english[2] };
  return null;
}
