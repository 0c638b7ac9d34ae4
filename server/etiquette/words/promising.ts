/** Promises: guarantees of outcomes, acts of the office, deadlines, asking for consent. Sources: S0 不要随便承诺, S1 六.13, S4 六.7-8. */
import { wordList } from '../wordList.ts';

/** A guarantee of an outcome, or an absolute one. */
export const guarantees = wordList('guarantees', 'S1 六.13 不轻易许诺', [
  ['(?<!不能|没法|不敢|无法|难以|不好|不|唔|冇办法)(?:保证(?!的话)|担保|包保|我保你|敢保|打包票|拍胸脯|包在我|包我身上|包(?:您|你)(?:满意|放心|没事|搞定|修好)|立军令状|保管(?:不|没|能|你|您|修|一|以后|明|今)|准保|包管)(?!金|书|人|费|安全的前提)', '保证以后不会再有', '这个我不能保证'],
  ['绝(?:对|唔会|不会|无)(?!不行|禁止|不允许|不可以|不能)', '绝对没问题', '绝大多数'],
  ['百分(?:之)?(?:一)?百|百分之?百|(?:100|一百)%|十足十|万无一失|铁定|稳稳|一百个放心', '百分之百给您办成', '百分之三十'],
  ['(?:一定|肯定|必定|必须|包(?=您|你|修|换|搞|赔|冇|好))(?!要|记得|请)(?:能|会|可以|得了|都|把|给您|帮您|给你|帮你|帮到|帮|替您|让您|让你|为您|就|不|唔|不会|会给您|会帮您|可以给您|能给您|叫他|让他|叫|让|冇|搞)?.{0,12}?(?:解决|搞定|搞掂|搞好|修好|弄好|整好|办好|办成|办妥|处理好|处理掉|查出|查到|找到|找回|找出|揪出|查清|查明|认错|道歉|追回|抓到|抓住|赔|退(?!休)|减免|免(?!费)|满意|开除|辞退|好(?:了|起来|返)|不漏|不吵|不再|没问题|冇问题|没事|不会|唔会|成功|通过|批|到账|恢复|准时|交代|公道|说法|干净|安静|来电|有水|有电|停止|停下|整改|同意|批准|答应)', '一定给您解决', '一定要带身份证来'],
  ['(?:以后|今后|从此|再也|永远|往后|下次|今次|将来|之后)(?:都|就|也|绝|肯定|一定|保证)?(?:再也|再)?(?:不会|唔会|不可能|冇|没有)(?:再|发生|出现|有|漏|坏|吵|犯|人)', '以后不会再发生', '以后不会用再打来'],
  ['(?<![不打红面书钱承外])包(?:过|修好|搞定|搞掂|赔|退|换|满意)(?:的|啦|喇|㗎|$)|(?:[几十百\\d一二两三五]|好多|好几)年(?:之?内)?(?:都|也)?(?:不会|唔会|冇)(?:再)?(?:坏|漏|出|有)|实(?:修|得|搞|冇|退|赔)(?:得)?(?:好|掂|问题|到)?(?=你|$|㗎)|(?:赔|退|批|过|修|好)(?:是|系)(?:肯定|一定|绝对)会?', '没问题包过的', '两年之内都是免费保修'],
  ['(?:肯定|一定|绝对|保证|包)(?:没|冇)(?:问题|事|错)', '肯定没问题', '没问题您说'],
  ["\\b(?:guarantee[ds]?|promise (?:you )?(?:it|that|this|the|he|she|they|you(?:'ll| will)|nothing|there)|(?<=[a-z] )i promise(?: you)?$|nothing (?:can|could|will) (?:possibly )?go wrong|absolutely sure (?:it|that|he|she|they)|you have my word|my word on it|100 percent|hundred percent|a hundred per ?cent|without (?:a )?(?:doubt|fail)|no doubt about it|i assure you|i can assure you|rest assured (?:it|that|they|you will|you'll))\\b", 'i guarantee it will be fixed', 'i promise to ring you'],
  ["\\b(?:definitely|absolutely|certainly|for sure|surely|100%)\\b.{0,14}\\b(?:(?:be|get) (?:you|fixed|solved|refunded|sorted|done|resolved|back|repaired|gone|approved|paid|finished|ready|working)|get (?:it|your|the|a refund|compensat|fixed)|fix|solve|refund|resolve|stop|happen|compensate|pay|work|never|approve|waive|catch|find)\\b", 'it will definitely be fixed', 'definitely let me check'],
  ["\\b(?:never|won't ever|will not ever|won't|will not) (?:ever )?(?:happen|occur|be a problem|leak|see|hear|have (?:this|that|any)|do (?:it|that)|break|fail)(?: (?:to you|again|this|it|him|from|ever))?\\b|\\b(?:ever|never) again\\b|\\bproblem solved\\b|\\bconsider it (?:done|fixed|solved)\\b|\\b(?:will|'ll) (?:be )?(?:get )?(?:all|every penny|fully|full) (?:of it )?(?:back|refunded)\\b|\\bfull refund (?:for sure|no question|guaranteed)\\b|\\bno question about it\\b", 'that will never happen again', 'that has never been repaired'],
]);

/** An office's own act with an emphatic 一定: no guarantee of an outcome. */
export const ownActs = wordList('ownActs', 'settled: a promise of the agent\'s own act', [
  ['(?:一定|肯定|保证|必定)(?:会|给您|给你|帮您|帮你|替您|马上|尽快|准时|第一时间|把.{1,8})?(?:尽力|尽快|尽量|交(?:到|给)|拿给|带给|拨给|转(?:告|达|给|交)|反映|记|回(?:电|复|话|您|你)|打给|联系|通知|告诉|跟(?:进|踪|您|他|她|主管|经理)|督促|催|上报|报|提醒|登记|带到|说到|给您(?:回|打|答复|信|消息|电话))', '一定给您回电', '一定给您解决'],
  ['(?:一定|肯定|必须)(?:要|得)?(?:请|麻烦|记得|带|先|让(?:他|她|师傅|同事|保安)(?:回|打|给您|联系|转|注意|带)|注意|小心|收好|关好|提前|看|拿|锁|是|有|在(?!今天|明天|本周|这周|下班|今晚)|听|看|搞错|弄错|知道|很|特别|着|急|不舒服|难|累|吓)|(?:请|您|你|也|不|未必|那|这|也不)(?:也)?(?:一定|肯定)(?:要|得|很|是|累|着|急|难|吓)?|不一定|说不定|肯定(?:听|看|记|搞)错', '您一定要带身份证', '一定解决'],
  ['绝(?:对|唔会|不会)(?:不会|唔会)?(?:忘|漏记|漏掉|泄|外传|外泄|骗|耽误|告诉)', '绝对不会忘的', '绝对不会漏水'],
  ["\\b(?:definitely|certainly|absolutely)\\b.{0,10}\\b(?:call|ring|pass|tell|let|note|take|write|send|check|ask|report)\\b", "i'll definitely pass that on", 'it will definitely be fixed'],
]);

