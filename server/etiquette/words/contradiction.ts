/** "But", and the words of quarrel: contradicting, lecturing, denying, blaming. Sources: S0 客服工作建议, S1 六.3 and 六.9, S4 七. */
import { wordList } from '../wordList.ts';

/** The word itself, where it opens a clause. */
export const buts = wordList('buts', 'S0 避免使用“但是”', [
  ['但是|但系|但(?!凡|愿|求|书)', '我理解但是没办法', '但愿明天不下雨'],
  ['可是(?!吗)', '可是师傅都下班了', '您说可以就行'],
  ['(?<!只|通|经|超|赛|越|瞒|绕|受|好|没有|比|避|躲|再好|再|最好|忙|走|说|看|打|透|气|付|接|来|下|挤|吵|[想还]|[^两]不)(?:不过|唔过)(?![来去分关期量份百五十一了敏节]|\\d|如此|问题|三天)', '不过您那个车位本来就这样', '师傅忙不过来'],
  ['只不过', '只不过您没看通知', '只不够三个'],
  ["\\bbut\\b(?! for)", 'i understand but that is the policy', 'button'],
  ['\\bhowever\\b|\\b(?:although|though) (?=you|the|we|they|our)', 'however the rules say no', 'how ever did it break'],
]);

/** After a "but": help, comfort or an offer. Then it does not turn against the caller. */
export const helpAfterBut = wordList('helpAfterBut', 'settled use', [
  ['^.{0,4}(?:请?[您你]?放心|别(?:担心|着急|急)|不用担心|不要紧|没关系|没事)', '您放心我们有人值班', '您要看清楚'],
  ['^.{0,8}(?:我|我们|咱们|我哋)(?:这边|马上|先|会|可以|能|来|再|一定|现在|这就|尽快|尽量|还是|同样|也可以|也会|已经|可|都)?(?:帮|给您|给你|替|派|安排|联系|通知|查|问|登记|反映|叫|让|跟进|处理|记|想办法|提供|派人|转|催)', '我可以帮您登记', '我们规定不能进'],
  ['^.{0,12}(?:可以(?:先|帮|给|让|为|用|改|换|走|来|到|在|打|直接|提前|免费|安排)|有空|有位|有房|有人(?:值班|在)|能(?:先|帮|给)|还有|也(?:可以|能)|都(?:可以|行|能)|欢迎|免费|随时)', '明天上午有空', '这个真的不能办'],
  ['^.{0,10}(?:分钟|小时|钟头)(?:之?内|以内|左右|就)', '二十分钟之内到', '您的车停了很久'],
  ['^.{0,10}(?:麻烦|请|建议|记得|劳烦|辛苦|最好)[您你]?', '请您带上身份证', '人家工期紧'],
  ["^ ?(?:(?:please )?don't worry|no worries|rest assured|i'll|we'll|i (?:can|could|will|am going|would be)|i'm (?:sending|going|happy)|we (?:can|could|will|do have)|let (?:me|us)|you (?:can|could|may|are welcome)|i'd be|if you|please|there (?:is|are|'s)|there's|feel free|what i can|the good news|either way|shall|[a-z]+(?: [a-z]+){0,3} is (?:here|available|free|covering|around)\\b)", " i'll send somebody now", ' they did let the office know'],
]);

/** After a "but": excuse, rule, record or reproach. */
export const againstAfterBut = wordList('againstAfterBut', 'S0 “但是”否定了前面说的话', [
  ['^.{0,14}(?:规定|制度|流程|没办法|没法|冇办法|不能|不行|不可能|唔可以|唔得|没有权|管不了|做不了|不好办|不归|不是我们|不属于|没有(?:收到|接到|人|记录|看到|这)|人手|忙|紧|难处|也难|也得|也要|只能|必须|得(?:按|等|走|先|照)|合同|按照|按规|本来|毕竟|确实|人家|别人|系统|显示|记录|监控|通知|早就|已经(?:贴|发|通知|说|告|解释|讲|跟|提醒|回复|处理|修|派))', '人家工期紧', '我可以帮您登记'],
  ['^.{0,4}(?:[您你](?:也|自己|那|这|们|家|要|得|应|没|不|当|上|之|的|说|当时|早|又|前|没有)|我们也|我们(?:是|已|没|不|只|都|每|一直|上|昨)|我也|我(?:不|没|已)|这(?:个|也|不|是|种)|那(?:也|个|不|是)|他(?:们)?|师傅|保安|保洁|工程|楼上|业主)', '您也没提前说', '请您带身份证'],
  ["^ ?(?:you|they|we're|we are|we (?:can't|cannot|don't|did|have|are|sent|already|do not|only|never|were|need)|the (?:rules?|policy|contract|record|records|log|system|notice|board|lease|porter|guard|team|man|men|technician|engineer|owner|landlord|regulations?|agreement|house)|our|it(?:'s| is| was|'ll)|that(?:'s| is| was)?|this|he|she|his|her|there's nothing|there is nothing|nobody|no one|everyone|everybody|it)\\b", ' our records show it was done', " i'll send somebody"],
]);

