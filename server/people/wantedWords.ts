/*
 * What callers say around the person whom they want, in Mandarin, Cantonese and English. All patterns are for text as `wantedText`
 * makes it: simplified characters, small letters, clauses divided by |. Patterns with the flag y are tried at one position.
 */

/** Words that may stand before or after a name alone, and mean nothing by themselves. */
export const fillers =
  /(?:您好|你好|早上好|上午好|中午好|下午好|晚上好|早晨|喂|哈喽|哈啰|嗨|嗯+|呃+|额|唔该晒?|多谢|啊|哦|噢|那个|这个|请问一下|请问|麻烦[你您]?|劳驾|拜托|不好意思|对不起|谢谢[你您]?|好的|好|请|吧|呢|呀|啦|哈|了|咯|喎|一下|先|hello\b|hi\b|hey\b|good (?:morning|afternoon|evening|day)\b|please\b|thanks\b|thank you\b|very much\b|u[hm]+\b|er+m?\b|well\b|yes\b|yeah\b|ok(?:ay)?\b|so\b|sorry\b|excuse me\b|a minute\b|\s)/y;

/** Words between the asking and the name: "找一下你们那个…", "speak to your …". */
export const determiners = /(?:\s|一下|下|一个|个|一位|位|那个|那位|这位|叫|你们的?|你地|你哋|您们|咱们|我们的?|贵|阿(?=\p{Script=Han})|the\b|your\b|this\b|somebody called\b)*/uy;

/** The office itself before a name says nothing about the department: 物业的张伟. */
export const ownOffice = /(?:管理处|物业(?:公司|处|办)?|服务中心|办公室)(?:那边|里)?的?(?:那个|那位)?/y;

const notBefore = '(?<!(?:不|别|没|没有|未|唔|冇|勿|不是|唔系|并非|无需|不用|唔使)(?:想|要|是|用|必|系|再)?)';

/** Asking that needs nothing more behind the name. What was asked before (找过), or is not asked (不找), does not count. */
export const chineseCue = new RegExp(
  `${notBefore}(?:找|揾|联系|联络|转接到?|转给|转到|转去|转(?!告|达|账|弯|身)|接通|(?<!直)接到?(?!电话|听|过)|呼叫|打给|打电话给|(?<![意再看听常碰])见(?!过|到|面)|转告|转达给?|告诉|告知|通知|留言给|留给|留个言给|留个口信给|带话给|捎话给|带个话给|反映给|汇报给|(?<=我|想|就)要)`,
  'gu',
);

/** Cues behind which ordinary words are likelier than names (我要报修): only a written name counts there, not one that sounds like it. */
export const weakCue = /要$/;

/** Asking that counts only with the right words behind the name. */
export const frames: readonly { before: RegExp; after: RegExp }[] = [
  {
    before: new RegExp(`${notBefore}(?:跟|和|同|与|给)`, 'gu'),
    after: /(?:说(?:一?[下声]|[一两几]?句)话?|说(?=话|明|个)|讲一?[下声句]|讲电话|讲两句|讲嘢|[聊谈倾](?!的|过|了)|通(?:个|一?下)?电?话|对话|沟通|联系|留(?:个|一个|一下)?(?:言|话|口信)|带(?:个|句)?话|打(?:个|一个)?电话(?!了|过)|反映)/y,
  },
  {
    before: /(?:(?:^|\||帮我|帮忙|想|要|请你?|唔该|麻烦[你您]?|劳烦[你您]?|可以|可不可以|能不能|能否|可否|去)(?:请|叫|让|喊)|请|麻烦[你您]?|劳烦[你您]?)/gu,
    after: /(?:来|过来|出来)?(?:听|接)(?:一?下|个)?(?:电话)?|回(?:个|一个|我|复|一下)|[复覆]我|给我|打(?:个|电话|给)|联系|同我|跟我|过来|尽快|帮我/y,
  },
];

/** Asking whether somebody is there, right behind the name. */
export const chinesePresence =
  /(?:今天|今日|现在|而家|还|他|她|人)*(?:在不在(?!家)|在没在(?!家)|在唔在|在[吗么嘛没]|在的吗|在(?=$|\||呢|啊|呀)|在(?:办公室|单位|公司|上班|岗)|有没有在|有冇在|有在|喺唔喺度?|喺度|系唔系度|方便(?:吗|接|听)|有空|有没有空|得闲|上班了?[吗没]|来了[吗没]|回来了?[吗没]|(?:听|接)(?:一?下|个)?电话)/y;