/** Who acts: words that make the office the doer. */
const doer = '(?:师傅|[\\u4e00-\\u9fff]工(?!作)|主管|班长|队长|组长|经理|主任|保安|安保|管家|同事|人员?|专员|电工|水工|工程|维修|保洁|阿姨|叔叔|大姐|姐|大哥|哥|他们?|她们?|佢哋?|我们?|我哋|工人|员|部|组|队|姑娘)';

/** Acts for after the call, by kind. Each needs the office or the agent as doer; who else is meant is sorted out by `rules/promises.ts`. */
export const promisedActs = {
  call: wordList('promisedActs.call', 'S4 六 反馈', [
    ['(?:给|同|跟|和|向|畀|俾|为)(?:您|你|返你|回您|家里|业主)(?:再|去|个|一个|准|明确|最终|书面)*(?:回(?!访|忆|头|收|家|来|去)(?:电|复|话|信|音|个|覆|過|过)?|打(?:个|过|回|返|电)?(?:电话|去|来)?|答复|答覆|信儿?|消息|准信|结果|说法|交代|反馈|汇报|联系|确认时间|去电|来电|致电|话)', '查到了给您回电', '我给您登记'],
    ['(?:有人|专人|同事|师傅|管家|经理|主管)(?:会|来|去|就|再)*(?:跟|和|同)?(?:您|你)?(?:联系|沟通|对接|答复|回复)(?!方式)', '一小时内必有人联系', '有人反映过']  ,
    ['(?:回|覆|复)(?:返)?(?:您|你)(?:的)?(?:电话|个?话|电|个?信|消息|的)?|(?<![没不冇要])打(?:电话)?(?:回|返|过)?(?:给|俾|畀|去|返)?(?:您|你)(?!们|的|家里|刚才|随时|再|就|可以|直接|自己|卡|账)', '半小时内回您电话', '您打给我们'],
    ['(?:再|会|就|后|来|去|马上|之内|内|(?<!提)前|尽快|电话|微信|短信|先|主动|到时候?|第一时间|统一)(?:联系|联络|通知|告诉|答复|回复|回覆|致电|知会|话俾|话畀|同|跟)(?:您|你)(?!家人|们|说好|讲好|讲价|说清)', '结果出来会通知您', '他有没有告诉您'],
    ['(?:查|问|核|确|有|弄|找|了解|联系|定|商量|落实)(?:实|认|到|清|好|了|上|消息|结果|明白|下来|信|着)(?:了|结果|消息)?.{0,6}(?:告诉|通知|回|打给|联系|跟|话俾)(?:您|你)', '查到告诉您', '问到了一般九点'],
    ["\\b(?:'ll|will|going to|gonna|have|get|ask|make sure|can|be|and|then) .{0,28}?\\b(?:call|ring|phone|text|email|update|contact|notify|tell|inform) you\\b(?! (?:the|that|what|now|right|how|it|this|a bit|sir))", 'rosa will ring you within two hours', 'i can tell you the price'],
    ["\\byou(?:'ll| will) (?:hear (?:from|back)|(?:get|have|receive) (?:a )?(?:call|text|reply|answer|email))\\b|\\bexpect a call\\b|\\b(?:get back to you|let you know|be in touch|give you a (?:call|ring|buzz|shout)|(?:call|ring|phone) (?:you )?back|follow up with you|come back to you|keep you (?:posted|updated|informed)|report back)\\b", "i'll get back to you", 'your call came back'],
    ['给(?:您|你)(?:.{0,6})(?:答复|回复|回音|回话|准信|回信|说法|交代|信儿|电话(?!号|是|通知单|里|了)|短信)', '三天内给您一个书面的答复', '给您电话号码'],
    ['(?:拨|打|回|挂)(?:个|回|给|过去|返)?(?:电话)?(?:给|回|俾|畀)(?:您|你)(?!们)|给(?:您|你)(?:拨|回(?!访|来|家|忆)|挂)(?:个|过去|一个|电)?|mail(?:给)?(?:您|你)', '我一定拨给您', '您打给我们'],
    ['(?:好|了|到|完|清楚|结果|之后|以后|然后|再|马上|就)(?:.{0,3})(?:通知|告诉|联系|回复|答复|知会|话俾|覆|同)(?:您|你)(?!们|说好|家)(?!.{0,2}(?:价|收费))', '核对好了通知您来办', '您好告诉我一声'],
    ["\\b(?:'ll|will|and|then|going to) (?:drop|send|shoot|give|leave) you (?:a|an) (?:text|line|message|note|email|call|ring|update)\\b|\\byou'll (?:get|have) (?:a|an|my|our) (?:call|answer|reply|text|update)\\b", 'and drop you a text', 'give you a key'],
    ['(?:让|叫|请|要)(?:他|她|佢|他们|师傅|管家|对方|[\\u4e00-\\u9fff](?:工|主管|经理))(?:.{0,6})(?:联系|联络|找|覆|回复|打给|打电话给)(?:您|你)(?!吗|方便|的)', '我给他打电话让他联系您', '让他去找您的邻居吗'],
    ['(?:跟|和|同|与)(?:您|你)(?:.{0,4})(?:约|商定|敲定|确定|定)(?:.{0,4})时间(?!了)', '二十四小时之内管家跟您约具体时间', '跟您约过时间了'],
    ['(?:跟|同|向|给)(?:您|你)(?:说|讲|报|汇报|去)(?:一)?(?:下|声|个)?(?:进展|进度|结果|电话)', '三天之内我跟您说进展', '跟您说过结果了'],
  ]),
  come: wordList('promisedActs.come', 'S0 报修流程', [
    [`${doer}.{0,14}?(?:(?<!打|拨|寄|发|送|拿|带)过来|(?<!转|接|拨|驳|切|停|搬|打)过去|上门|上来|上去|(?<!拦|停|写|记|定|留|掉|摔|滴|流|砸|落|跌)下来|下去|赶过?(?:来|去|到)|(?<!帮|得|听|看|问|接|找|收|查|拿|助)到(?:您|你|场|现场|府|家|门口|那|位)|去(?:您|你|看|查|处理|修|清|检|现场|核实|弄|通|换|劝|制止|巡|睇|一趟|关|跑)|(?<!出|下|起|回)来(?:看|修|弄|处理|检|换|通|您|你)|(?:上|过|落)?(?:嚟|去睇)(?!电))(?!啦|了|过|咗)`, '师傅半小时到您家', '门口到了'],
    ['(?:分钟|小时|钟头?|刻钟|[\\d一二两三四五六七八九十](?:个字|天))(?!到晚)(?:左右|上下)?(?:之?内|以内)?(?:才|就|能|可以|准|会|一定|马上|应该|保证|肯定|后|之后)*(?:到(?!期|账|货|位|时)|赶到|过来|过去|上门|送到|送上|上到|过到)', '二十分钟之内到七幢', '两个小时到期'],
    ['(?:安排|派|加派|叫)(?:个|一个|一位|两个|几个|多)?(?:.{0,4})(?:师傅|人手?|电工|水工|保洁|保安|工人|维修工?|阿姨|同事)(?!.{0,3}(?:吗|好|可以))', '我马上给您安排师傅', '安排好了'],
    [`${doer}.{0,4}?(?:马上|立刻|立即|这就|很快|即刻|就快|随后)(?:就)?(?:会)?(?:来|到|嚟)(?!电|访|了|过|的|期)|(?:找|叫|喊|派|搵|嗌)(?:个)?人(?:来|去|过来|过去|上来|上去)?(?:先)?(?:看|瞧|修|弄|处理|搞|查|睇|整|清|换)(?!了|过)`, '严师傅马上就来', '师傅马上到期退休'],
    ['(?:师傅|电工|水工|保安|保洁|管家|维修工?|[\\u4e00-\\u9fff](?:工|师傅|队|主管|经理))(?:今天|今晚|明天|明早|上午|下午|晚上|一会儿?|等会儿?|待会儿?|忙完|晚点|回头|过会儿?)+(?:就|再)?(?:去|来|到)(?!了|过|年|电|访)', '解师傅下午去', '师傅下午去了五栋'],
    ['有人(?:会|就|再)?(?:即刻|马上)?(?:上(?:嚟|来)|过(?:嚟|来|去)|上门|到(?:您|你|场))', '廿分钟左右有人上嚟', '有人在楼上'],
    ['(?:派|安排|叫|让|请|喊|通知|联系|催|加派|调|麻烦)(?!您|你|的|过|了|问|说|讲|再)[^您你]{1,12}?(?:过来|过去|上门|上来|上去|下来|下去|赶|到(?:您|你|场|现场|那|府)|去|来(?!电|访|的)|嚟|看|修(?!改)|处理|查|清|巡|换|核|跟进|检|弄|通(?!知)|整|睇|盯|值|翻|找|劝)', '我让保安主任现在上去核实', '请您过来看看'],
    ["\\b(?:send(?:ing)?|dispatch(?:ing)?|get(?:ting)?|have|having|arrange(?: for)?|ask(?:ing)?) (?!you|it|the bill|back)[a-z' ]{2,32}?\\b(?:up|over|round|around|out|down|to (?:look|check|fix|come|see|you|your|the|have)|look(?:ing)? (?:at|into)|come|there|check|fix|straight ?away|right away)\\b", "i'll send peter up", 'get it back to the shop'],
    ["\\barrang(?:e|ing)(?: for)? (?:a|an|the|our|someone|somebody|one of)(?: [a-z]+)?\\b", "i'll arrange a plumber", 'the arrangement'],
    ["\\b(?:he|she|they|someone|somebody|engineer|technician|plumber|electrician|porter|guard|team|man|cleaner|handyman|crew|[a-z]+)(?:'ll| will|'s going to| is going to| should| can) (?:be (?:there|here|with you|up|over|round|down|at)|come|arrive|stop by|drop by|pop|look at|take a look|have a look|check|fix|repair|attend|go up|head)", 'the plumber will be with you', 'he is there'],
    ["\\b(?:i'll|we'll|i will|we will) (?:come|be (?:there|up|over|round|down)|go up|pop|head|get there)\\b|\\bon (?:his|her|their|the) way\\b.{0,24}\\b(?:minutes?|hours?)\\b", "we'll be there in ten minutes", 'i was there'],
    ['(?:分钟|小时|钟头?|刻钟|个字|粒钟)(?:左右|上下)?(?:之?内|以内|后|度)?.{0,6}(?:准|就|能|一定|肯定|必|度)到(?!期|账|货|位|时)', '一刻钟后电工准到', '两个小时到期'],
    ['(?:我|我们|我哋)(?!们?(?:家|这|昨|刚|已|上次|可以)).{0,8}(?:上楼|下楼|上门|去(?!年|掉|哪|了)[^您你]{0,4}(?:现场|一趟|看|瞧|查|听|转|巡|修)|到[^您你]{1,5}(?:房|间|楼|处|库|站|岗|场|家|户)(?!等)|陪(?:您|你)去)(?!了|过|咗)', '今晚我亲自上楼听一听', '我到前台了'],
    ['(?:让|叫|请|派|喊|安排|嗌|搵|找|联系)(?!您|你)[^您你]{0,3}(?:师傅|保洁|保安|电工|水工|工人|工程|维修|绿化|管家|阿姨|同事|班长|队|IT|it|的人|人)[^您你吗]{0,4}?(?:先|再|马上|现在|今晚|一起|带|拿|把|给|到|过|锯|拖|扫|挪|擦|接|搬|锁|贴|关|开|送|调|守|站)(?!了|咗|话|您|你)', '我让保洁先拿桶接着', '叫师傅贴了通知'],
    ["\\b(?:'ll|will|going to) (?:have|get|send|ask) (?!you\\b|it\\b|back\\b|a look|a word)[a-z' ]{2,26}?\\b(?:pop|drop|swing|stop|call|attend|visit|take a look|step|walk|run|bring|round|by|on site|on it)\\b", "i'll have dean pop by", "i'll have a look by then"],
    ["\\b(?:guard|engineer|plumber|electrician|technician|porter|handyman|cleaner|someone|somebody|he|she|they) (?:will|'ll|can|should)? ?(?:be|reach|get) (?:at|to|on|with) (?:your|you)\\b", 'the guard will be at your gate', 'she is at your desk'],
  ]),
  fix: wordList('promisedActs.fix', 'S4 六 告知时间', [
    ['(?:给您|帮您|给你|为您|替您|把.{1,10}|给|帮)?(?:修|换|弄|处理|解决|清理?|通|装|补|整|恢复|办理?|配|调|维修|更换|疏通|安装|修复|答复|查|落实|整改|清运|清走)(?:好|完|掉|上|妥|成|出来|到位|完毕|通|干净|返)', '三天之内给您换好', '换了一个人'],
    ['(?:出|拿|给)(?:.{0,6})(?:方案|报价|结果|说法|报告|通知)|(?:完成|抢修|施工|动工|整改|退(?:给|到|还|款))', '二十四小时内拿堵漏方案', '通知是昨天出的'],
    ["\\b(?:be|get|have|got) (?:it |that |this |the [a-z ]{2,14})?(?:fixed|repaired|sorted|done|replaced|resolved|ready|back on|restored|cleaned|finished|completed|installed|cleared|unblocked|delivered)\\b|\\b(?:'ll|will) (?:fix|fit|mend|repair|replace|sort|resolve|finish|restore|clean|clear|install|deliver)\\b", "we'll have it fixed within two days", 'a fixed price'],
    ['(?:给|帮|替)(?:您|你)开(?:好|出|具)|给(?:您|你)(?:.{0,4})(?:换|修|装|退|补|清|处理|解决|弄)(?:个|一个)?(?:新|上|掉|好|$)', '一个星期之内给您换新的', '给您发过去'],
    ['(?:准备|整理|打印|复印|核算|备|统计)(?:好|出来|完|齐)', '账单两天之内准备出来', '东西都备了'],
    ["\\b(?:'ll|will|going to) (?:have|get) (?:it|that|this|the|your) ?[a-z ]{0,18}?(?:[a-z]{3,}ed|done|fixed|sorted|cut|shut|swept|put right)\\b", "i'll have the car clamped within the hour", "i'll have the keys"],
  ]),
  passOn: wordList('promisedActs.passOn', 'S3 接听.4 不许误传, S1 六.14 及时上报', [
    ['(?:我|就|会|马上|再|亲手|亲自|帮您)(?:.{0,4})(?:交给|拿给|递给|讲给|说给|带给)(?!您|你)|转(?:告|达|交)(?!您|你|通|什么|啥|哪|给谁)|(?:话|言|情况|意见|信息|电话|号码|内容|问题|事|会|要求)(?:.{0,6})转给(?!您|你)|话(?:.{0,8})带(?:给|到)|写(?:进|在|到)(?:.{0,4})(?:交接|值班|日志|交班)|(?:把|将)(?:.{1,12})(?:交|递|报|发|转|送|反映|反馈)(?:给|到|上去)(?!您|你)', '我会把留言转给她的', '我帮您转给财务'],
    ['(?:会|去|帮您|替您|马上|一定|如实)(?:.{0,6})(?:反映|上报|汇报|反馈)(?!了|的|过|您)', '我会如实反映上去', '您反映的'],
    ['(?:给|帮|替)(?:您|你)(?:往上|上)?报(?:一)?(?:下|声)(?=.{0,2}(?:[\\u4e00-\\u9fff]{2}部|给|到|上去|修|主管|经理|公司|物业|领导|班))|(?:发|传|转发)(?:个|条)?(?:微信|短信|信息|消息|留言)?(?:给|到)(?:他|她|佢|[\\u4e00-\\u9fff]{1,3}(?:部|群|师傅|主管|经理))|(?:反映|上?报|汇报|反馈|提交|递交|移交|反应|提(?!前))(?:给|到|上去|上(?!面|来|班|午|门|次)|去)(?!您|你|了没|的)|(?:上报|呈报)(?!了|不|没)|(?:马上|这就|尽快|现在|给您|帮您|我)(?:.{0,4})(?:派单|下单|报修(?!吗|电|单|了|的))', '这个我报给工程部', '您报上来的'],
    ['(?:跟|同|和|向|对(?![不唔])|与)(?!您|你|我|他们吵)(?!外)[^您你]{1,10}?(?:说|讲|打(?:个|声)?招呼|反映|汇报|交代|沟通|提(?:一|出)|核实|确认(?:一|下)|协调|报备|申请|商量|反馈)(?!话|不|的|是|过|了|咗|好像|他|她|要)', '我跟清洁班长说一下', '我跟您说'],
    ['(?:我|我们|会|去|马上|让.{1,5}|叫.{1,5})(?:今天|明天|现在|再|就)?贴(?:个|张|一张|一个|埋)(?:通知|告示|公告|提示)', '我明天贴个通知提醒一下大家', '物业贴过通知'],
    ['写(?:个|张)?(?:条子?|便条|纸条)|(?:放|贴)(?:在|到)?(?:他|她|佢)(?:的)?(?:桌|办公|位)', '我写条子放他桌上', '贴在电梯里'],
    ['(?:会|去|尽快|再|马上会)(?:.{0,3})(?:联系|沟通|协调|约谈|劝|劝导|制止)(?!您|你|一下您|方式|电话)', '我们会联系楼上业主协调', '联系方式'],
    ['(?<![了过的贴发张写])(?:告诉|提醒|叮嘱|交代|嘱咐|知会|通知|催|督促)(?:一?下|一?声)?(?!您|你|我|了|到)(?:[他她佢]|[^您你]{1,5}(?:部|师傅|主管|经理|保安|保洁|管家|工|队|岗|班|同事|人员|业主|邻居|楼上|那户|组))|话(?:声|返|翻)?(?:俾|畀)?佢(?:听|知)|话(?:俾|畀)(?!你)|同(?:佢|他)(?:讲|倾)', '我提醒一下保安', '通知贴了'],
    ["(?<!\\byou)(?:'ll|(?<!you )\\bwill|\\bgoing to|\\bgonna|\\blet me) (?:also |then |certainly |definitely |personally )?(?:pass|tell (?!you\\b)|relay|report|raise|escalate|forward|speak (?:to|with) (?!you\\b)|talk (?:to|with) (?!you\\b)|have a word|remind (?!you\\b)|notify (?!you\\b)|inform (?!you\\b)|ask (?!you\\b)|mention|leave [a-z]+ a (?:note|message|word)|leave (?:him|her|them|it|this|word|a note|the note)(?: a| the| for| with)|note (?:it|this|that) (?:down )?for|give (?:him|her|them|it to)|send (?:him|her|them) (?:a|the|your)|log|chase|put (?:it|this|that) (?:to|in front)|hand (?:it|this))", "i'll pass that on to him", 'you will tell me'],
    ["\\b(?:see (?:that|to it that)|make sure|ensure) .{1,16}?\\b(?:gets?|knows?|sees?|has|receives?)\\b|\\b(?:'ll|will) (?:certainly |definitely |also |be sure to |of course )?let (?!you\\b)[a-z ]{2,18} know\\b", "i'll see that he gets it", "i'll let you know"],
    ['(?:跟|同|和|向|对|与|找)(?!您|你|我|他们吵|外)[^您你]{1,10}?(?:谈|聊|交涉|理论|对接|讲讲|说道|反应|算账)(?!话|好了|过|了|得|咗)', '我去跟那户人家谈谈', '我跟他谈过了'],
    ['(?:写|记|登)(?:进|在|到|入).{0,8}(?:日报|周报|报告|交接|值班|日志|交班|台账)|呈(?:给|报|送)', '我会写到今天的日报里', '记在您名下'],
    ['(?:我|就|会|马上|再|回来|一定|亲手|来了).{0,5}(?:拿给|交到|交给|带到|递到|说给|讲给|传给|告诉|话俾|转给)(?:他|她|佢|[\\u4e00-\\u9fff]{1,3}(?:手上|手里|看|听|那))(?!们?(?:了|过|说))|(?:给|帮)(?:您|你)(?:把话)?带到|原话带', '回来我马上拿给他看', '我告诉过他'],
    ["(?<!\\byou)(?:'ll|(?<!you )\\bwill|\\bgoing to|\\bgonna|\\blet me) (?:also |then |certainly |definitely |personally )?(?:take (?:this|it|that) (?:up|further)|flag|have words|bring (?:it|this|that) up|make a note|put in a|leave word|see (?:that |to it (?:that )?)?(?:he|she|they|it|[a-z]+) (?:gets?|has|knows|sees))\\b|\\bsee (?:she|he|they) gets?\\b", "i'll flag this for the night shift", 'you will flag it'],
    ['(?:打|去|挂)(?:个)?(?:电话)?(?:给|到)(?!您|你|我|过|了)[^您你我]{1,6}(?:队长|班长|主管|经理|部|公司|师傅|管家|岗|室|站|热线)', '我现在就打给夜班队长', '打给您的是队长'],
    ["\\b(?:i'll|we'll|i will|we will|let me) (?:have|get|ask) (?!you\\b|it\\b|that\\b|this\\b|back\\b|a\\b|an\\b|the bill\\b|to\\b|your\\b|some\\b|in\\b|on\\b)(?:the |our |my )?[a-z]+(?: team| department| manager| desk)? (?:to )?(?!for\\b|to\\b|about\\b|if\\b|and\\b|at\\b|in\\b|of\\b|is\\b|what\\b|when\\b|you\\b)[a-z]{3,}\\b", "i'll have accounts take the fee off", "i'll have a look"],
    ["\\b(?:he|she|they)'ll (?:have|get|find|see) (?:it|this|that|your (?:note|message))\\b", "he'll have it on his desk", "he'll have lunch"],
  ]),
  look: wordList('promisedActs.look', 'S0 记录并跟进', [
    ['跟(?:进)?到底|盯到底|会(?:.{0,6})(?:讨论|研究|开会商量)|我(?:来|会|帮您)?盯|(?:会|马上|尽快|安排)(?:加强|加派|增加)(?:.{0,4})(?:巡|人手|保洁|力度)|(?:去|再去|派人|马上|安排|让.{1,6}|叫.{1,6}|请.{1,6}|帮您|给您|会|我们会|我们去|我会|我去|继续|一直|亲自|尽快)(?:.{0,4})(?:调(?:取|看|一下|监控|录像)|查(?:监控|录像|看监控)|核实(?!一下您|就好)|调查|跟进|跟踪|盯着|盯|督促|催(?:一|他|办)?)', '我会跟进这件事', '监控坏了'],
    ["\\b(?:'ll|will|going to) (?:look into|investigate|check (?:the )?(?:cctv|camera|footage)|follow (?:it |this |that )?up|keep an eye|review|chase)\\b", "we'll look into it", 'he looked into it'],
    ['(?:监控|录像|摄像头|片段|记录)(?:.{0,6})(?:调|翻|拷|查返|睇返)(?:出来|一下|看|取|返|阅)?(?!过|了)|(?:我|我们|请|让|叫).{0,10}(?:查|核)(?:一)?(?:遍|清楚)(?!了)|处理(?:他|她|这个人|当事人)', '摄像头我调出来看看', '监控坏了'],
  ]),
  send: wordList('promisedActs.send', 'S1 二.7 及时转交', [
    ['(?:发|寄|送|传|快递|邮)(?:到|给|俾|畀|去|过去|上门|上去|下来)(?:您|你|微信|邮箱|手机|家|府|楼上|门口)', '我把表格发给您', '发生了什么'],
    ["\\b(?:i'll|we'll|i will|we will) .{0,30}?\\b(?:email|send|post|text|forward) (?:it|you|them|that|the|a) ", "i'll prepare the paperwork and email it to you", 'i will be here'],
    ["\\b(?:'ll|will|going to) (?:email|send|post|forward|text|drop|bring|deliver) (?:you|it|the|them|a copy|that|over)\\b", "i'll email you the form", 'he sent it'],
    ['(?:发|寄|送|传|捎|转发|快递|投|贴|带)(?:到|给|去|过去|上|下)?(?:您|你)(?:的|那|家|们家)?(?:手机|微信|邮箱|门口|信箱|那边)?(?!们|了|的时候|来电)|(?:发|传|送)(?:到)?(?:您|你)(?:手机|微信|邮箱)|给(?:您|你)(?:寄|发|送|快递|邮)(?:出|过|上)(?:去|来)?|(?:给|帮|替|为)(?:您|你)(?:放(?!行|心|弃|水|气)|搁|留|存|捎|送|带(?!来)|寄|发(?!现|生))(?:在|到|去|过|上|一份)?(?!了|好了|过|话|言|口|个|出去|达|意)', '清单我一会儿传您手机上', '我给您留个言'],
    ["\\b(?:'ll|will|going to) (?:email|send|post|forward|text|drop|bring|deliver|leave) (?:the|your|a|an|that|those|it) ?[a-z ]{0,16}?(?:off|over|round|up|at your|to your|to you)\\b", "we'll drop the parcel off", "he'll leave the building by five"],
    ['(?:我们?|我哋|马上|这就|派人|叫人|让人|请人)(?:.{0,6})送(?:.{0,8})(?:到|上|去)(?:您|你)', '我们送两桶水到您家', '我们送到了您家'],
    ['(?:群里|公告栏|业主群|楼道里|大堂里?)(?:.{0,3})(?:发|贴)(?:个|张|一?条)?(?:通知|公告|告示|消息)(?!了)', '我们在楼栋群里发通知', '群里的通知您看'],
  ]),
  discipline: wordList('promisedActs.discipline', 'S4 六', [
    ['(?:开除|辞退|处分|处罚|严肃处理|批评(?:教育)?|扣(?:他|她|工资|钱|奖金)|罚(?:他|她|款)|换掉|调走|撤换|停职|(?:叫|让)(?:他|她).{0,6}(?:道歉|检讨|写检查))', '我们肯定开除他的', '他被请走了'],
    ["\\b(?:'ll|will|going to) (?:fire|sack|dismiss|discipline|suspend|replace him|replace her|have him apologi[sz]e|have her apologi[sz]e)\\b", "we'll fire him", 'the fire alarm'],
    ['停岗|调岗|换岗|(?:培训|教育|约谈|考核)(?:他|她|当事|员工|一下|相关)|对(?:他|她|当事人|该员工|这个?(?:员工|保安|保洁)).{0,4}(?:处理|处罚|教育|培训|停|批评|考核)', '我们会对他停岗培训', '停车岗亭'],
  ]),
} as const;