/** Taking the caller's side before the "but": 我理解…但是. */
export const concessions = wordList('concessions', 'S0 “但是”否定了前面说的话', [
  ['理解|明白|知道|清楚|体谅|同情|抱歉|不好意思|对不起|^(?:是|对|确实|的确|系|能|嗯)(?!不)|说得(?:对|有道理)|说的(?:对|是|有道理)|有道理|没错|是的|话(?:是|虽)?(?:这么|这样|那么)(?:说|讲)|话虽|虽然|我听到了|系啊|唔好意思|听您|谢谢', '我理解您的心情', '师傅出发了'],
  ["\\b(?:i'm not (?:saying|suggesting|blaming)|i (?:wish|(?:would|'d) (?:love|like)|(?:completely |fully |totally |really |do |quite |certainly )*understand|take your point|hear|know|see|get|appreciate|agree)|i'm sorry|sorry|you're right|fair (?:enough|point)|i can imagine|true|yes|right|(?<!not )sure|thank you|apologies)\\b", 'i understand that', 'the man is on his way'],
]);

/** Arguing, blaming the caller or a colleague, denying what he says (`argue`). */
export const quarrelWords = wordList('quarrelWords', 'S1 六.3 不得顶撞、讽刺, S1 六.9, S4 七', [
  ['(?<=(?:您|你|狗|猫|孩子|小孩|老人|家里|家长|宝宝).{0,5})不(?:该|应该|应当)(?!.{0,3}(?:受|遇|碰|等|这样被))', '狗也不该让它随便吃草', '您不该受这个罪'],
  ['(?:公司|外判|外判商|外包|保安|保洁|清洁|工程|维修|师傅|管家|前台|同事)(?:公司|那边|部)?(?:啲|的|那些|那帮)?(?:人|员工|工人)?(?:成日|日日|天天|老是|总是|总|经常)(?:.{0,2})(?:唔(?:返|做|理|听)|不(?:来|干|做|听|理|上心|负责)|请假|旷|走人|偷|迟到|推)', '系外判公司啲人成日唔返工', '保安经常不休息您放心'],
  ['^(?:不会吧|不至于吧|哪能|哪里会)|(?:那|这)是(?:你|您)(?:自己)?的事(?!情?我)|(?:你|您)自己的(?:事|问题|责任)|还有理|(?:乱|违规|偷偷|非要|硬要).{0,8}还(?:好意思|怪|投诉|有理|说)', '你乱停车还有理了', '您自己的车位在哪'],
  ['(?:你|您)(?:这么|这样|那么|咁样?)(?:说|讲|想)(?:就|话)?(?:不|没|唔)(?:对|道理|合适|讲道理|公平|啱)|又不是(?:我们?|我哋|保安|物业)(?:.{0,4})(?:弄|搞|坏|偷|拿|砸|整|堵|放|停|撞|的错)|(?:责任|错)(?:都|就)?(?:是|在)(?:你|您)(?!.{0,2}吗)', '电梯坏了又不是我们弄坏的', '又不是我们不帮您'],
  ['(?:你|您)(?:家|屋企|哋屋企).{0,14}(?:楼下)?(?:才(?:会)?|梗系|肯定|当然)(?:会|嘈|吵|漏|堵|有|投诉|被)|不交.{0,14}(?:怎么|点样?)(?:给|帮|提供|为|服务|同)', '您不交物业费我们怎么给您服务', '您家的灯肯定要换吗'],
  ["\\b(?:contractor|cleaners?|guards?|they|maintenance|supplier|vendor|agency|landlord) (?:is|are)(?: just| so| all)? (?:useless|hopeless|lazy|incompetent|unreliable|always late)\\b|\\b(?:maintenance|engineering|security|housekeeping|accounts|leasing|the [a-z]+(?: team| company| people)?)'?s?'? (?:own )?(?:fault|mistake)\\b(?! (?:code|report|line))", "that's maintenance's fault", 'the fault report'],
  ['(?<!有没有|是不是|有冇|您说|我们|我们也|我也|也)(?:绝对|根本|完全|肯定)?(?:不可能|冇可能|唔可能|没可能)(?:的|吧|啊|呀|嘛|嘅|㗎|噶|$|有|会|是|系|听|没|冇|漏|吵|响|坏|这|那|他|她|我们|我哋|保洁|保安|师傅|系统|你|您|那么|一天|昨)', '七点不可能的', '要是不可能马上来我再打给您'],
  ['(?:怎么|哪|边|点)(?:可能|有可能|度会)|点会(?:咁|无|冇|乱|话)|哪(?:里)?会(?:有|漏|响|吵|坏|没)|哪(?:有|来)(?:这|那|你|您|这么|你说|嘛)|没(?:有)?(?:的|这回|那回|这样的?|那么回)事|边有', '怎么可能呢', '怎么会这样我马上查'],
  ['(?:您|你)(?:肯定|一定|是不是|怕是|应该|大概|八成|别是|自己|估计|绝对|就是|系|实|实系)?(?:是)?(?:听|看|睇|搞|弄|记|认|算|理解|想|说|讲|量|闻|整)(?:错|岔|差|偏|混|糊涂)(?!.{0,5}(?:没关系|没事|也不要紧))|(?:是不是|肯定|怕是)(?:听|看|睇|搞|记|弄)错', '您肯定听错了', '是我们搞错了'],
  ['误会了吧|(?:你|您)(?:这|也|是|就是|太|真|有点|未免|自己|这也|耳朵|家)*(?:敏感|多心|多疑|想多|幻听|神经过敏|夸张|讲究|挑剔|较真|过分|娇)', '是您太敏感了', '皮肤敏感不能用'],
  ['(?:(?<![不没奇莫])怪|(?<![依信无耍])赖|(?<!抱)怨)(?:谁|得了谁|得谁|你|您|物业|得到|边个|不得|到|在我|唔得)|(?:不能|唔好|别|不要|唔可以)(?:老|全|都|什么都|总)?(?:怪|赖|怨)', '这能怪谁呢', '这事很奇怪'],
  ['(?:都|就|全|还不|肯定|当然)(?:是|系)(?:你|您|他|她|他们|她们|人家|业主|住户|楼上|楼下|施工|装修|开发商|保安|保洁|清洁|工程|维修|财务|电梯公司|快递|外卖|上一?班|夜班|前台)[^我]{0,5}?(?:责任|错|过错|锅|问题|毛病)|(?:是|系)(?:你|您|你们|您家|你家|他们)(?:自己|本人)(?:那边)?的?(?:责任|错|过错|问题|事(?!情))', '都是工程部那边的责任', '这是我们的责任'],
  ['(?:是|系|又是)(?:你|您|你们|你自己|您自己|自己|他们|人家)(?:自己)?(?:家)?(?:没|不|冇|唔|把|弄|搞|乱|忘|非要|偏)(?!是)', '是你自己没关好', '是您家漏水吗'],
  ['(?:你|您)(?:自己|本人|们自己)(?:也|就|都|当初|平时|当时|又|那么|两千|家里)*(?:没(?!空)|不(?!用|方便|要|着急|必|在|想)|冇|唔(?!使|方便)|乱|忘|非要|偏|弄(?:坏|的|丢)|搞(?:坏|的|丢)|要(?:买|选|住|装|签|停).{0,6}的|(?:放|停|选|签|买|装|用|拆|堵|改)(?:的|坏)|.{0,6}(?:怪谁|能怪|也不早|也不看))', '您自己不看通知', '您自己方便哪天'],
  ['(?:他|她|他们|佢)自己.{0,4}(?:不(?:看|小心|注意|会|懂|听)|没(?:看|注意|关|说|拿|带)|乱|(?:弄|搞|写|摔|撞)(?:的|坏))', '她自己走路不看脚下', '他自己会打给您'],
  ['(?:早|刚才|当初|当时|之前|昨天|平时)(?:干嘛|干什么|干啥|做什么|怎么不|点解唔|为什么不|不说|不讲|不报|不来|不看)|(?:怎么|为什么|干嘛|点解|咋)(?:不|唔|没|冇)(?:早|提前|先|及时|自己|看|听|问|关|锁|收|管)(?!.{0,8}(?:我们|师傅))', '早干嘛去了', '您早点休息'],
  ['谁(?:让|叫)(?:你|您|他|她)|边个叫你|(?:你|您)(?:要是|如果|当时|早).{0,10}(?:就不会|不就|也不会|至于|就没)', '谁让您不早说', '谁让师傅来的我查一下'],
  ['(?:你|您)(?:也|都|总|老|又|倒)(?:(?:不|没|冇|唔)(?!用|必|要|容易|方便|能|着急|错|关系|在|想|急|使|知)|(?:得|要|应该|该|应当)(?:看|体谅|理解|讲|想|替|为|配合|管|学|自己|早|先(?!登|填|拿|带|打))|太(?:急|那个|过|多|心急|挑|敏|夸)|有(?:责任|问题|不对|错))', '您也不早点来拿', '您也要注意安全'],
  ['(?:你|您)(?:就|本来)?(?:应该|该|得|要)(?:早(?!上|点休)|看清|睇清|搞清|弄清|学|反省|检讨|明白|知道(?:我们|物业|这|人)|搞明|理解(?:我们|一下我们|物业)|体谅(?:我们|一下|物业|别人)|懂|为(?:别人|我们|人家)|想想|管好|看好|讲道理|讲理|遵守|多看|自己(?:看|管|注意|想|检查))|(?:你|您)(?:应该|早该|该)(?:先|提前|自己)', '您要看清楚时间再说', '您要先登记一下'],
  ['(?<!我|我们|我先|先|师傅|会|给您|帮您|我们先)(?:搞|弄|看|睇|听|想|讲)(?:清楚|明白|清)(?:了)?(?:再(?:说|讲|来|打|投)|先(?:啦|讲|打)|点(?:好|行)|状况|情况|好不好|啊|行不行|时间)', '你搞清楚情况', '我弄清楚情况再回复您'],
  ['(?:别人|其他|人家|隔壁|整栋|全小区|全楼|人人|个个|大家|整个小区|咁多户|几百户)(?:的|家|业主|住户|户|人|那么多|楼)?(?:都|怎么(?:就|都)?|也)?(?:没|不|冇|唔)(?:人|有)?(?:说|讲|事|问题|反映|投诉|意见|反应|觉|声|见(?:说|投)|嫌|叫|像你|像您|出声)', '别人家都没反映', '别人不在家的时候'],
  ['(?:就|只有|只得|偏偏|独独?|怎么就)(?:你|您)(?:家|们家|一家|一户|一个|一个人|事|嘅|屋企|一间)(?!的|吗|住|还|先)', '就你一家说吵', '就您一位吗'],
  ['(?:大家|人人|个个|业主|都)(?:都)?(?:像|学|似|好似)(?:你|您)|像(?:你|您)这(?:样|种)|(?:你|您)(?:这种|这类)(?:人|业主|客户|住户|情况多|要求)', '大家都像你这样怎么行', '像您说的那样'],
  ['(?:从来|根本|压根|一向|向来)(?:都|就)?(?:没|没有|冇|不)(?:人|有|接|收|出|发生|听|这|坏|漏|响|过|谁|见|投|用|会|可能|是|算)', '从来没人反映过', '他一直没人照顾'],
  ['(?:没有?|冇)(?:其他|别的|第二个?|别个|邻居|业主|一个)?(?:人|谁|业主|家)(?:跟我|来|向我们|给我们)?(?:说|反映|反应|投诉|抱怨|提)(?:过)?(?!.{0,4}(?:请|我帮|是我们|抱歉))', '没人投诉过这个', '没人的时候再打扫'],
  ['说不过去|讲(?:不|点|唔)(?:讲|道)?理|不讲理|讲唔讲|蛮不|胡搅|不要?乱(?:说|讲|来)|话(?:不能|唔可以|可不能)(?:这么|那么|咁|乱|随便)|说话(?:要|得)(?:讲|有|凭)|凭良心|良心|血口喷人|冤枉|污蔑|诬|空口|拿(?:出)?证据|有(?:什么|啥|咩|冇|没有)证据|证据呢', '话不能这么说', '把话说完'],
  ['(?:工程|维修|保安|安保|保洁|清洁|财务|绿化|秩序|车场|收费|前台|客服|管家|电梯|施工|装修|外包|快递|外卖|开发|地产|热线|夜班|白班|上一?个?班|早班|同事)(?:部|部门|队|公司|员|商|那边|那班|那帮|的人|师傅|小哥|组|维保)?(?:的人|那边|那帮人?|他们|这帮人)?(?:就|又|总|老|天天|都|自己|是|最|也|从来|一直|经常|真|一天到晚)*(?:(?<=[就都总老向]|[就都总老]是)(?:这|那)样(?!说|做|对|讲|吵|来|处)|这个样|拖(?!把)|不靠谱|偷懒|懒|乱(?:来|搞|写|弄|说)|不干活|磨蹭|不负责|差劲|没(?:跟我|跟我们|给我们)?(?:交代|交接|说清|告诉|通知我|打招呼|说|讲)|不上心|磨|搞砸|拖拉|不配合|不理(?:我|人)|慢吞吞|干什么|踢皮球|推来|失职|不作为|没素质|偷工减料|的锅|的错|搞的|弄的鬼|惹的|害的|说了算)', '工程部就是拖', '工程部做了接水槽'],
  ['(?:他们|她们|那帮人|那些人|那班人|佢哋|那个人)(?:部门|那帮人)?(?:就|最|老|总|一天到晚|天天|从来|一向|成日|整天)(?:是(?:拖|这样|那样|不)|会(?:偷|拖|推)|都不(?!在)|不(?!在|用)|知道(?:拖|玩|推)|爱|喜欢|拖|偷|这样)', '他们那帮人最会偷懒', '他们最近才搬来'],
  ['(?:一天到晚|整天|天天|成天|成日)(?:就)?(?:知道|干什么|干啥|打电话|投诉|找|来|偷懒|玩|闹|吵着)', '你整天就知道投诉', '整天下雨'],
  ['(?:凭什么|凭啥)(?:要|让|说|你|我|怪)|跟我(?:有什么|没|没有|无)关系|(?:你|您)(?:先|倒是)(?:交|把(?:钱|费|欠|自己|物业费|账)|管好|反省|问问自己)|不交.{0,12}(?:还|怎么行|就别)|欠.{0,8}(?:还|好意思|有理)|(?<!不)好意思(?:说|讲|问|打|来|提)', '你还好意思说', '不好意思说错了'],
  ['(?:你|您)(?:说|讲|话)(?:的|得|嘅)?(?:这个|那个|这些|这)?(?:根本|完全|就|都|也|分明|明明)?(?:不|唔)(?:对|是|符|实|属|系|成立|准|是真)', '您说的不对', '您说的是不是六号楼'],
  ['(?:明明|分明)(?:是|就|有|没|不|写|系|说|来|告|通)|(?:我们|保安|通知|公告|群里|告示)(?:明明|早就|都|早都)(?:说|写|贴|通知|告诉|提醒|发).{0,10}(?:了吗|了嘛|不看|没看|自己|清楚|过了|半个月|好几)|(?:(?:写|贴)得|我们?(?:都|已经|早就)?(?:讲|说)得)(?:很|够|清|明)(?:清)?(?:楚|白)', '通知写得清清楚楚', '我写得慢您慢点说'],
  ['(?:装修|养狗|小孩|孩子|谁家|过日子|住小区|住楼|邻里|做人|做邻居|细路)(?:.{0,4})(?:哪(?:有|能|个)|难免|总(?:会|要|得|有)|能不|谁没|谁不|点会)|(?:互相|多|相互)(?:体谅|包容|忍)(?:一下|点|嘛)?(?!我们的)|忍(?:一下|忍|一忍|耐|吓)|克服(?:一下|克服)|将就(?:一下|点|着)|凑合|正常(?:的嘛|得很|不过|的呀|嘛)|(?:很|太)正常(?:的)?(?:吧|嘛|啊|呀|事)', '装修哪有不吵的', '今天正常上班'],
  ['(?:才|就)(?:交|付|畀|俾)(?:了)?(?:这|那|咁)?(?:么)?(?:点|几个|多少|几多)?(?:钱|物业费|管理费)|一分钱一分货|便宜没好货|天经地义|(?:你|您)(?:的|有)(?:这个)?义务|占(?:便宜|理)|贪(?:便宜|小)', '你才交多少钱', '我交点水费'],
  ['(?:你|您)(?:懂|懂不懂|知不知道|明不明白)(?:什么(?!时)|啥|规矩|规定|法律)|无知|没常识|(?:是|有点)常识|不懂(?:就|别)|法盲', '你懂什么', '您懂英语吗'],
  ["\\b(?:that's|that is|it's|it is|this is|you're|you are)(?: just| simply| absolutely| really| not| plainly| flatly| quite)* (?:not true|untrue|impossible|not possible|nonsense|wrong|mistaken|lying|exaggerating|imagining|overreacting|not correct|incorrect|false|being (?:unreasonable|dramatic|difficult|rude))\\b", "that's simply not true", 'that is not far'],
  ["\\b(?:can't|couldn't|cannot|could not) (?:possibly )?(?:be (?!sure|certain|able)|have (?:been|happened|heard|seen|called|come|paid|got|told|reported|sent|asked))|i don't know what you're talking|no record of (?:that|it|any[a-z ]{0,10}) so you|that's what happens when|\\b(?:no way|there's no way|i doubt (?:it|that)|i don't believe|hard to believe|i find that hard)\\b|\\b(?:that|this|it) (?:didn't|did not|never|doesn't|couldn't|can't|wouldn't) happen", "it can't have been the guard", 'it may have been the guard'],
  ["\\byou (?:must|may|might|probably|clearly|obviously) (?:have|misheard|misread|misunderstood|imagined|forgot|didn't|did not|be wrong|be mistaken)\\b(?! (?:a|been|to|the right|had a)\\b)|\\byou (?:misheard|misread|misunderstood|imagined|forgot|got it wrong|made a mistake)\\b", 'you must have misread the notice', 'you may have a seat'],
  ["\\b(?:your|his|her|their|his own|your own|nobody's|their own) (?:own )?(?:fault|mistake|doing)\\b|\\b(?:to blame|blame (?:us|me|you|them)|serves you)\\b", "that's your own fault", 'a fault in the lift'],
  ["\\byou (?:really )?(?:should(?:'ve| have|n't have) (?!to |received|got|had|a |an |been told)|shouldn't (?:have (?!to|had)|be (?!left|kept|living|without)|leave|expect)|could have (?!a )|need to (?:read|learn|understand|be more)|had better|have to understand)", 'you should have read the lease', 'you should have received a text'],
  ["\\b(?:nobody|no one|no-one|none of the|everybody|everyone)(?: else)? (?:else|has (?:ever )?(?:complained|reported|said)|complained|complains|reported|ever|neighbours?|is complaining|manages|seems)\\b|\\bonly (?:you|one) (?:who|complain|that)", 'nobody else has complained', 'nobody came up'],
  ["\\b(?:they|maintenance|housekeeping|security|engineering|accounts|leasing|the (?:guards?|cleaners?|engineers?|porters?|contractors?|night (?:shift|team)|day shift|other (?:shift|office)))(?: team| guys| lot| people)? (?:always|never|are (?:always|useless|lazy|hopeless|slow|the ones)|don't (?:listen|bother|care|tell|do)|messed|screwed|forgot|dropped|didn't (?:bother|tell|log|pass|write|do)|can't be bothered|just sit)\\b", 'maintenance always drags its feet', 'the guards are on duty'],
  ["\\b(?:as i (?:said|told you)|i've (?:already )?told you|if you(?:'d| had) (?:only |just )?(?:read|listened|told|called|looked|closed|paid|reported)|did you (?:even )?(?:read|bother)|why didn't you|what did you expect|you knew|you chose|you signed|you agreed|be (?:reasonable|fair|realistic)|it's (?:only|just) (?:a bit|normal|noise)|that's (?:life|how it (?:is|works))|with respect|the porter did|the guard did|we did (?:tell|send|warn|put|come|call))\\b", 'why didn\'t you call earlier', 'why does it leak'],
  ['(?:您|你|你们)(?:自己)?(?:是不是|可能|估计|肯定|八成|应该|准是)?(?:也)?没(?:有)?(?:仔细|好好|认真|看清|听清|注意|留意|关好|锁好|拧紧|留神)(?:.{0,6})(?:吧|呗)', '您没仔细看吧', '您没注意到也没关系'],
  ['哪(?:来|里来|儿来)的(?:声|噪|吵|事|话|说法|道理)|(?:他|她|师傅|保安|保洁|阿姨|前台|我们(?:的)?(?:人|员工|同事)?)(?:才|绝对?|从来|根本|一向|平时|肯定)?(?:不会|不可能|唔会|不至于)(?:.{0,2})(?:骂|吼|凶|打人|偷|乱(?:来|讲|说|骂)|撒谎|说谎|骗|这样|那样|这么|那么|无缘|平白)', '人家早睡了哪来的声音', '师傅不会乱收费您放心'],
  ['(?:肯定|一定|准|八成|还|也)?(?:是)?(?:您|你|您家|你们)先(?:惹|骂|动手|吵|挑|吼|凶|推|发火|发脾气|不讲|说难听|态度)|还不(?:都)?是(?:您|你|因为你|自己|业主|小孩|住户)|(?:都|全)怪(?!我)|不就是(?:您|你)(?:自己|们)?(?:把|弄|搞|没|乱|不|往)', '肯定是您先惹他', '不怪您是我们的错'],
  ['(?:群里|通知|公告|短信|广播|告示|单元门|大堂|门口).{0,6}(?:遍|次|天|回|清楚|了)(?:了)?(?:您|你)(?:还|都|怎么|自己|硬|非)|(?:写|贴|标|说|讲|印)(?:得|的|着)?(?:明明白白|清清楚楚|一清二楚)', '群里发了三遍您还说没收到', '群里发了您看一下'],
  ['(?:不|没)[^您你]{1,10}能不[^您你]{1,4}(?:吗|嘛|么)|哪(?:能|儿|里|有)不.{1,4}(?:的|啊|呀|$|您|你|谁)|(?:谁|哪个)(?:走路|家|还|能|没|不).{0,8}(?:不(?!好受|舒|着急|急|难|委)|没|能).{0,4}(?:啊|呀|呢|吗|$)', '您不开暖气能不裂吗', '不急能不能等到下午'],
  ['(?:您|你|走路|自己)(?:自己|本人)(?:也)?(?:得|要|该|应该|不会)(?:自己)?(?:看着点|看路|看着|当心|长点|留神|小心点)|(?:走路|停车|用水|出门)(?:自己|您|你)?(?:也)?(?:不看|得看着|该看|不长|不注意)|谁(?:叫|让)(?:您|你)|(?:鞋|车技|耳朵|眼神|记性|鼻子|眼睛|脑子|心脏)(?:底|子)?(?:有)?(?:太|不好|差|问题|毛病|出问题|太灵|不行)', '您走路自己得看着点', '您下楼小心点'],
  ['(?:跟|和|与|同)(?:我|我们|我哋|物业)(?:可|又|都|半点)+(?:没|没有|无|冇)(?:什么|啥|半点|任何)?(?:关系|相干)|都(?:是|因为|系)(?:你|您|你们|楼上|楼下|业主|工程|装修).{0,10}(?:弄|搞|害|惹|造成|引起|整)(?:坏|的|出|嘅)|(?:别|不要|可别|唔好)(?:赖|冤枉|诬赖|错怪)(?:人|我们|别人|到|我哋|佢)', '跟我可没关系', '和我们也说一声'],
  ['我(?:闻|听|看|摸|试)(?:着|了|过)?(?:也|都|就|怎么)?(?:没(?:有)?(?:味|声|什么|觉得|问题|毛病)|挺好|好好的|不(?:臭|吵|响|脏|冷|热))|(?:电脑|系统|机器|仪器|我们|财务)(?:自动)?(?:算|记|量|打|显示|出)?(?:的|出来的)?(?:怎么会|哪会|点会|不会|怎么能)(?:错|有错|出错|不准|搞错|算错|记错)', '我闻着没味道啊', '系统算错了我给您改'],
  ['不(?:惹|碰|招|吵|理|逗).{0,3}(?:它|他|她|人家).{0,5}(?:会|能|敢|怎么)|不是(?:你|您)(?:一|们|自己一)(?:家|户)|不是你一个人|先来后到|总(?:有|得有|要有)个(?:先后|规矩|过程)|(?:几百|上千|一千多|好几百|这么多)(?:户|家|个业主)(?:呢|人家|都要|我们哪|哪)', '物业又不是你一家的', '不是您一个人反映我们很重视'],
  ['按.{1,8}(?:算|收|来|做)的?又不是|常识|这(?:点|个|么简单的)道理|(?:这|那)(?:点|种|些)(?:都|也)(?:要|来)(?:投诉|说|闹|吵|计较|找)|(?:都|只|也|就)(?:是|系)(?:按|照|跟|依|执行)(?:规定|规矩|制度|章程?|足)(?!.{0,8}(?:请|谅|帮))', '这个常识要有的', '按表算的钱数我发给您'],
  ['(?:他|她|师傅|保安|人家|前台|佢|楼上|当事人)(?:自己)?(?:说|讲|话)(?:了|过)?(?:他|她|佢|根本|当时)?(?:没|不是|冇|唔系|没有)(?!.{0,6}(?:办法|空|时间|问题|关系|带|货|在))|(?:他|她|佢)(?:咁做|这么做|这样做|那么做|那样)(?:.{0,2})(?:都|也)(?:是|系|没错|冇错|有)', '他说不是他撞的', '师傅说没问题马上到'],
  ['(?:系你|你自己|你哋自己|你屋企)(?:自己)?(?:啲|个|架)?.{0,4}(?:冇|整唔见|唔见|唔记得|搞|唔睇|唔小心|乱|旧|整|唔贴|唔带)|关(?:楼上|人哋|佢|管理处|我哋)(?:咩|乜)|实系你', '系你自己冇贴证', '系你屋企喉漏水系咪'],
  ["\\b(?:he|she|they|guard|porter|cleaner|engineer|team|staff|people)(?:'d| would|'s| has|'ve| have) never (?:do|say|speak|act|behave|treat|done|said|spoken)\\b|\\b(?:he|she|they) (?:says?|told me|swears?) (?:he|she|they|it) (?:didn't|never|wasn't|weren't|hasn't)\\b|\\bthat's not what (?:happened|he|she|i|our)\\b", "he'd never speak like that", 'he has never been late'],
  ["\\b(?:only|just)? ?(?:leaks?|happens?|floods?|breaks?|trips?|blocks?|smells?) because you\\b|\\bbecause you (?:overload|leave|left|keep|kept|put|don't|didn't|block|forgot|insist|never)|\\byou (?:obviously|clearly|simply|plainly) (?:ignored|missed|deleted|forgot|didn't|don't|overlooked|left|aren't|expected|haven't)|\\byou're (?:probably|clearly|obviously|maybe|perhaps) (?:just )?(?:a |being |too |over|imagin)|\\b(?:you're|you are) (?:too sensitive|a light sleeper|hearing things)", 'it only leaks because you overload the drain', 'it leaks because your seal is worn'],
  ["\\b(?:it's|it is|that's|they're|that is) (?:really |honestly |just )?not (?:that|so|all that|very) (?:loud|bad|dirty|cold|hot|late|serious|noisy|big|long|much)\\b|\\byou ought to (?!have (?:received|got)|get|hear)|\\bwatch where you\\b|\\bthis is an? (?:apartment building|shared building|old building|city)\\b|\\bpeople (?:make noise|have to live|have lives|live here)\\b|\\b(?:welcome to|that's what you get|comes with) (?:city|apartment|flat|living|for)|\\bthere's (?:a queue|an order) of\\b", "honestly it's not that loud", "it's not that far"],
  ["\\bthat's (?:kind of|just|literally|sort of) (?:the job|how it|what they|the way|what happens)", "that's kind of the job", "that's just down the hall"],
  ["(?:也|从)?(?:没|冇)见(?:.{0,3})(?:着|过|有)?谁|\\bno you (?:didn't|haven't|weren't|don't)\\b", '这么多年也没见绊着谁', '没见面也行'],
]);

