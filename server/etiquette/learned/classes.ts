/**
 * Words of one use under one name, for the learned scales: 师傅, 电工 and 锁匠 all come and repair, 拨, 回话 and 说一声 all reach the caller. What is
 * learned of one word of a class is known of the others, so that a sentence can be heard whose words no lesson used.
 */
import { wordClass, type WordClass } from './wordClass.ts';
import { wordScan } from './wordScan.ts';

/** Cantonese and dialect words with the standard word of the same sense: only for the scales, the lists know the words themselves. */
const standard: Readonly<Record<string, string>> = {
  唔使: '不用', 唔好意思: '不好意思', 唔该: '麻烦', 多谢: '谢谢', 唔: '不', 冇: '没', 喺: '在', 佢: '他', 哋: '们', 嘅: '的', 嚟: '来', 咗: '了', 畀: '给', 俾: '给', 睇: '看', 听日: '明天', 听朝: '明早', 听晚: '明晚',
  搵: '找', 乜嘢: '什么', 乜: '什么', 咩: '什么', 点解: '为什么', 点样: '怎么', 边个: '谁', 边度: '哪里', 边: '哪', 嗰: '那', 呢个: '这个', 呢度: '这里', 呢啲: '这些', 啲: '些', 攞: '拿', 而家: '现在', 几时: '什么时候', 谂: '想', 瞓: '睡', 嘈: '吵',
  屋企: '家里', 仲: '还', 咁: '这么', 讲: '说', 嘢: '东西', 啥子: '什么', 么子: '什么', 啥: '什么', 咋: '怎么', 俺: '我', 甭: '不用', 晓得: '知道', 莫: '别', 咋样: '怎么样', 倾: '谈', 返: '回', 话俾: '告诉', 话畀: '告诉', 系: '是', 闹: '骂',
};
const dialect = wordScan(Object.keys(standard));

/** A plain text with dialect words in their standard form. */
export function standardised(flat: string): string {
  let plain = '';
  let kept = 0;
  for (let at = 0; at < flat.length; at++) {
    const word = dialect(flat, at);
    // 关系, 联系, 体系, 系统, 系列: no dialect.
    if (word === '' || (word === '系' && (/[关联体]/.test(flat.charAt(at - 1)) || /[统列]/.test(flat.charAt(at + 1))))) continue;
    plain += flat.slice(kept, at) + (standard[word] ?? word);
    at += word.length - 1;
    kept = at + 1;
  }
  return kept === 0 ? flat : plain + flat.slice(kept);
}

