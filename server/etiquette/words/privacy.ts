/** Numbers and data that are nobody's business. Sources: S1 五.3.f-g, S2 四.1 第五节. */
import { wordList } from '../wordList.ts';

/** The caller asks for somebody else's number or data. */
export const othersAsked = wordList('othersAsked', 'S2 四.1 第五节', [
  ['(?:他|她|佢|业主|车主|住户|租户|租客|邻居|楼上|楼下|隔壁|对门|房东|那家|那户|人家|那个人|姓.).{0,16}(?:电话|手机|号码|微信|住哪|住几|哪一?[栋户间层座]|几号|几楼|几栋|叫什么|名字|家里|地址|在不在|在家|联系方式|搬|哪里|哪儿|边度|边层)', '你看看他住哪一间', '我家的电话坏了'],
  ['(?:电话|手机|号码|微信|地址|联系方式|名字|住址).{0,10}(?:给我|告诉我|发我|俾我|畀我|查|说一下|是多少|几多)', '把她电话给我', '电话打不通'],
  ['(?:电话|手机|号码|联系方式)(?:号)?(?:是)?(?:多少|几多|给|能|有没有)', '她手机号多少', '电话坏了'],
  ['(?:告诉|话)我?.{0,4}(?:姓|叫|住|他|她|佢|人家|电话)|(?:姓|叫)(?:什么|啥|咩)', '你就告诉我姓什么吧', '我姓王'],
  ["\\b(?:his|her|their|the (?:owner|tenant|neighbour|resident|landlord|manager)'?s?|mr|mrs|ms|jan|someone's)\\b.{0,24}\\b(?:number|mobile|cell|phone|address|flat|unit|name|email|home|went|live[s]?|moved|apartment|whereabouts|direct line)\\b|\\bwhere (?:he|she|they|did|does|has)\\b|\\bwho (?:lives|owns|rents)\\b|\\bdoes (?:he|she) have\\b|\\bdo you (?:know|have) where\\b", 'do you know where he went', 'my flat is cold'],
]);

/** Data of a resident given out: dwelling, family, habits, whereabouts. */
export const residentData = wordList('residentData', 'S2 四.1 第五节 保密', [
  ['(?:他|她|佢|业主|车主|住户|租户|租客|这家|那家|那户|人家|楼上|楼下|隔壁)(?:们)?(?:家)?(?:的)?(?:是)?(?:登记(?:了|的|系)?|住(?:在|喺)?(?:[\\d一二三四五六七八九十]|[a-z])|叫[\\u4e00-\\u9fff]{2,3}|姓(?!什么|啥|名|名字|也)[\\u4e00-\\u9fff]|电话(?:是|号)|手机(?:是|号)|搬(?:到|去|走)|单位(?:是|在)|上班(?:在|是)|在(?:.{1,8})上班|车牌(?:是|号)|身份证)', '他住1203', '他住得远'],
  ['^(?:他|她|佢|那家|那户)?(?:姓|叫)[\\u4e00-\\u9fff]{1,3}(?:[\\u4e00-\\u9fff]?(?:先生|女士|太太|小姐))?(?:在|住|的|他|她|是|$)|[\\u4e00-\\u9fff](?:先生|女士|太太|小姐|老师)(?:是|在)[^您你]{1,8}(?:上班|工作|当|做事|教书)', '姓梁梁先生在税务局上班的', '姓名我记好了'],
  ['(?:登记)(?:的)?(?:是|了|系|为|电话|手机|名字|业主)(?!您|你|本人|好|一下|在册|的情况)|(?:资料|系统|档案)(?:上|里|显示)(?:.{0,4})(?:是|写|登记|留)(?:的)?(?:是)?[\\u4e00-\\u9fff\\d]{2}', '登记了两个电话', '登记好了'],
  ["\\b(?:(?:he|she|they|mr|mrs|ms)(?: [a-z]+)?(?: in [a-z0-9]+)?) (?:lives? (?:in|at|on)|moved (?:to|in|out)|works (?:at|for|in)|is (?:staying|living))\\b|\\bon (?:file|record)\\b.{0,8}\\b(?:it's|is|as)\\b|\\b(?:his|her|their) (?:address|flat|home|mobile|cell|phone|number) (?:is|'s|number)\\b", 'he lives in 12f', 'he works hard'],
]);

/** Declining to give it. */
export const declines = wordList('declines', 'S2 四.1 第五节 保密', [
  ['不(?:方便|能|可以|便|好|会)(?:.{0,8})(?:给|告|透|说|提供|查|讲|对外|外传|泄)|保密|隐私|个人信息|不得|唔可以|唔方便|唔可以|不对外|没法(?:给|告|提供)|按规定|抱歉.{0,6}不', '业主的资料我们要保密', '他住1203'],
  ["\\b(?:can't|cannot|not able to|unable to|not allowed|won't|not permitted|confidential|privacy|private|data protection|don't give|do not give|couldn't)\\b", "i can't give that out", 'his mobile is'],
]);

/** Numbers anybody may have. */
export const publicNumberWords = wordList('publicNumberWords', 'settled: the public number or extension', [
  ['总机|热线|值班|前台|分机|内线|座机|公用|客服(?:电话|热线|号码)|服务(?:电话|热线)|办公(?:室)?电话|我们(?:这边|这里|公司|物业|办公室)?(?:的)?(?:电话|号码|传真)|报修电话|24小时|传真|邮编|公众号|订单号|单号|工单|编号|账号|卡号|报警|消防|供电|燃气|自来水|12345|9\\d{4}|[48]00', '我们总机是88651234', '他手机是139'],
  ["\\b(?:switchboard|hotline|main (?:number|line)|extension|ext|front desk|office (?:number|line)|duty (?:number|line)|reception|helpline|our number|reference|order number|case|ticket|toll free|emergency)\\b", 'the hotline is 88651234', 'his mobile is 139'],
]);

/** The agent says yes to a number the caller repeats. */
export const confirmations = wordList('confirmations', 'settled: confirming leaked data is a second leak', [
  ['^(?:对|是(?:的|啊)|没错|系|啱|嗯对|就是)', '对1357', '不是'],
  ["^(?:yes|yeah|yep|correct|that's (?:right|it|correct)|right|exactly)\\b", "that's right", 'no worries'],
]);