/** @see promisedActs */
export type ActKind = keyof typeof promisedActs;

/** Asking consent at the end of a proposal. */
export const consentTags = wordList('consentTags', 'S4 六 告知措施并征得同意', [
  ['(?:好|行|可以|对|成|来赛)伐|(?:可以|好|行|成|中|要得|得|方便|合适|同意|满意|没问题|介意|赞成|ok)(?:吗|么|嘛|不(?!了|用|过|到|好|行|能|会|是|要|知)|唔(?:得|可以|好)|没有?|吧(?=$))', '您看行吗', '可以进来'],
  ['(?:好|行|可|得|成|要|中|愿|合)(?:不|唔)(?:好|行|可以|可|得|成|要|中|愿意|合适)', '这样好不好', '不好意思'],
  ['(?:您|你)(?:看|觉得|认为|睇|意下|话)(?:.{0,8})(?:如何|怎么样|怎样|咋样|行|可以|好|成|得|合适|点样|呢$|ok|中)|(?:您|你)看呢$|意见如何|(?:您|你)(?:看|觉得|想|话)(?:.{0,3})(?:哪|怎么办|点样)|(?:能|可以|可|愿意)?接受(?:吗|么|不)|(?:妥当?|中意|合意|稳妥)(?:吗|么|嘛|不)', '您看怎么样', '您看一下通知'],
  ["\\b(?:would you like (?:me|us)|shall (?:i|we)|would that (?:be|work|suit|help)|does that (?:work|sound|suit)|is that (?:ok|okay|all right|alright|acceptable|fine|good|agreeable)|would you be (?:ok|okay|all right|alright|happy|comfortable) with|would (?:it|that) be (?:ok|okay|all right|alright|fine|acceptable)|(?:are|if) you(?:'re| are)? (?:happy|okay|ok|all right|comfortable) with|how does that sound|sound(?:s)? (?:ok|okay|good|all right|fair)|okay with you|all right with you|(?:work|works|good|fine|okay|agreeable|convenient|suitable)(?: for you)?$|(?:does|would|will) (?:that|this|it|[a-z]+ (?:morning|afternoon|evening|[a-z]+)) (?:work for|suit) you|do you agree|can we agree|will that do)\\b", 'would you like me to book that', 'i like that'],
]);

