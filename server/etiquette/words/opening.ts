/** The opener's words. Sources: S3 接听.2, S1 五.1.b, S4 四.7; English and Cantonese as hotel and estate desks use them. */
import { wordList } from '../wordList.ts';

/** Step 1 of the opener. */
export const greetings = wordList('greetings', 'S3 接听.2 先问好', [
  ['侬好|[您你]们?好(?!了|像|多|几|大|意思|不容易|歹)', '您好阳光花园', '你好像打错了'],
  ['(?:早上|上午|中午|下午|晚上|午间|傍晚|新年|节日|元旦|国庆)好(?!几|多)', '下午好湖畔春天', '早上好几个人来过'],
  ['大家好|女士好|先生好', '先生好这里是物业', '先生您说'],
  ['早安|午安|晚安|早晨(?![七八九十六]|\\d|[就的我]|有)|晏昼好', '早晨康泰阁管理处', '早晨七点就吵'],
  ['\\bgood ?(?:morning|afternoon|evening|day)\\b', 'good morning harbour view', 'it is a good way'],
  ['\\b(?:hello|hi|greetings)\\b', 'hello willow creek', 'the chief engineer'],
  ['\\bwelcome to\\b|\\bmorning (?=this|how|harbour)', 'welcome to maple heights', 'you are welcome'],
]);

/** 喂 or 哎 as the first sound: no greeting, and casual. */
export const gruntOpeners = wordList('gruntOpeners', 'S3 接听.3 避免用过于随便的语言', [
  ['^(?:喂|哎|嘿|哟|啥事|咩事)|^[^您你]{0,10}(?:说吧|讲吧|快说|说话)$', '喂新天地物业', '您好新天地物业'],
  ['^(?:yeah|yep|yo|what|oi|hey|ya)\\b', 'yeah front desk', 'good morning front desk'],
  ['^(?:wei|wai)\\b', 'wei who is it', 'we are open'],
]);

/** Step 3 of the opener; the words may stand anywhere in a longer question. */
export const offers = wordList('offers', 'S3 接听.2 再用问候语', [
  ['(?:什么|啥|甚么|哪些|哪方面|如何|怎么|怎样).{0,6}(?:帮|为[您你]|效劳|服务|协助|替[您你])', '请问有什么可以帮您', '什么时候修好'],
  ['(?:帮|服务|协助|效劳).{0,6}(?:什么|啥)(?!人|时候)', '请问能帮您做点什么', '帮我查一下什么时候来'],
  ['需要.{0,4}(?:什么|哪些|我们|我|啥)?.{0,4}(?:帮助|帮忙|服务|协助|帮您)', '请问需要什么帮助', '需要您过来签字'],
  ['(?:什么(?!时)|啥|哪里).{0,4}(?:需要|可以效劳|能效劳)', '请问您有什么需要', '什么时候需要付钱'],
  ['(?:我|我们)?(?:能|可以|可否|能否)(?:帮|为|替)[您你到]{0,2}.{0,6}(?:吗|么|呢|忙)', '我能帮您什么忙吗', '我可以帮您登记'],
  ['(?:有)?(?:咩|乜嘢?|乜野|什么|甚么)(?:嘢|野|事)?.{0,4}(?:可以|能够?)?帮', '请问有咩帮到你', '你做乜唔听电话'],
  ['(?:点样|点|可以)帮(?:到)?(?:你|您)(?:呢|吗|啊)?', '请问可以点样帮到你呢', '点解唔得'],
  ['\\b(?:how|what|where) (?:can|may|could|might) (?:i|we) (?:help|assist|be of|do for|direct|serve)', 'how may i help you', 'how can i get there'],
  ['\\b(?:can|may|could) (?:i|we) (?:help|assist|be of)', 'may i help you', 'can i have your name'],
  ['\\b(?:what|anything) (?:can |may )?(?:i|we) (?:can )?do for\\b', 'what can i do for you', 'what do you want'],
  ['\\bhow (?:may|can|shall|should) (?:i|we) (?:direct|connect|route) (?:your|this) call', 'how may i direct your call', 'how do i call a taxi'],
  ['\\bat your service\\b|\\bhow (?:can|may) (?:i|we) be of\\b', 'amy here at your service', 'your service charge is due'],
  ['\\bwhat (?:do )?you need help with\\b|\\bwhat would you like help with\\b', 'what do you need help with', 'i need help'],
]);

/** Asking only who the caller is; a fault before step 3 (`interrogate`), fine after it. */
export const interrogations = wordList('interrogations', 'S3 接听.2 切忌只是一味地询问对方', [
  ['[您你](?:是)?(?:谁|哪位|哪个|哪里|哪儿|哪家|哪一?[栋幢户座家]|哪边|啥人|什么人|几[栋号座])', '你是哪里', '您那里漏水'],
  ['(?:哪位|谁啊|谁呀)(?![师业同先女主经工领老住保邻医员])|哪里(?:的|找|啊|呀)?$', '你好翡翠城哪位', '我请哪位师傅都行'],
  ['找(?:谁|哪个|哪位|边个|边位|什么人)', '你找谁', '我找不到他'],
  ['(?:什么|啥子?|咩|乜|乜嘢|咩嘢)事(?!都|情都)', '什么事说吧', '没什么大碍'],
  ['(?:叫|姓)(?:什么|啥|咩)|贵姓|怎么称呼|如何称呼', '你叫什么名字', '我叫人来'],
  ['哪个?(?:单位|公司|部门|楼|小区|房间?)的?|哪(?:一)?[栋幢户座]的', '你是哪个单位的', '那个单位很大'],
  ['边位|边个(?:啊|呀)?|搵边', '喂边位啊', '左边上去'],
  ["\\bwho(?:'s| is| are)? ?(?:this|calling|you|it|that|speaking)\\b", "who's this", 'the person who called'],
  ["\\bwhat(?:'s| is)? (?:it|this|do you want|you want|the matter)\\b", 'what do you want', 'what a pity'],
  ['\\bwhere (?:are|you) (?:you )?(?:calling )?from\\b|\\bwhich (?:unit|flat|company|apartment|office) (?:are|is)\\b', 'where are you calling from', 'where is the lift'],
  ['\\b(?:your name|name please|who do you want|who are you looking for|state your)\\b', 'your name please', 'the name of the road'],
]);
