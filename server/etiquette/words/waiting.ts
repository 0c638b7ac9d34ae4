/** Holding and transferring. Sources: S1 五.1.c and 五.1.f, S3 打电话.4-5, S4 四.3. */
import { wordList } from '../wordList.ts';

/** Asking the caller to wait: owed right before a hold (`hold-no-consent`). */
export const waitRequests = wordList('waitRequests', 'S1 五.1.f 先征得对方的同意', [
  ['稍(?:等|候|后|微等)|请等|等(?:一|我一|我)?(?:下|会|等|阵|两分|几分|一等|片刻)|等(?:一)?(?:小)?会|等候|别挂(?:.{0,4})(?:好|可以|行)|等等|请守候|等阵|等我(?:两|几|一|半)|等(?:您|你)?(?:两|几|一)(?:分|秒)', '请您稍等', '我等了半天'],
  ['(?:您|你)(?:先)?(?:在线|在电话).{0,4}等|耽误(?:您|你).{0,6}(?:可以|行|好)|(?:不挂|别挂|等|稍).{0,10}(?:可以|好|行|方便|得|介意)(?:吗|么|嘛|不|唔)', '您在线上等可以吗', '不挂电话也不行'],
  ['(?:可以|好|行|方便|得|介意)(?:吗|么|嘛|不行|唔(?:好|得|可以))|(?:好|行|可)不(?:好|行|可)|得唔得|好唔好|行不|可唔可以', '我查一下好吗', '我查一下'],
  ["\\b(?:one|a|just a|just one|half a|give me a|bear with me(?: a| for a| one)?|hang on(?: a| one)?|hold on(?: a| one)?) ?(?:short |brief |quick |little )?(?:moment|second|sec|minute|tick|mo)\\b|\\bhold (?:the line|on|please|for)\\b|\\b(?:please|kindly) (?:hold|wait|bear|stay)\\b|\\bbear with me\\b", 'one moment please', 'i held the door'],
  ["\\b(?:may|can|could|would|mind|is it|will|do) (?:i|you|it|if i|ok|okay|alright|all right)\\b.{0,30}\\b(?:hold|wait|line|moment|minute|bear|mind|second|while)\\b|\\bput you on (?:a )?(?:short |brief |quick )?hold\\b.{0,30}\\b(?:okay|ok|all right|alright|please)\\b|\\bwould you mind\\b|\\bis that (?:ok|okay|all right|alright)\\b|\\bdo you mind\\b", 'may i put you on hold', "i'll go check"],
]);

/** Owed on return from a hold (`hold-no-apology`). */
export const waitApologies = wordList('waitApologies', 'S1 五.1.f 恢复通话时切勿忘记致歉', [
  ['久等|抱歉|不好意思|对不起|对不住|唔好意思|让您等|让你等|要您等|过意不去|见谅|唔该晒(?:你)?等|真是失礼', '让您久等了', '等了很久'],
  ['(?:谢谢|感谢|多谢|辛苦|劳)(?:您|你)?(?:的)?(?:耐心)?.{0,3}(?:等|候)', '谢谢您耐心等待', '谢谢您的表扬'],
  ["\\b(?:sorry|apologi[sz]e|apologies|pardon me|forgive)\\b", 'sorry about that', 'a sorrowful day'],
  ["\\bthank(?:s| you)(?: so much| very much)? for (?:holding|waiting|your patience|hanging on|bearing|staying)\\b|\\bappreciate your patience\\b", 'thank you for holding', 'thank you for calling'],
]);

/** The call is being passed on; 转告 and 转达 are messages and do not count. */
export const transferWords = wordList('transferWords', 'S3 打电话.5', [
  ['转(?!告|达|述|发|账|让|弯|眼|身|了一圈|钱|悠|晕|来转|转|修|租)(?:接|到|给|过去|一下|您|你|去|线|介|驳|拨|[\\u4e00-\\u9fff])?', '我帮您转工程部', '我转告他'],
  ['接(?:到|给|通|过去|驳|去|您到)(?!电话|通知|您的|投诉|报修|反映|了)|驳(?:去|俾|过)', '帮您接到财务', '接到您的电话'],
  ['(?:让|请|叫|由)(?:.{1,8})(?:跟|和|同|来|给|为)(?:您|你)(?:说|讲|谈|解释|聊|沟通|处理|解答|接)|(?:找|叫|请).{1,6}(?:听|接)(?:一下)?电话|换(?:.{1,6})(?:跟|来|接)', '让主管跟您说', '让师傅来修'],
  ["\\b(?:put|pass|patch|get) (?:you|the call|this call) (?:through|over|on|to|across)\\b|\\btransfer(?:ring)?\\b|\\bconnect(?:ing)?\\b(?! (?:the|to (?:the )?(?:wifi|internet)))|\\bhand you\\b|\\bswitch you\\b|\\b(?:get|let) .{2,20} (?:speak|talk) (?:to|with) you\\b|\\bsee if (?:he|she|they)\\b|\\btry .{1,14} for you\\b", "i'll put you through", 'the transformer is loud'],
]);

/** To whom: with `transferWords` one half of what is owed (`transfer-no-reason`). */
export const transferTargets = wordList('transferTargets', 'S3 打电话.5 告诉发话人要将电话转接', [
  ['(?:工程|维修|保安|安保|秩序|保洁|清洁|绿化|园林|财务|收费|客服|行政|人事|招商|租赁|车场|停车|返修|装修|设备|水电|消防|监控|中控|前台|大堂|值班|管家|家政|资产|电梯|弱电|秩维|投诉|品质|经营|市场)(?:维护)?(?:部|组|班|室|处|队|岗|中心|办|服务)?', '我转工程部', '快完了'],
  ['(?:主管|经理|主任|队长|班长|组长|师傅|专员|专门的?人|同事|工程师|负责人|管家|会计|出纳|助理|领导|[\\u4e00-\\u9fff]工|总监|调度|主办|部门)(?!好)', '我转给经理', '经营得好'],
  ['分机|内线|\\bext(?:ension)?\\b', '转分机八零一二', '转一下'],
  ["\\b(?:engineering|engineer|maintenance|security|housekeeping|cleaning|accounts?|accounting|billing|finance|leasing|front desk|reception|concierge|manager|supervisor|colleague|department|team|duty|parking|facilities|porter|clerk|assistant|deputy|warden|office)\\b", 'put you through to accounts', 'put you through now'],
  ["\\bmr|mrs|ms|miss\\b", 'i will connect you with mr lau', 'i will connect you'],
]);

/** Why to him; the rule takes either this or a target named. */
export const transferReasons = wordList('transferReasons', 'S3 打电话.5 解释为什么要转接的理由', [
  ['(?:因为|由于|负责|专门|管这|管的|更清楚|比较清楚|最清楚|更了解|比较了解|熟悉|经手|主管这|处理这|权限|才能|能(?:帮|给|为)您|可以(?:帮|给|为)您|解答|答复|跟进的|系佢|佢(?:负责|跟|识))', '这个由他负责', '请您别挂'],
  ["\\b(?:because|since|handles?|looks? after|deals? with|in charge|responsible|takes care|knows|who can|able to (?:help|answer)|best person|right person|specialist)\\b", 'she handles the leases', 'hold on'],
]);