/** Handling measures and bookings: what consent is asked to. */
export const measures = wordList('measures', 'S4 六 告知措施', [
  ['师傅|派(?:人|.{1,4}(?:去|来|上|过))|安排|挪|搬|陪您|清(?!楚)|冲|改|停|提前|推迟|分期|[\\d一二两三四五六七八九十百](?:块|元)|上门|过来|过去|上来|上去|维修|修(?:好|理|一)|换(?:个|一|成|新|掉|好)|更换|疏通|清(?:理|洗|扫|掉|运|走)|处理|检查|查看|看现场|现场|巡(?:逻|楼|查)|加(?:派|一|强|装|班)|贴(?:告示|通知|埋)|拆|装上|整改|调(?:整|成|解|到|换|监控)|协(?:调|商)|当面|谈(?:谈|一)|劝|约(?:在|好|到|周|明|后|个)|预约|订|定(?:在|价|到|周|明|下)|开单|报价|收费|费用|找.{1,8}(?:谈|说|沟通|商量)|改(?:到|成|装|为|期|在)|一共|总共|[上下]午|[周期拜][一二三四五六日天]|[\\d一二两三四五六七八九十]点|(?:块|元)(?:钱|一)?|免费|方案|退|赔|补|减|登记|立案|核实|陪|送(?:到|过|上)|先.{2,16}再|关(?:掉|阀|水|电|机)|停(?:机|水|电|掉)|开门|叫.{1,6}(?:去|来|上|过|加|跟|处理)|让.{1,8}(?:去|来|上|过|跟|处理|做)|请.{1,8}(?:去|来|上|过|和|跟|处理|坐)', '我派师傅上门您看行吗', '留言好吗'],
  ["\\b(?:get you|sort out|find you|move|put|saturday|sunday|monday|tuesday|wednesday|thursday|friday|send|book|arrange|schedule|replace|repair|fix|clean|engineer|technician|plumber|electrician|team|visit|inspect|check the|look at|come|install|refund|credit|waive|reset|deliver|appointment|order|slot|per hour|an hour|dollars|pounds|yuan|quote|move (?:it|you|your)|reserve|put you down|speak to (?:the|your) (?:neighbour|upstairs|tenant)|(?:i'll|we'll|i will|we will|let me) (?:also |first )?speak (?:to|with)|ask (?:the|them|him|her))\\b", 'shall i send an engineer', 'shall i take a message'],
]);