const classes: readonly WordClass[] = [
  wordClass('dur', '(?:半|[\\d一二两三四五六七八九十几]{1,4})(?:个)?(?:多|来)?(?:小时|钟头|钟|分钟|刻钟|工作日|天|礼拜|星期|字|周)', "(?:an?|half an|half a|\\d{1,4}|one|two|three|four|five|six|ten|fifteen|twenty|thirty|forty|couple of|few)(?: \\w{1,12})?? (?:minutes?|mins?|hours?|days?|weeks?)|the hour|half hour"),
  wordClass('clock', '[\\d一二两三四五六七八九十]{1,3}点(?:半|钟|一刻)?', '(?:at|by|before|until|till|around|about) (?:half past )?(?:\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|lunch\\w*|midday)(?: ?[ap] ?m)?'),
  wordClass('day', '今[天日晚早]|明[天日晚早]|后[天日]|当天|这两天|下?个?(?:周|星期|礼拜)[一二三四五六日天末]|本周|下周|月底|[上下]午|早上|中午|晚上|下班|天黑|傍晚', '(?:today|tonight|tomorrow|this (?:morning|afternoon|evening|week)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|evening|close of business|end of (?:the )?(?:day|week))'),
  wordClass('within', '之?内|以内|之?前|以前|最[晚迟快]', '(?:within|by|no later than|latest|at most)'),
  wordClass('soon', '马上|立刻|立马|这就|即刻|尽快|很快|第一时间|待会儿?|一会儿?|回头|晚点|稍后|随后|头一个|优先', "(?:right away|straight away|straightaway|right now|shortly|asap|as soon as|first thing|immediately|in a bit|later)"),
  wordClass('doer', '师傅|电工|水工|木工|锁匠|保安|安保|保洁|管家|主管|经理|班长|队长|组长|主任|同事|工程部?|维修(?:工|班|部|组)|阿姨|工人|专员|员工|门岗|岗亭|巡逻员?|秩序队|财务|技工|领班|值班员?|施工队|有人|专人|小哥|伙计|大哥|人员|[张王李赵刘陈周吴郑孙马朱胡林郭何高罗]工', "(?:engineers?|plumber|electrician|technician|caretaker|porters?|concierge|security|guards?|handyman|chap|lads?|bloke|guys?|team|someone|somebody|manager|maintenance|contractors?|cleaners?|colleague|supervisor|housekeep\\w+|accounts|fitter|locksmith|super)"),
  wordClass('outside', '开发商|地产|施工单?位?|自来水|供电局?|燃气|城管|交警|电梯公司|厂家|运营商|街道|业委会|快递员?|派出所|居委会?|装修公司|保险|外包|商铺|楼上|邻居|房东|承包', "(?:developer|landlord|council|city|utility|courier|supplier|manufacturer|insurers?|neighbours?|upstairs|tenant|committee|police)"),
  wordClass('reach', '打(?:个)?电话|回电|联系|通知|告诉|告知|回复|答复|短信|微信|知会|致电|说一声|讲一声|说声|信儿|准信|消息|准话|回话|回音|反馈|打给|打过|打回|拨|回个|覆|结果', "(?:call|ring|phone|text|email|message|let you know|get back|update|contact|be in touch|hear from|word|buzz|shout|bell|answer|reply)"),
  wordClass('pass', '转告|转达|转交|交给|交到|带到|反映|上报|汇报|报给|报上|递|交代|叮嘱|提醒|催|督促|写(?:在|进|个|张)|登记|备注|记|留言|条子|放(?:在|到)|贴|告诉他|跟他', "(?:pass|tell|leave|note|log|report|flag|mention|relay|raise|escalate|chase|remind|speak to|have a word|put it|tray|desk|forward|hand)"),
  wordClass('send', '派|安排|叫|请|让|喊|找|约', '(?:send|get|have|ask|arrange|book|put|organi[sz]e)'),
  wordClass('go', '上门|过去|过来|赶|到场|上去|下去|上来|到你|到您|跑一趟|走一趟|去|来', '(?:come|go|be there|be with you|pop|drop|swing|head|arrive|up|round|over|visit|attend|knock|door)'),
  wordClass('fix', '修|换|装|疏通|处理|清|解决|弄|搞|整|补|检修|维修|擦|洗|扫|拆|焊|调|拖|抬|搬|挪|拿|送|拍', "(?:fix|repair|replace|swap|sort|mend|clear|clean|install|reset|remove|take off|bring|deliver|restore)\\w*"),
  wordClass('look', '看|查|核实|核对|了解|问|盯|跟进|确认|瞅|瞧|检查|巡', '(?:look|check|investigate|find out|see to|review|follow|inspect|confirm)\\w*'),
  wordClass('if', '如果|要是|万一|的话|一旦|只要|等|之后|以后|完', "(?:if|once|when|after|unless|as soon as|should)"),
  wordClass('tag', '吗|行不行|好不好|可不可以|成不成|怎么样|如何|是吧|对吧|是不是|对不对|没错吧|好吧|行吧|要不要|同意|合适', "(?:is that (?:all )?(?:right|okay|ok|alright|fine)|sound|shall i|would you|okay with|happy with|suit you|is it)"),
  wordClass('me', '我这边|我们|我', "(?:i|we|me|us|our|my|i'll|we'll|i'm|we're|i've|we've|i'd)"),
  wordClass('both', '咱们?|一起|大家', "(?:let's|together|both)"),
  wordClass('you', '您家|你家|您|你', "(?:you|your|you'll|you're|you've|yours|yourself)"),
  wordClass('they', '他们|她们|他|她|人家|别人|对方', "(?:he|she|they|him|her|them|his|their|he's|she's|they're|he'll|she'll|they'll)"),
  wordClass('not', '不|没|别|无', "(?:not|no|never|n't|don't|didn't|can't|won't|isn't|wasn't|couldn't|nothing|nobody|doesn't|aren't|haven't|wouldn't)"),
  wordClass('may', '可以|能|要不|要么|需要|想|愿意|或者', "(?:can|could|may|might|want|would|like|need)"),
  wordClass('will', '会|就|要|准备|给', "(?:will|'ll|going to|gonna|i'll|we'll|he'll|she'll|they'll)"),
  wordClass('rhetoric', '难道|又不是|又没|还不|哪能|哪会|哪有|怎么能|怎么会|怎么可能|凭什么|不就|至于|何必|谁让|谁叫|怪谁|总不能|反正|毕竟|本来|明明|当然|罢了|而已|还能|不然|难不成', "(?:obviously|clearly|of course|surely|after all|what do you|how should|who|why didn't|well|look|listen|honestly|though|frankly)"),
  wordClass('paper', '通知|公告|群里|贴|写着|写得|合同|规定|手册|制度|须知|章程|流程|短信|守则|公约', "(?:rules?|policy|handbook|notice|sign|contract|lease|website|procedure|regulations?|terms)"),
  wordClass('self', '自己|自个儿?|自家|个人', "(?:yourself|own)"),
  wordClass('already', '已经|早就|早|都|刚|一直|天天|每天|从来', "(?:already|always|ever|just|every|keep|again)"),
  wordClass('sorry', '对不起|抱歉|不好意思|道歉|过意不去|对不住|失礼|见谅|歉意', "(?:sorry|apologi[sz]e|apologies|afraid)"),
  wordClass('thank', '谢谢|感谢|多谢|谢', "(?:thanks?|thank you|appreciate|grateful|cheers|ta)"),
  wordClass('feel', '着急|担心|生气|难受|害怕|委屈|心疼|糟心|闹心|遭罪|不容易|辛苦|受惊|吓|窝火|不踏实|不舒服|难熬|折腾|不方便|揪心|焦心|烦|累|急|怕|气', "(?:worr\\w+|upset|annoy\\w*|frustrat\\w*|awful|terrible|horrible|dreadful|miserable|scary|frighten\\w*|stress\\w*|tiring|exhaust\\w*|easy|hard|tough|rotten|nightmare|fed up|pain|nasty|grim)"),
  wordClass('grasp', '理解|明白|体会|体谅|换成?(?:谁|我)|搁谁|换作|谁都|任谁|心情', "(?:understand|imagine|appreciate|must|anyone|anybody|i bet|can't be|feel)"),
  wordClass('sure', '保证|一定|绝对|肯定|百分|包|放心|必须|铁定|准', "(?:definitely|absolutely|certainly|guarantee|promise|surely|no question|hundred|swear)"),
  wordClass('blame', '拖|忘|偷懒|推|不负责|乱|错|马虎|记错|听错|看错|搞错|弄错|赖|怪|慢', "(?:forgot\\w*|late|lazy|wrong|mistake|fault|blame|careless|ignored?|mess\\w*)"),
  wordClass('harm', '漏|坏|堵|吵|脏|臭|丢|撞|刮|摔|渗|断|停|淹|泡|困|咬|砸|扔', "(?:leak\\w*|broken|broke|noise|nois\\w+|dirty|smell|lost|stuck|damage\\w*|flood\\w*|blocked|cold|down|out)"),
  wordClass('wait', '等|稍等|久等|排队|轮', "(?:wait\\w*|hold|patien\\w+|queue|bear with|moment)"),
  wordClass('pay', '[\\d一二两三四五六七八九十百]{1,6}[块元]|免费|收费|多少钱|赔|退|钱', "(?:pounds|dollars|free|charge|cost|refund|pay|quid)"),
  wordClass('lets', '嘛|呗|罢|咯|啰|喽|㗎|啫|喎', '(?:mate|love|darling|lady|pal|huh|eh|right)'),
];

const hanPattern = new RegExp(classes.map(({ han }) => `(${han})`).join('|'), 'g');
const latinPattern = new RegExp(classes.map(({ latin }) => `(?<![a-z'])(${latin})(?![a-z'])`).join('|'), 'g');

function named(text: string, pattern: RegExp, into: string[]): void {
  for (const hit of text.matchAll(pattern)) {
    for (let i = 1; i < hit.length; i++) {
      if (hit[i] === undefined) continue;
      into.push(classes[i - 1]?.name ?? '');
      break;
    }
  }
}

/** Texts of the last moments: the scales and the restatements ask for the same one after the other. */
const kept = new Map<string, readonly string[]>();
const mostKept = 64;

/** The classes of a standardised plain text, in the order of its words. */
export function classesOf(text: string, hasHan: boolean, hasLatin: boolean): readonly string[] {
  const known = kept.get(text);
  if (known) return known;
  const names: string[] = [];
  if (hasHan) named(text, hanPattern, names);
  if (hasLatin) named(text, latinPattern, names);
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, names);
  return names;
}
