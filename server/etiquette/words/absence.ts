/** The wanted person is away. Source: S3 打电话.3. */
import { wordList } from '../wordList.ts';

/** The caller wants a person. */
export const personWanted = wordList('personWanted', 'S3 打电话.3', [
  ['(?:找|揾|搵)(?:一?下|个|到|您们|你们|你哋|返)?(?!不到|人修|时间|了|过|不|开发商|物业|你们|什么|个时间)[^不没了]{1,8}', '我找下毕主管', '我找不到钥匙'],
  ['(?:在不在|在吗|在么|在没在|喺唔喺|返咗未|在没有|在单位|有空吗|来了吗|上班吗)', '张经理在吗', '他在楼下'],
  ['(?:帮我|麻烦|请)(?:叫|喊|搵|揾|找|请)(?:一?下|返)?[\\u4e00-\\u9fff]{1,3}(?:姐|哥|工|总|主管|经理|主任|师傅|会计|队长|先生|小姐|生|太)', '帮我叫下李姐', '帮我找下钥匙'],
  ['(?:请|让|叫|帮我?叫|帮我找|转|接|麻烦叫).{0,8}(?:听(?:一下)?电话|接(?:一下)?电话|接一下|说两句)|转.{0,6}(?:师傅|主管|经理|工|部)|帮我(?:转|接)', '请罗工听电话', '请把电话给我'],
  ["\\b(?:speak|talk) (?:to|with)\\b|\\blooking for\\b|\\bput me through\\b|\\breach\\b|\\bget hold of\\b|\\bis .{1,24} (?:there|in|around|available|about|free|on duty|working)\\b|\\bis it possible to speak\\b|\\btrying to (?:reach|get)\\b|\\b(?:for|need|want|have|get) (?:mr|mrs|ms|miss)\\b", 'could i speak to david please', 'the door is open'],
]);

/** The agent says that the person is away; to be followed by help (`absent-bare`). */
export const awayWords = wordList('awayWords', 'S3 打电话.3 解释要找的人不在', [
  ['(?:不|没|唔|冇)(?:在|喺|到|来|返|上班|返工|嚟|值班|当班)(?!意|乎|我们管|于|了解|过|电|说|的话|线|查|信|小区|家|往|话|管)', '毕主管不在位子上', '他在不在意'],
  ['(?:出(?:去|门|差|外勤|勤|公差|现场|维修|咗|咗去)|外出|外勤|休假|休息|轮休|调休|放假|(?:请|放)(?:了|咗|紧)?假|病假|年假|产假|下班|放工|收工|(?:走|行)开|走了|刚走|离开|开会|在会上|上楼|巡楼|巡逻|吃饭|午休|食饭|培训|出咗|去咗|唔得闲|忙线|占线|去现场|去总部|去公司|不方便接)(?!之前|前给|间|时间|的时候|是几|几点|了吗|吗)', '他出去了', '他下班前给您回电'],
  ["\\b(?:isn't|is not|he's not|she's not|they're not|aren't|not) (?:in|here|at (?:his|her|their) desk|available|around|back|on (?:duty|site|shift)|in (?:the|today|yet|at)|working)\\b", "helen isn't at her desk", 'it is not included'],
  ["\\b(?:(?:is|he's|she's|they're|has|'s) (?:just |already |currently |gone |now )?(?:away|out(?! of (?:order|water|stock|service))|off|on (?:leave|holiday|vacation|break|lunch|another call|a break|site|his rounds|her rounds)|in a meeting|at lunch|left|gone|stepped out|stepped away|popped out|busy|tied up|travelling|sick|finished)|doesn't work(?! (?:for|with))|day off|gone (?:home|out|for)|left for the day)\\b", "she's out today", 'the light is out of order'],
]);

/** When the person is back: a time, not only a span of absence. */
export const returnTimes = wordList('returnTimes', 'S3 打电话.3 说明大约何时回来', [
  ['(?:[\\d一二两三四五六七八九十半]点|\\d+:\\d+|分钟|小时|钟头|个钟|一会儿?|一阵|等阵|明天|明早|后天|听日|(?:周|星期|礼拜)[一二三四五六日天]|下周|午饭后|饭后|中午|晚上|下午|上午|傍晚|月底|号).{0,8}?(?:回(?!电)|返|会在|就在|才到|会到|能到|就到|才来|再来|过来|上班|返工|之后|以后|才有空|有空)', '大概十一点回来', '他今天下午不在'],
  ['(?:回来|返嚟|返来|返工|上班|到岗|到|忙完|开完会|开到|休到|休息到|去到).{0,10}(?:[\\d一二两三四五六七八九十半]点|\\d+:\\d+|明天|后天|听日|(?:周|星期|礼拜)[一二三四五六日天]|下周|分钟|小时|号|一会)', '回来要到下午三点', '回来了告诉他'],
  ['(?:马上|很快|待会|等会儿?|一会儿?|稍后|就快|即刻|好快)(?:就)?(?:会)?(?:回|返|到|来)', '他马上回来', '马上给他打电话'],
  ["\\b(?:back|in|return(?:s|ing)?|free|available|until|till|here)\\b.{0,14}\\b(?:at|by|in|around|about|after|before|on|until|tomorrow|monday|tuesday|wednesday|thursday|friday|saturday|sunday|next|half past|\\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|noon|shortly|soon)\\b", 'he will be back at three', 'she is not in the building'],
  ["\\b(?:until|till) (?:about |around |half past )?(?:\\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|lunch|monday|tuesday|wednesday|thursday|friday|saturday|sunday|tomorrow|next)", 'he is on site until about four', 'wait until he comes'],
]);