/** Consent that is asked to something else: waiting, transfer, message, call back. */
export const smallConsents = wordList('smallConsents', 'settled: consent to a hold, a transfer, a call-back or a message does not count', [
  ['(?:听|接)(?:一下)?电话|给(?:他|她|佢)留|稍(?:等|候)|等(?:一?下|一?会|我|您|阵)|在线|别挂|不挂|转接|转(?:到|给|过去)|接(?:到|过去)|留(?:个|一个|下|条|低)?(?:言|口信|话|电话|号码)|口信|回(?:您|你)?(?:个|电|电话|复|话|覆)|打(?:回|返|给|过)|联系您|通知您|告诉您|转告|给您(?:回|打|答复)|记(?:个|一|录|下)|重复|核对|再说|说慢|普通话|打扰|方便(?:接|说|听|讲)', '您稍等一下可以吗', '师傅上门您看行吗'],
  ["\\b(?:hold|wait|moment|line|transfer|put you through|connect|message|call you (?:back)?|ring you|get back|repeat|spell|name|number|read)\\b", 'may i put you on hold', 'shall i book it'],
]);

/** Calling back so that nobody waits on the line. */
export const insteadOfWaiting = wordList('insteadOfWaiting', 'S3 打电话.4 请对方再挂电话来', [
  ['(?:别|不|唔|免|省|无需|不必|不想|不用|唔使|懒得|怕|不好让|不好意思让|不敢让|舍不得)(?:得|要|让|想|用|使|耽误|叫|一直|占|方便|好|敢|能)?(?:您|你)?(?:一直|干|在这|在线|在电话|在线上|久|老|白|先|就|这么|再|长|阵间|继续|空|多|浪费|占|使|都)*(?:等|举|拿|占|候|握|耗|守|挂着|耽误|揸)', '别让您干等我给您回电', '请等我们回电'],
  ['(?:时间|可能|要|得|会|怕|恐怕|估计|需要|大概).{0,8}(?:长|久|一会儿?|一阵|分钟|一段|耐).{0,16}(?:先挂|先收线|给您(?:回|打)|打(?:回|给|返)|回(?:您|你|电))|(?:您|你)(?:可以|要不|不如|先|不妨|要么|把电话|唔使等)?(?:先)?(?:挂(?:了|断|机|电话|线)?|放下(?:电话)?|收线|去忙|忙(?:您的|你的)?).{0,14}(?:我|查|问|有|好|稍|待|回|打|一|十|五|两)', '您先挂我查到给您打过去', '您先挂个号'],
  ["\\b(?:rather than|instead of|so (?:that )?you (?:don't|do not|needn't|won't)|save you|without|no need (?:for you )?to|you (?:don't|needn't|do not) (?:have|need) to|to avoid|don't want (?:to keep you|you)|not (?:to )?keep(?:ing)? you|i won't keep you|than have you|if you(?:'d| would) rather not|would you (?:rather|prefer)) .{0,24}?\\b(?:wait(?:ing)?|hold(?:ing)?|line|hang(?:ing)? on|keep(?:ing)? you|stay(?:ing)?)\\b|\\brather than keep you\\b|\\bi won't keep you\\b", 'rather than keep you waiting i will ring', 'sorry to keep you waiting'],
]);