/** A colleague or another department made to carry it. No blame where the sentence also apologises or owns the fault. */
export const blameWords = wordList('blameWords', 'S1 六.9 不得推卸责任', [
  ['(?:客服|前台|师傅|小[\\u4e00-\\u9fff]|工程|同事|保安|夜班|值班|白班|财务|他们|那边|收费处|保洁|绿化)(?:的|那边|部|的人|他们|们|员|那个|小[\\u4e00-\\u9fff])*(?:自己)?(?:忘(?:了|记)|搞忘|漏(?:了|记|报)|没(?:写|记|登|传|报|交|转)(?!好|完)|(?:老是|总是|老|总|经常|天天|就会|一直|最会)(?:说话不算|不算数|放鸽子|拖|忘|推|迟到|乱|骗|这样|不来|不接))', '那是客服小刘忘了', '师傅没带工具马上回来拿'],
  ["\\b(?:the |our )?(?:night|day|last|previous|other|morning) (?:shift|guy|girl|person|clerk|crew)(?: just)? (?:forgot|didn't|never|messed|dropped|lost)\\b|\\b(?:they|maintenance|accounts|security|engineering) never (?:tell|told|tells) (?:us|me)\\b|\\bthat's on (?:them|him|her|maintenance|accounts|security|engineering|the [a-z]+)\\b", 'the night shift forgot to write it down', 'the night shift starts at ten'],
]);

/** The office takes the fault on itself. */
export const ownsFault = wordList('ownsFault', 'S1 六.9', [
  ['对不起|对唔住|抱歉|道歉|不好意思|我们(?:的)?(?:错|责任|疏忽|失误|不对|没)|是我们|我哋(?:嘅)?(?:错|责任)', '同事漏记了是我们的疏忽', '同事漏记了'],
  ["\\b(?:sorry|apologi[sz]e|our (?:fault|mistake|error))\\b", 'sorry the night shift forgot', 'the night shift forgot'],
]);
