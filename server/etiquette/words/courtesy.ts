/** Sympathy, thanks, apology and "we". Sources: S0 先致谢再道歉 and 用“我们”加强参与感, S4 六, S1 六.6. */
import { wordList } from '../wordList.ts';

/** Understanding or sorrow that needs no further proof. */
export const sympathies = wordList('sympathies', 'S4 六 同情', [
  ['(?:您|你|家里|孩子|老人)(?:一定|肯定|心里|当时|该多|得多)(?:很|挺|特别|非常|也|急|多)*(?:着急|担心|急坏|害怕|难受|生气|难过|不好受|焦急|心疼|闹心|糟心|头疼|难熬|崩溃|心烦|委屈)(?!.{0,3}吗)|(?:多|真)(?:着急|难受|担心|危险|害怕|不方便)(?:啊|呀)', '您一定很着急', '您着急用吗'],
  ["\\byou must (?:be|have been|feel) (?:so |very |really |quite |absolutely )?(?:worried|upset|exhausted|tired|frightened|annoyed|frustrated|freezing|cold|scared|shaken|furious|stressed|fed up)\\b", 'you must be worried', 'you must be at home'],
  ['(?<!不)(?:理解|体会|体谅|明白|知道|想象|懂)(?:得到|到|了)?(?!了?(?:他|她|师傅))(?:您|你|业主|这|换)?.{0,10}(?:心情|感受|着急|心急|难处|难受|不舒服|不容易|焦急|担心|辛苦|生气|委屈|苦衷|不好受|不方便|很急|好急|烦恼|恼火|嬲|不满)', '我理解您的心情', '我明白您要哪一天'],
  ['(?:心情|感受|着急|难处|生气|担心|焦虑|不满).{0,8}(?:理解|体会|明白|感同身受|知道)|感同身受|将心比心|(?:很|非常|完全|特别|十分|能|都|可以|好|太|真的|好能够)理解(?!错|为|您要|您是)', '您的心情我很理解', '您理解错了'],
  ['(?:换|搁|放|要是|如果|若)(?:了|成|在|作)?(?:是)?(?:我|谁|我家|哪个|边个|换我)(?:们|身上|遇到|碰到|家|是)?.{0,6}(?:也|都)(?:会|得|要|肯定|一样|急|气|着急|难|受不了|生气|唔)', '换了是我也会着急', '要是我来晚了'],
  ['(?:受|让您受|让你受|您受|你受)(?:委屈|惊|累|苦|罪)|委屈(?:您|你)|(?:吓|惊)(?:着|到|坏|亲)(?:了|您|你|孩子|老人|宝宝|佢|吧)|遭罪|受罪|(?:您|你|老人家|孩子|囝囝|小朋友|家里|家人|全家|宝宝|大家)(?:真|真是|这几天|这段时间|一定|也|都)?(?:辛苦|受苦|受累|不容易|难为|受惊|遭罪)|难为(?:您|你)|辛苦晒|真(?:够)?(?:糟心|闹心|揪心|受罪|遭罪|不好受|难受|急人|愁人|让人着急|糟糕|不像话)', '让您受委屈了', '师傅辛苦一趟'],
  ['(?:听|看|碰|遇)(?:着|到|上|了)?(?:这|您|你|这样|这种|这事)?.{0,8}(?:我|我们)?(?:也|都|真|很|心里)(?:很|挺|好|是|替)?(?:难受|难过|不好受|着急|过意不去|心疼|不安|揪心|担心|替您)|(?:替|为)(?:您|你)(?:着急|难过|担心|捏|揪心|不值|可惜)|心疼|心痛', '孩子受了惊吓我听着也难受', '他难受去医院了'],
  ['(?:这|那|这事|这种|这样|确实|实在|真)(?:话|事|样|种|么|的)?(?:确实|实在|真是|真的|太|也|是)?(?:挺|很|太|蛮|够|好)?(?:伤人|急人|烦人|气人|恼人|闹心|糟心|折腾|影响(?:休息|生活|睡)|不好受|吓人|让人(?:生气|着急|恼火|难受|窝火|心烦)|窝火|受不了|难熬|熬人|不方便(?:了)?|不应该|不该|遭殃|可惜)', '这话确实伤人', '这灯很暗'],
  ["\\b(?:sorry|sad) to (?:hear|learn)\\b|\\bso sorry (?:about|for|that|to hear|you)\\b|\\b(?:that|it|this)(?:'s| is| must| must've| sounds| does sound| has| would)(?: be| have been| been| so| really| very| quite| incredibly| absolutely| such an?)* (?:awful|dreadful|horrible|terrible|frustrating|upsetting|distressing|frightening|scary|worrying|exhausting|annoying|stressful|maddening|miserable|inconvenient|disappointing|a nightmare|unpleasant|nerve|tiring|difficult for|hard (?:for|on)|no fun|rough|tough)", 'that must be awful', 'that must be flat two'],
  ["\\bi (?:can |do |really |completely |fully |quite |totally |certainly )*(?:understand|appreciate|see|hear|tell|imagine|know) (?:how|why|what|your (?:frustration|concern|worry|anger|position|distress|disappointment)|you(?:'re| are| must| feel| were)|it(?:'s| is| must)|that (?:must|it|you|this)|this (?:must|is)|the (?:frustration|worry|inconvenience|stress))", 'i can imagine how tiring it is', 'i understand that'],
  ["\\b(?:i'd|i would|anyone would|we'd all|anybody would) (?:be|feel) (?:upset|annoyed|worried|frustrated|angry|cross|the same)\\b|\\bmy sympathies\\b|\\boh dear\\b|\\boh no\\b|\\bpoor (?:thing|you|little|chap|boy|girl|baby|mother)\\b|\\bwhat a (?:shame|nuisance|nightmare|mess|fright|shock|horrible|terrible|dreadful)\\b|\\byou(?:'ve| have) (?:every right|had (?:a|such|to))\\b|\\bnobody should have to\\b", 'anyone would be upset', 'would anyone be in'],
  ["\\b(?:sorry|apologi[sz]e|apologies)\\b.{0,24}\\b(?:trouble|inconvenience|run ?around|disturbance|noise|mess|delay in (?:fixing|repair)|this happened|that happened|what happened|you(?:'ve| have) (?:had|been)|you had|upset|leak|damage|experience|mistake|mix ?up|mishap|hear)\\b|\\b(?:sorry|apologi[sz]e|apologies) (?:about|for) (?:that|this|all|everything|your|the (?!wait|delay in answering|noise on|line|hold|long wait|late answer))", 'sorry about the run around', 'sorry for the wait'],
  ['(?:肯定|一定|真是?|得多|够|太|都|实在|把(?:您|你))(?:.{0,3})(?:折腾坏|折腾|糟心|难受|难熬|揪心|心疼|后怕|遭罪|受罪|煎熬|窝心|不舒坦|不好过|崩溃|烦心|磨人|吓坏|累坏|气坏|急坏|冻坏|热坏)|(?:您|你)?(?:有气|生气|发火|着急|不满|有意见|恼火)(?:是|也是|都是|很)(?:应该|正常|难免|可以理解|人之常情)|(?:不|没)(?:舒坦|痛快|好过|好受)', '大半夜的肯定折腾坏了', '折腾来折腾去的是机器'],
  ['(?:深表|表示|致以|说声|说一声|道个)(?:.{0,3})(?:歉意|抱歉|道歉|对不起)|(?:是|都是|实在是)(?:我们|我哋)(?:的|嘅)?(?:工作)?(?:没(?:做好|办好|到位|跟上|管好)|失职|疏忽|不到位|不对|唔啱|失误|过失|错)|(?:我哋|我们)(?:做得)?(?:不对|唔啱|失职)', '给您造成的损失我们深表歉意', '我们没做过调查'],
  ['(?:真系|真是)?辛苦(?:晒|您|你)(?:了|啦)?(?!跑|来|把|帮|下|一下|等|稍)|(?:换|搁|放|摊)(?:到|在|上)?(?:谁|哪个|边个)(?:.{0,4})(?:都|也)|谁(?:碰|遇|摊|赶|听|心里)(?:.{0,6})(?:都|也)(?:.{0,6})(?:难|气|急|怕|受|恼|不|烦)|谁都(?:会)?(?:怕|急|气|慌|难受|恼)|(?:知道|晓得|明白)(?:您|你)(?:.{0,2})(?:害怕|怕|急|难|累|慌|委屈)', '谁心里都不舒坦', '谁都可以来'],
  ["\\b(?:must|would) (?:have been |be |feel )?(?:so |really |quite |absolutely )?(?:terrifying|terrified|scared|frightened|awful|horrid|exhausted|exhausting|freezing|shattered|frustrated|livid|upsetting|unbearable|miserable)\\b|\\b(?:i'd|i would|we'd) be (?:furious|livid|fuming|upset|cross|angry|annoyed|worried)(?: too)?|\\b(?:let you down|far too long|nobody should|no one should|you shouldn't have to|not good enough|sounds (?:miserable|awful|horrid|grim|rough|unbearable|dreadful|really))\\b", 'that must have been terrifying', 'that must be the terrace'],
  ["\\bmust have (?:given you|been (?:such|quite|so|really|a))|\\bglad you(?:'re| are) (?:okay|ok|all right|safe|not hurt)|\\bquite a (?:fright|shock|scare)", 'must have given you a fright', 'you must have the key'],
  ['(?:确实|实在|真的?|的确|真系|真是)(?:是)?(?:挺|很|太|够|让人|好|蛮)?(?:难受|难熬|难顶|辛苦|惨|头疼|头痛|崩溃|恼火|憋屈|受罪|唔好受|不舒服|失望|寒心|揪心|可怜)|(?:让|令)(?:您|你)(?:太)?失望', '半夜被吵醒确实难受', '确实难找一点'],
  ["\\b(?:not acceptable|unacceptable|shouldn't have happened|no way to (?:live|be treated))\\b", "that's not acceptable and i do apologise", 'the acceptable use policy'],
  ['(?:吓|惊|整|跌|撞)亲(?!.{0,3}(?:吗|未|冇))', '吓亲伯母', '亲自去'],
]);