/** A proposal, not a commitment: before the act. */
export const notCommitted = wordList('notCommitted', 'settled: an offer with 可以 only once the agent commits', [
  ['(?:可以(?:把.{1,6}|给(?:您|你)|帮(?:您|你)|先|现在)?|(?<![我们])想|要不要|需不需要|需要我?|用不用|是否|是不是|能不能|要不|如果需要|要么|您想|您要|希望|不如|或者|建议|假如|不会|没法|没办法|不能|无法|没人|没有?|不用|别|已经|刚才?|刚刚|早就|昨天|昨晚|前天|上次|上周|了解到|据说|应该)$', '可以', '我马上'],
]);

/** The act is over within the call. */
export const actDone = wordList('actDone', 'settled: an act that the call itself shows to be finished is no promise', [
  ['(?:跟|同|和|与)[^您你]{1,6}(?:说|讲|打|确认|核实|沟通)(?:好|过|了|咗|完)|(?:问|查|通知|联系|打听|反映|交代|核实|催|报|递|转|发|派)(?:到|过|好|咗|上|清楚|上去|过去|出去)?(?:了|咗)|(?:说|讲)(?:好|过|咗)了?|(?<![跟同和与向对给让请帮])(?:他|她|师傅|那边|对方|部|主管|经理|佢)(?:那边|们)?(?:说(?!一)|讲(?!一)|答应|回复|回覆|话)(?!一?声|一下)', '问到了九点', '我跟他说一声'],
  ["\\b(?:i(?:'ve| have)? (?:just )?(?:told|spoke|spoken|asked|passed|checked|reported|sent|logged|found|talked)|(?:he|she|they|it) (?:says?|said|confirmed|told)|it's (?:done|sent|logged))\\b", 'i have told him', 'i will tell him'],
]);

