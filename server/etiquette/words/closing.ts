/** The end of a call. Sources: S1 五.1.d, S3 接听.7, S4 四.8. */
import { wordList } from '../wordList.ts';

/** First half of the close. */
export const thanks = wordList('thanks', 'S1 五.1.d 谢谢,再见', [
  ['谢谢|感谢|多谢|谢了|唔该|致谢|道谢|谢过|鸣谢|谢(?=您|你)|感激', '谢谢您来电', '不客气'],
  ["\\bthank(?:s|ing|\\b)|\\bmuch appreciated\\b|\\bappreciate (?:it|your|you|that)\\b|\\bcheers\\b|\\bmuch obliged\\b", 'thank you for calling', 'you are welcome'],
]);

/** Second half of the close. */
export const farewells = wordList('farewells', 'S1 五.1.d 谢谢,再见', [
  ['再见|再会|拜拜|拜了|掰掰|拜(?=$)|晚安|回见|回头见|下次见|明天见|明早见|再联系|后会|拜啦|拜喇|再倾|再讲啦?$|慢走|早抖|早唞', '再见', '看见了'],
  ["\\b(?:good ?bye|bye|bye-bye|good ?night|farewell|see you|take care|so long|have a (?:good|nice|great|lovely|pleasant|wonderful|safe|quiet|restful|peaceful|better)|enjoy your (?:day|evening|weekend|afternoon|night)|speak soon|talk soon|cheerio|ta-ta)\\b", 'goodbye now', 'i will see to it'],
]);

/** The caller means to go: after this a hang-up is no breaking off. */
export const callerClosings = wordList('callerClosings', 'S3 接听.7', [
  ['再见|再会|拜拜|拜|谢谢|多谢|谢了|唔该|麻烦(?:您|你)|辛苦|晚安|先这样|就这样|就这么|没(?:别的|其他)?事了|没(?:有)?(?:了|啦)$|好嘞|好的|^好|^行|^嗯|^中|^成|^要得|^得|^哦|知道了|等(?:你|您|我)|我等着?|挂了|回见|可以', '好的谢谢', '你们到底管不管'],
  ["\\b(?:bye|thank|thanks|cheers|good ?night|okay|ok|alright|all right|great|perfect|lovely|wonderful|fine|right then|that's all|see you|ta|will do|sure|yes)\\b", 'okay thanks bye', 'nobody ever comes'],
]);

/** The caller is abusive: after a warning the agent may end the call. */
export const abuse = wordList('abuse', 'S0 恶意投诉', [
  ['(?:他|你|妈|娘|狗|操|草|日|傻|滚|死|屌|扑街|仆街|龟孙|王八|混蛋|废物|贱|杂种|畜生|垃圾(?:东西|物业|玩意)|蠢货|脑残|智障|弱智).{0,3}(?:妈|逼|比|蛋|货|种|东西|玩意|娘|去死|b|$)?', '你个混蛋', '请问费用多少'],
  ["\\b(?:fuck\\w*|shit|bastard|bitch|asshole|arsehole|idiot|moron|stupid|piss off|damn you|scum|useless (?:cow|idiot|piece))\\b", 'you stupid idiot', 'the lift is stuck'],
]);

/** The agent warns an abusive caller, as he must before he hangs up. */
export const warnings = wordList('warnings', 'S0 恶意投诉', [
  ['(?:请|麻烦)(?:您|你)?.{0,6}(?:文明|冷静|尊重|注意(?:用语|言辞|语气|说话)|不要(?:骂|辱骂|说脏|讲粗))|(?:再|如果|继续).{0,10}(?:骂|辱骂|脏话|侮辱|粗口|这样).{0,14}(?:挂|结束|终止|收线)|(?:只好|只能|不得不|将|会|要)(?:先)?(?:挂断|结束(?:这|本)?(?:次|通)?(?:通话|电话)?|挂(?:电话|机)|收线)', '请您文明用语', '我先挂您的号'],
  ["\\b(?:end|terminate|disconnect|drop) (?:the|this) call\\b|\\bhang up if\\b|\\b(?:abusive|language|swearing|civil|respectful)\\b|\\bhave to hang up\\b", 'if you go on i will have to end this call', 'the call ended'],
]);