/** An apology: for the matter or for something else, as its neighbours say. */
export const apologies = wordList('apologies', 'S0 先致谢再道歉', [
  ['对不起|对(?:不|唔)(?:住|起)|抱歉|不好意思|致歉|歉意|道(?:个|声)?歉|赔礼|赔(?:个)?不是|过意不去|(?:请|望)(?:您|你)?见谅|唔好意思|失礼|给您添(?:麻烦|堵|乱)', '真是对不起', '对不上号'],
  ["\\b(?:sorry|apologi[sz]e|apologies)\\b", 'i am so sorry', 'it is a story'],
]);

/** What an apology may be for without being for the matter: waiting, hearing, asking, refusing, somebody's absence. */
export const smallApologies = wordList('smallApologies', 'settled: not for waiting or not hearing', [
  ['久等|等(?:了)?(?:这么|那么)?久|让(?:您|你)等|没(?:太)?听(?:清|明|懂|见|到)|听不(?:清|懂|明|见|到)|听得不|再(?:说|讲|重复|报)一?(?:遍|次|下)|请(?:您|你)?(?:再|讲|说|用|慢|稍|大声|等|出示|提供)|打断|插(?:一)?(?:句|话)|打扰|打搅|说得快|慢(?:点|一点)|大声|信号|没接(?:到|上)?|人(?:不在|没在)|不在|没人(?:接|在)|出去了|开会|(?<![您你到响])休息|没有(?:这|您)|请问|唔在|唔喺|听唔|讲多次|再讲|查不到|不(?:能|方便|可以)(?:给|告|透|说|提供|对外)|规定|打错', '不好意思让您久等', '给您家造成了不便'],
  ["\\b(?:wait|waiting|hold|holding|keep(?:ing)? you|kept you|hear|catch|repeat|say (?:that|it) again|come again|didn't get|line|interrupt|spell|slow|isn't|not (?:in|here|available)|away|can't give|unable|busy|wrong number|on site|out|pardon|what was|your name|bother(?:ed)?|disturb(?:ed)?|troubled|to have troubled)\\b", 'sorry to keep you waiting', 'sorry your kitchen is flooded'],
]);