/** Asking whether anybody of a department is there. */
export const presenceOfSomebody = /(?:还|现在|今天)?(?:有(?:没有?|冇)?人|有边个|谁)(?:在|喺度?|值班|上班|听电话|接电话)?(?:吗|么|嘛|呢|啊|呀|没有?)?(?=$|\|)/y;

/** What makes the name the owner of something else that is asked for: 找张伟家的钥匙. */
export const ownerOfSomething = /(?:家(?!$|\|)|(?:他|她)?的(?!电话|分机|办公|手机|那边|$|\|)|[一二三四五六七八九十\d]+(?:号|栋|楼|室))/y;

/** As `chineseCue`, in English. */
export const englishCue =
  /(?<!(?:not|dont|do not|never|wont) (?:want to |wish to |need to |going to |like to )?)\b(?:(?:speak|talk|chat)(?:ing)? (?:to|with)|looking for|look for|reach(?:ing)?|get hold of|get through to|connect(?:ed)?(?: me| us)?(?: to| with)?|put(?: me| us)? through(?: to)?|transfer(?: me| us)?(?: to)?|ask(?:ing)? for|message (?:for|to)|word with|call(?:ing)? for|calling|contact|reach out to|page)(?= )/g;

/** As `frames`, in English. */
export const englishFrames: readonly { before: RegExp; after: RegExp }[] = [
  { before: /(?<!(?:dont|do not|never) )\b(?:ask|have|get|tell)(?= )/g, after: / (?:to )?(?:call|ring|phone|contact|come|get back)\b/y },
  { before: /(?<!(?:dont|do not|never|you|me) )\b(?:tell|let)(?= )/g, after: / (?:that|i|we|know|to)\b/y },
  { before: /(?<=^|\|)(?: ?(?:hello|hi|good (?:morning|afternoon|evening)|excuse me|sorry|um|uh|please))* ?is(?= )/g, after: / (?:there|in|available|around|free|about|on duty|at (?:his|her|the|their) desk|in (?:today|now|the office))(?= ?(?:$|\||please|today|now|at the moment|right now))/y },
];

/** Signs by which a two-character name before them may be the beginning of a longer one (张伟 in 张伟明). */
export const givenNameSigns = new Set(
  '明华国强军平东文辉建志伟勇杰涛超鹏飞波斌宇浩凯健俊林龙海江山峰雪梅兰英玲芳燕丽娟艳霞秀红敏静洁琴云莲珍荣贵福祥德忠义仁礼智信良才民生光亮刚毅成康宁安庆春夏秋冬金玉宝珠珊琳琪瑶萍莉倩颖婷婉佳嘉欣怡悦雯慧思诗涵轩泽晨阳旭昊天宏鸿翔翰博彬权权昌盛兴发达凤仙菊桂花桃柳松柏森炎炜煜燊烨磊岩奇豪雄威武胜利兵卫彪虎豹',
);
/** … unless it begins one of these words. */
export const notGivenName = /(?:明天|明日|明早|明晚|平时|东西|文件|文员|建议|天气|天花|今天|安排|安装|成[不吗]|来|海[边]|光纤|生病|发[给信票]|兴趣|达到|花园|金额|利用|民警|信[息箱件]|春节|国庆|红包|林[科]|龙头|波|超[市过])/y;

/** Words that callers put where a name may stand; no name that only sounds like one of them is meant (报修 is not 包秀). */
export const ordinaryWord = new RegExp(
  '(?:' +
    '物业|家政|真是|同志|人工|真人|师傅|别人|有人|管理|客服|保安|保洁|清洁|维修|电工|水工|业主|住户|租户|租客|房东|领导|负责|前台|值班|电梯|绿化|财务|收费|工程|经理|主管|主任|队长|管家|你们|我们|他们|有没|人|谁|哪|什么|怎么|' +
    '报修|报警|报事|投诉|缴费|交费|交钱|退费|退款|停水|停电|停车|停气|漏水|漏电|漏气|跳闸|堵塞|堵了|装修|开门|开锁|换锁|开票|发票|咨询|查询|查|预约|反映|建议|表扬|登记|办理|办卡|办证|领取|快递|搬家|放行|钥匙|门禁|门卡|车位|车库|电费|水费|房子|房屋|房产|噪音|卫生|垃圾|' +
    '马上|赶紧|赶快|尽快|快点|现在|今天|明天|昨天|刚才|时间|地方|东西|办法|原因|机会|问题|事情|电话|号码|老板|朋友|邻居|家人|孩子|老人|警察|医生|律师|社区|居委|业委|街道|开发商|施工|师父|不用|没有|没事|算了|随便|知道|清楚|谢谢|再见|可以|能不能|是不是|帮忙|看看|说说|问问|试试|听听|等等' +
    ')',
  'y',
);