/** Handling steps beside which a duration is a time told. */
export const handlingWords = wordList('handlingWords', 'S4 六 告知处理时间', [
  ['话(?:俾|畀)|回(?:电|复|话|您|你|信|覆|音)|打(?:给|回|返|电话)|答复|联系(?:您|你|到)?|通知|告诉|给(?:您|你)|上门|过来|过去|到(?:您|你|场|达|位|现场|府|那|$|七|\\d)|赶|派|来(?:人|看|修|处理|的|电|水)|去(?:看|处理|修|您|你|冲|清|扫|消|关|换|拆|劝|查|巡|拿|弄|通|搬|挪|拖)|瞧|修|处理|解决|完成|弄|换|送|出(?:结果|方案|来)|办|审|批|到账|退|恢复|查|核|落实|反馈|就(?:到|好|能|可以|会|有|来)|搞|开(?:好|通)|整|覆|俾|畀|嚟|搞掂|抢修|停水|停电|下来|安排|跟进|回应|关|检|装|清|排|维修|之?内|以内', '四小时内给您回电', '用了两个小时'],
  ["\\b(?:call|ring|phone|get back|back to you|let you know|contact|pop|drop|swing|clamp(?:ed)?|tow(?:ed)?|attend|swap(?:ped)?|clear(?:ed)?|look(?:ed)?|be (?:there|here|at|with|up|over|fixed|done|back on|ready|round|down|sorted)|come|arrive|arrives|send|up|over|round|to you|with you|out to|fix(?:ed)?|repair(?:ed)?|sort(?:ed)?|reply|replies|answer|update|email|respond|response|takes?|done|resolve[d]?|replace[d]?|within|in touch|restore[d]?|see(?:s|n)? to|inspect(?:ion)?|process(?:ed)?|approve[d]?|refund|deliver(?:ed)?|visit|look(?: at)?|have (?:him|her|them|someone)|hear from|ready|finish(?:ed)?)\\b", 'someone will be there in ten minutes', 'the party was two hours'],
]);