/** What happened to the caller: with an apology beside it, the apology is for the matter. */
export const matterWords = wordList('matterWords', 'S4 六', [
  ['麻烦(?!您|你)|添堵|不便|困扰|影响(?:您|你|到|了|休息|生活|出行|孩子|家)|疏忽|没(?:有)?(?:给(?:您|你)(?:办|处理|弄|解决)?|办好|养好|做到|处理好|考虑|及时|跟进|跟上|到位|安排好|通知|落实|回复|修好|弄好|管好|注意|(?:一次|彻底|完全|及时|马上|真正)?(?:解决|处理|修|弄|清)(?:好|掉|到位|干净|彻底)|人(?:跟|管|理|回))|失误|不周|不到位|做得不|不够|耽误(?:您|你|了)?(?!时间接)|没(?:有)?收到(?:回复|答复|消息|通知|回音)|没人(?:理|管|回|跟|来|应)|(?:[几两三四五六七八九十\\d]|好多|好几)(?:天|个?星期|个?礼拜|周|个?月|次|趟|回)(?:都|也|了)?(?:没|冇)|(?:这|那)(?:么|样|种|件)?(?:的)?(?:事|情况|体验|热|冷|久|多天|几天|长时间)|遭(?:水|了|殃|罪)|淋湿|弄(?:坏|丢|脏|湿)|扔(?:了|掉)|受(?:惊|伤|累|委屈|苦)|跑(?:一|了|两|几|冤|空|这么)(?:.{0,2})趟|白跑|(?:吵|嘈)(?:到|着|醒|了)|睡不|休息不|泡(?:了|坏|水)|漏(?:水|了)|堵(?:了|住)|坏(?:了|这么)|停(?:电|水)|困(?:在|住)|(?:俾|畀).{0,4}(?:拦|骂|闹|撞|锁|困)|被(?:困|拦|保安|淋|关|锁|吵|泡|砸|划|撞|拖|骂|凶)|给(?:您|你)(?:家)?(?:带来|造成|添|惹)|让(?:您|你)(?:.{0,6})(?:受|急|担心|着急|操心|费心|失望|不愉快|不高兴|生气|辛苦|难受|委屈|跑|遭|烦|不舒服|不满|闹心|吃亏|这么)|(?:让|害|累|令|搞到)(?:您|你)(?:堵|困|住|站|摸黑|挨|多|又|几次|三|家|的|架|饿|冻|热|丢|没|爬|跑|白|多跑|受|费|操|担|着|为难|不)|态度|责任|辛苦|不舒服|忽略|怠慢|我们的(?:错|问题|责任|不是|工作|过失)|几天都|一直(?:没|冇)|冇(?:跟|处理|人|做)|整(?:亲|湿|污|烂)|阻(?:住|到)|搞到|嘈(?:到|亲|住)', '给您造成不便', '麻烦您说一下'],
  ["\\b(?:trouble|inconvenience|upset|happened|run ?around|mistake|mix ?up|damage[ds]?|leak(?:s|ing|ed)?|flood(?:s|ed|ing)?|noise|disturbed|ruined|broken|mess|delay|let you down|our (?:fault|side|part|end)|had to (?:call|deal|go|chase|put)|experience|been (?:left|through|without|ignored)|kept (?:you )?awake|frightened|hurt|stuck|trapped|lost|waiting for (?:days|weeks)|nobody (?:came|called|got))\\b", 'sorry nobody came', 'sorry to keep you'],
]);