/** Another person, a message, a call back. The person's mobile is no help. */
export const absenceHelp = wordList('absenceHelp', 'S3 打电话.3 提供帮助、转给可以代替的人、留言', [
  ['留(?:个|下|一个|条|低)?(?:言|口信|话|电话|号码|联系|姓名|名字|张条)|口信|记(?:个|下来|一下|录|低)|带(?:个|句)?话|转告|转达|告诉(?:他|她)|通知(?:他|她)|话(?:俾|畀)(?:佢|他)', '要不要给他留个言', '留他一个人在家'],
  ['(?:让|请|叫|等)(?:他|她|佢|老|[\\u4e00-\\u9fff]{1,3}(?:工|师傅|主管|经理|先生|小姐))(?:一?(?:回来|到了|忙完))?.{0,6}(?:回|打|联系|复|覆)(?:给|个|电|您|你|复|返)?', '我让他给您回电', '让他自己走'],
  ['(?:帮|替|为|同)(?:您|你)|有(?:什么|咩|啥).{0,4}(?:帮|转|可以|我能|需要)|我(?:可以|能|来)(?:帮|处理|解答|回答)|跟我(?:说|讲)(?:也|一样|就|都)|能帮', '有什么我可以帮您', '你自己打'],
  ['(?:让|请|叫|由|换)[^他她您你]{1,5}(?:听|接)(?:一下)?(?:您的|你的)?(?:电话|来电)', '我让张工听电话', '叫他听话'],
  ['(?:找|转|接|问|打给|换|由|请|联系)(?:一?下)?(?:他|她|我们)?(?:的)?(?:.{0,5})(?:副|助理|同事|别人|其他|另|代|值班|师傅|主管|经理|班长|队长|工程师|专员|部|可以吗|行吗)', '我帮转给他的同事', '找不到他'],
  ['(?:其他|另外|别的|第二)(?:.{0,3})(?:同事|人|师傅|主管|经理)|(?:有|系)(?:.{0,6})(?:在|喺度|可以帮|顶班|代班|值班)|(?:同事|师傅)(?:在|喺|可以)|分机(?:是|号)?|转.{0,4}分机', '其他同事在', '别的没有了'],
  ["\\b(?:take|leave|pass on|pass) (?:a|your|the|him a|her a) (?:message|note|name|number|details)\\b|\\bmessage\\b|\\b(?:have|ask|get|tell) (?:him|her|them) (?:to )?(?:call|ring|phone|know|that|get back|return)\\b|\\blet (?:him|her) know\\b", 'shall i take a message', 'i massaged it'],
  ['(?:跟|和|同|向)(?:他|她|佢|领导|经理|主管).{0,3}(?:说|讲|反映|提|汇报)|(?:放|贴|摆)(?:在|到|喺)?(?:他|她|佢).{0,2}(?:桌|台|位)', '回头我跟他反映', '他跟您约了'],
  ["\\b(?:pop|put|leave|stick|drop) (?:a note|it|this|that) (?:in|on|under|for|with)\\b", 'i can pop a note in her tray', 'put the lamp on'],
  ["\\b(?:someone|somebody|anyone|anybody|colleague|deputy|assistant|else|another|instead|stand-in|covering)\\b|\\b(?:can|may|could|shall) i (?:help|assist|ask|take|put|try|connect|have)\\b|\\bwould you like\\b|\\b(?:i'll|i can|i could|let me|i will) (?:try|find|ask|see|check|get|put|have|page|take|tell|transfer|connect|look)\\b", 'would you like to speak to somebody else', "no she didn't say"],
]);

/** Telling the caller to ring the absent person himself: no help. */
export const ownMobile = wordList('ownMobile', 'S3 打电话.3', [
  ['(?:打|拨|找)(?:他|她|佢)(?:的)?(?:手机|电话|私人|部手机|mobile)|(?:您|你)(?:自己)?(?:打|联系|搵)(?:他|她|佢)', '你打他手机吧', '打我们前台电话'],
  ["\\b(?:call|ring|try|phone) (?:his|her|their) (?:cell|mobile|phone)\\b|\\btry him\\b", 'just call his mobile', 'call our mobile team'],
]);