/** Before a stretch of time: it is a wait, the past, a frequency, a price. */
export const otherBefore = wordList('otherBefore', 'settled: not a hold, not the length of a booked service', [
  ['(?:等|候)(?:我|一|下|您|了|上|个|都|咗)?$|稍(?:等|候)$|(?:每|每隔|隔|逢|满|住|交|欠|响|漏|坏|吵|停|用|租|做|打扫|保洁|清洁|服务|租期|保修|质保|有效|免费停|最多停|首|头|前|一次|总共|一共|拖|响了|已经|都|了|超过|近|这|那|整整|连续|(?<!马|晚|早|楼|身|手)上|(?<![睇看等查问帮教换修弄搞话讲一楼])下|第|隔了|起码|经过|保存|保留|缓|差)(?:了|的|个|时间|满|期|是|共)?$', '您稍等', '我们会在'],
  ["\\b(?:wait(?:ed|ing)?|hold(?:ing)?|for|dollars|pounds|yuan|euros|every|per|last|past|ago|since|been|cost[s]?|each|the (?:clean|service|booking|session)|another|bucks|quid|\\d) ?(?:about |around |the last |the past )?$", 'thirty five dollars', 'he will ring you within'],
]);

/** Behind a stretch of time: it is the past, an age, a price, a service, somebody's return. */
export const otherAfter = wordList('otherAfter', 'settled: not when somebody is back, not the length of a booked service', [
  ['^(?:的)?(?:前(?!给|回|到|修|完|打|答|上|处|就|会|赶|答)|以前|之前(?!给|回|到|修|完|打|答|上|处|就|会|赶)|来(?!电|看|修|人|处理|给|到)|了(?!给)|过了|大|一次|一趟|(?:[\\d一二三四五六七八九十百半零]{1,5})(?:块|元|毛|蚊)|多少钱|收费|的(?:保洁|清洁|服务|保修|质保|钟点|套餐|费用)|物业费|管理费|停车|回来|返嚟|返来|返工|(?:他|她)?(?:才|就)?(?:能)?(?:回来|返嚟|返工|在岗|上班))', '前报的', '内给您回电'],
  ["^ ?(?:ago|old|late|early|each|per|a (?:week|month|day|year)|of (?:cleaning|service|parking|noise)|notice|free|minimum|session|clean|slot|before (?:the|your))\\b", ' ago it broke', ' and call you'],
]);

/** Deadlines by the clock or the calendar. */
export const deadlines = wordList('deadlines', 'S4 六 告知处理时间', [
  ['(?:(?:今天|今日|今晚|听朝|听晚|明天|明早|明晚|听日|后天|当天|本周|这周|下周|这个?星期|下个?星期|这两天|周[一二三四五六日末天]|星期[一二三四五六日天]|礼拜[一二三四五六日天]|月底|本月|\\d+号|(?:早上|上午|中午|下午|晚上|傍晚)(?=前|之前|以前|[\\d一二两三四五六七八九十])|[\\d一二两三四五六七八九十]{1,3}点)(?:早上|上午|中午|下午|晚上|傍晚|晚|早)?(?:[\\d一二两三四五六七八九十]{1,3}(?:点|:\\d\\d))?(?:半|钟|一刻|整|[\\d一二三四五]十?五?分?)?)(?:之?前(?!天)|以前|之内|内|以内)(?=.{0,24}(?:给|回|到|上门|修|处理|答|完|打|送|解|弄|搞|换|恢复|通知|联系|办|来|覆|就|一定|会|必|派|让|$))', '今天三点前给您回电', '今天几点来'],
  ['(?:今天|今日|今晚|明天|明早|听日|后天|本周|这周|下周|周[一二三四五六日末]|星期[一二三四五六日]|礼拜[一二三四五六日]|当天|月底)?(?:下班|放工|收工|天黑|中午|午饭|晚饭|午夜|周末|月底|过年|节)(?:之?前|以前)', '今天下班前', '下班了'],
  ["\\b(?:by|before) (?:the )?(?:end of (?:the |to)?(?:day|week|today|morning|month|business)|close of (?:business|play)|noon|midday|midnight|lunch(?:time)?|tonight|tomorrow(?: morning| afternoon| evening| noon)?|this (?:afternoon|evening|morning)|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next \\w+|(?:about |around |half past |quarter past |quarter to )?(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)(?: ?(?:o'clock|pm|am|p m|a m|thirty|fifteen|forty five|sharp|today|tomorrow|this|tonight))?)\\b(?! (?:the|of|phone|hand))", 'by five this afternoon', 'by the way'],
  ['最(?:晚|迟|快)(?:今天|明天|下午|上午|晚上|中午|今晚)?[\\d一二两三四五六七八九十]{1,3}点', '最晚五点恢复', '最晚的一班'],
]);

/** A day or part of a day, without a bound: a time told only beside a call back or a report. */
export const dayWords = wordList('dayWords', 'S4 六 告知处理时间', [
  ['(?:今天|今日|今晚|明天|明早|明晚|听日|后天|当天|当晚|本周|这周|下周|周[一二三四五六日]|星期[一二三四五六日天]|礼拜[一二三四五六日天])(?:之?内|一?早|早上|上午|中午|下午|晚上|傍晚|晚间)?', '明天上午给您答复', '天气'],
  ["\\b(?:today|tonight|tomorrow(?: morning| afternoon| evening)?|this (?:morning|afternoon|evening)|first thing (?:tomorrow|in the morning)|(?:on )?(?:monday|tuesday|wednesday|thursday|friday)(?: morning| afternoon)?)\\b", 'tomorrow morning', 'one day'],
]);