/** "We" that means the caller too; the house's own 我们 does not count. */
export const weWords = wordList('weWords', 'S0 用“我们”加强参与感', [
  ['咱们?(?!们?(?:物业|公司|管理处|这边|这里|前台|工程|保安|客服|部门|师傅|维修|财务|服务中心|中心|的?(?:师傅|工程|保安|保洁员|客服|工作人员|同事)|爸|妈))(?!.{0,2}(?:规定|制度|管不|不管|没有|不负责))', '咱们一起想办法', '咱们物业不管'],
  ['(?:我们|我哋)(?:.{0,4})(?:一起|一块|一同|共同|一齐|大家)|(?:我们|我哋)两个(?!工|小|月|人|星)|(?:大家|(?<!(?:联系|联合|跟|和|同|叫|请|让|与)[^您你]{1,6})(?:一起|一齐|共同))(?:来)?(?:想|把|努力|配合|找|看|解决|面对|监督|商量|处理|睇|谂|搞|维护|爱护)', '我们一起想办法', '他们一起来的'],
  ['(?:我们|我哋)(?:一步一步|一步步|一样一样|一个一个|慢慢)(?:来|看|找|试)', '我们一步一步来', '我们慢慢地清理'],
  ['(?:跟|和|同|与|陪)(?:您|你)(?:一起|一块|一道|一同|一齐)|我们(?:小区|园区|大院|楼里|院子|社区|邻里|邻居)', '我跟您一起看', '跟你说一声'],
  ["\\blet's\\b(?! see\\b)|\\blet us\\b|\\b(?:together|between us|the two of us|both of us)\\b|\\bour (?:building|community|neighbours?|home)\\b|\\bwe(?:'ll| can| will| shall)? (?:both|all|get through|work (?:it|this) out|sort (?:it|this) (?:out )?(?:with you|together)|figure)\\b", "let's get it sorted", 'let me see'],
]);
