/**
 * Signs of tone, none of them a fault by itself: rhetorical questions, reproach, dismissal, disowning, on the one side, courtesy and
 * help on the other. `rules/toneSigns.ts` adds them up. Sources: S3 接听.3, S1 五.3.a, S1 六.9, S4 六.2 and 七; wording as heard at desks.
 */

/**
 * A pattern over plain text; what it speaks for (`impatience` of the speaker, `quarrel` with what the caller said or did, `plain` for
 * both, `courtesy` against both); its weight; a sentence in which it is found, and one in which it is not.
 */
export type ToneSign = readonly [pattern: string, kind: 'impatience' | 'quarrel' | 'plain' | 'courtesy', weight: number, found: string, notFound: string];

export const chineseSigns: readonly ToneSign[] = [
  // The caller's matter is made small, or his knowing less is held against him.
  ['(?:这|那|咁)(?:么|种|点|个|样)?(?:简单|小|破)?(?:的)?(?:事|问题|东西|道理)?(?:儿)?(?:也|都)(?:要|不|没|唔|用得|来(?!得)|得(?!到))', 'impatience', 2, '这也要打电话', '这个也可以登记'],
  ['(?:这|那)?还(?:用|要|得|需要)(?:我|人|问|说|教|讲)(?!.{0,6}(?:登记|记|补充))', 'impatience', 2, '这还用我教吗', '您还要登记吗'],
  ['连.{1,8}都(?:不|没|冇)|(?:住|来|搬|当|做)(?:了)?(?:这么|那么|咁)(?:久|多年|长时间|耐|些年)', 'impatience', 2, '住了这么久连办公室在哪都不知道', '连续三天都有人值班'],
  ['中国字|汉字|(?:耳朵|眼睛|眼神|记性|脑子|识字|认字|腿|嘴|手)(?:.{0,3})(?:长在|不好|不好使|聋|写|断|没断)', 'impatience', 2, '你耳朵不好叫别人打来', '手长时间泡水了'],
  // Dismissal: shrugging words, and leaving it to the caller.
  ['呗|拉倒|(?<![晓觉记值懂免])得了(?!吗|空|闲)|算了(?:吧|$)|咋地|咋咋|没辙|没招|就这样吧?(?:了|啊|吧)?$|就(?:完|得|行)了', 'impatience', 2, '那就没辙了呗', '算了一下是三百块'],
  ['(?<!我|我们|师傅|他|她|物业)(?:自己|各人)(?:先)?(?:看|睇|查|去|想|找|上网|下载|弄|搞|试|办|打|解决|处理|协商|沟通|动手|问|修|拿|拧|关|交涉)(?!的话|.{0,4}危险)', 'impatience', 2, '网上都有自己下载去', '我自己去看一下'],
  ['(?:你|您|他)?爱(?:信|去|来|怎|咋|找|住|听|用|投|等)|随(?:你|您|便)|看着办|悉听|(?:来|去|找|告|投诉|等|说)(?:呗|啰|咯)', 'impatience', 2, '你爱信不信', '爱护公物'],
  ['(?:不|没)(?:说话|说|买|交|同意|满意|信|想|愿意|喜欢|爱|服|急|听)(?:的话)?(?:我)?(?:就|拉|算|别|挂)(?!.{0,4}(?:帮|给|请))', 'impatience', 2, '说话啊不说我挂了', '您不说我也明白'],
  ['再(?:说|看|讲)(?:吧|呗|咯|啦|啰)|(?:等|受|忍|憋|排)着(?:吧|呗|啊|就|$)|慢慢(?:来|等|排)(?:吧|呗|啰|咯)|等(?:一|两|三|几|半).{1,4}(?:怎么|又|算)', 'impatience', 2, '忙完再说吧', '您说着我记'],
  ['(?:叫|让|喊)(?:你|您)(?:家|们|屋企)?(?:儿子|女儿|儿女|子女|仔|老公|老婆|家人|大人|孩子|领导|管家).{0,4}(?:来|打|说|办|讲)', 'impatience', 2, '叫你儿女打来', '让您孩子受惊了'],
  // Rhetorical questions and retorts.
  ['(?:不是|咪).{0,10}(?:了|过|咗|啦)(?:吗|嘛|么|啰|咯|啦)(?!.{0,8}(?:请|您看|我))|(?:讲|说)(?:过|了)(?:了)?(?:嘛|呀|啊)|要(?:讲|说|问)(?:多少|几)(?:遍|次|回)', 'impatience', 2, '刚才不是讲过了嘛', '您说过的我记下了'],
  ['(?<!归)我(?:们|哋)?(?:哪(?!位|栋|天|里登)|管(?!家|理|道|你|您|的|$)|懒|又不|又没|可没|都不|点(?:知|会)|边(?:得|度|有)|凭)', 'impatience', 2, '一天几百个电话我哪记得', '我们管家会跟您联系'],
  ['(?:你|您)(?:管|打听|当(?!时|天|面|初|中|前|班|值)|以为|催|嚷|吼|凶|嫌|啰|倒是|还想|还要|到底|怎么(?:不|还|又|老|这|那|就)|干嘛|干什么|咋|又(?!要|来反|提)|信不信)', 'impatience', 2, '你打听那么多干什么', '您当时在家吗'],
  ['也(?:是|系)(?:这个|一样|这样|同样)(?:的)?(?:结果|话|说法|价|答复)|谁(?:不|拦|接|求|有空|管(?!理)|稀罕|理|家(?:里)?(?:没|不|还)|还|没|规定|晓得)', 'impatience', 2, '谁不急啊', '谁负责这个我查一下'],
  ['有(?:什么|啥|咩)(?:好(?!的)|用|意思|办法|了不起|大不了|稀奇|奇怪)|有完|能(?:怎么|怎样|咋)(?!.{0,3}帮)|有什么.{0,2}的$', 'impatience', 2, '我能怎么办', '有什么好的建议您说'],
  ['(?:怎么|咋)了(?:又|$|就|啊$)|咋的$|(?:怎么|咋)(?:着|地)$|怎么样嘛|(?:怎么|咋)样$|又(?:怎么|咋)|想(?:怎么|咋|点)', 'impatience', 2, '我态度怎么了', '您那边怎么了师傅没到吗'],
  ['不就(?:知道|行|好|完|可以|得)了|^等(?:通知|消息)|又不是光', 'impatience', 3, '导航一下不就知道了', '不就近停车的话要登记'],
  ['是(?:你|您)(?:想|说)?.{1,4}就(?:能)?.{0,4}(?:的)?(?:吗|嘛)$|我(?:怎么|哪里|哪儿|点)(?:没|不|唔)(?!.{0,4}(?:听|看)(?:清|懂|见|到))|(?:问|说|打|要|管)(?:那么|这么|咁)?(?:多|这个|这些)?(?:干嘛|干什么|做什么|干啥|做乜|做咩)|(?:知道|清楚|明白)(?:你|您)?还(?:问|打|说|来)|找别人|(?:找|问)(?:谁|他们|别人)去|也没用|几点了', 'impatience', 3, '领导是你想见就能见的吗', '您想几点过来都行'],
  ['(?<rep>(?!好的|可以|没事|谢谢|明白|理解|抱歉|您好|是的|对的|行的|多谢|唔该|稍等|放心|慢慢|马上|收到|感谢|辛苦|一下|知道|哪里)[^\\d零一二三四五六七八九十幺百]{2,3})\\k<rep>|(?<tri>[^嗯对好是行哈哦啊谢零一二三四五六七八九十幺\\da-z ])\\k<tri>\\k<tri>', 'impatience', 1, '退退退拿来退', '好的好的马上给您退'],
  ['别(?:跟|和|同|对|找)我(?:说|讲|扯)|(?:我|我们|我哋)(?:好|很|正|都)?忙(?:㗎|着|得很|死)|(?:冇|没)(?:咁|那么|这么)(?:得闲|闲)', 'impatience', 2, '建议你写意见箱里别跟我说', '您别跟我客气'],
  // Hurrying, cutting short.
  ['(?:^|了|有)(?:我|先)*挂(?:了|啦)(?:啊|哈|哦|喔|吧)?$', 'impatience', 3, '知道了挂了啊', '挂了一幅画'],
  ['一次(?:性)?(?:说|讲|问)完|(?:说|讲)清楚(?:行|好|点|啊|嘛|$)|够(?:大声|清楚|快|明白|多|客气)(?:了|的)|说重点|快(?:点)?(?:说|讲)|还有(?:什么|啥|事)(?:事|没有|没|吗)?(?:一|没|快|就)|有事没', 'impatience', 2, '还有什么一次说完', '您说清楚地址师傅好找'],
  ['白(?:说|讲|费|问)|(?:急|耐|嘈|贵|嬲|烦|慢|远)(?:咩|乜嘢?)', 'impatience', 3, '我刚才白说了是吧', '白天师傅都在'],
  ['(?:天天|整天|成天|成日|老是?|总|一天到晚|动不动)(?:打|问|催|来|找|投诉|吵|提|说|烦|这)|又是(?:你|您|这)|(?:哪|怎么)(?:来|有)?(?:这|那)么(?:多|些|大)', 'impatience', 2, '我知道你天天打', '每天都打扫'],
  ['别(?:占|老|问|来|烦|吵|闹|催|提|折腾|指望|想(?!太)|说了)|(?:不|没)(?:用|要)(?:再|老)(?:打|问|催|说|来)|少(?:来|跟|打|废|说)', 'impatience', 2, '没别的事别占线', '您别担心'],
  ['头(?:都)?(?:大|疼|痛)了|(?<!麻)烦(?!您|你|恼|请)|受够|懒|没(?:空|工夫|功夫|时间)(?:跟|理|管|听|陪)|忙(?:着呢|死|不过来|得很)', 'impatience', 2, '催得我头都大了', '麻烦您了'],
  ['(?<again>[好得行知])(?:啦|了|嘞)\\k<again>(?:啦|了|嘞)', 'impatience', 2, '好啦好啦别说了', '好啦师傅马上到'],
  ['^(?:哎|唉|哟|切|啧|哎呀|哎哟|我说|好啦|好了|行了|行啦|得了|听见了|是是是|好好好)', 'impatience', 1, '行了别说了', '您好'],
  ['(?:啰|咯|啫|噻|咧|嘛|呀|啦|喔|咩)$', 'impatience', 1, '有人得闲咪嚟啰', '师傅马上到'],
  ['(?:就|又不|不)(?:是)?(?:就|只|光|得)?(?:你|您)(?:一个|一家|急|一户|家|屋企)(?!.{0,3}(?:吗|住|的))|(?:个个|人人|大家|都|人家|其他人|别人)(?:都|也|全)?(?:是|系)?(?:咁|这样|一样|在等|要等|等)', 'impatience', 2, '又不是就你一个人等', '您家就您一位吗'],
  ['咪(?:.{1,6})(?:啰|咯|囖|囉|啦)|(?:有人)?得闲(?:先|咪|再)|头先|(?<!是)是但(?![是系])|理得|点知', 'impatience', 2, '投诉咪投诉啰', '师傅得闲即刻上嚟'],
  ['(?:上面|网上|牌子|通知|公告|墙上|单子|群里|门口).{0,8}(?:写|贴|有|标|印)', 'plain', 1, '上面写的都是中国字', '网上缴费'],
  ['(?:我|我们)?(?:又|都)?不是(?:你|您|.{0,2}(?:修|管|看门|保姆|专家|神|做|干)).{0,8}', 'impatience', 2, '我又不是修水管的', '不是这个号码'],
  ['^那你(?!好|看|稍|等)|(?:撒|噻|嘞|嗦|啵)$', 'impatience', 1, '那你走近点看撒', '那您稍等'],
  ['别(?:那么|这么|太)(?:敏感|计较|较真|小气|认真|矫情|紧张过头)|(?:跟|和|关)(?:你|您)(?:有)?(?:什么|啥|咩)(?:关系|事|相干)|^(?:打|投诉|告|找|等)(?:吧|呗|啊|去|咯|啦)+$', 'impatience', 3, '别那么敏感', '您跟我们有什么关系吗没有也可以登记'],
  ['(?:走近|凑近|靠近|睁大|看仔细|看清楚)点?(?:看|瞧|睇)?(?:撒|噻|嘛|啊|呀|$)', 'impatience', 2, '那你走近点看撒', '请看清楚日期再签'],
  // Denial of what the caller says.
  ['怎么(?:可能|会|证明|就能|能(?!帮))|哪(?:可能|会|里会|能|来|有(?!空|时间|人|位|些|几))|能有(?:多|几|什么)|(?<deed>[打睡偷骂漏响吵坏臭脏停占罚扣收骗推退赔修丢])什么(?!时|东|原|情|地|号)', 'quarrel', 2, '正常走路的声音能有多吵', '您家哪里漏水'],
  ['没(?:有)?(?:这|那)(?:种|个|么|样|回)?(?:的)?(?:事|规定|说法|严重|夸张|回事|道理)|不存在|不属实|不是事实|不对吧|不是吧|不会吧|不至于|没(?:有)?的事', 'quarrel', 2, '哪有那么严重没有的事', '没有这个选项您可以选另一个'],
  ['(?:一|半|零)(?:次|条|个|点|句|起)(?:.{0,4})(?:都|也)(?:没|冇|不)|从(?:来|没)(?!没有忘)|压根|根本|一向|历来|向来', 'quarrel', 2, '我这里一次记录都没有', '一次只能来一位'],
  ['^(?:肯定)?(?:是)?你(?!们?好).{1,9}(?:了|的)吧$|(?:你|您)(?:家)?是不是(?:又|乱|往|把|倒|扔|塞|自己|没|忘)', 'quarrel', 2, '你往里面倒油了吧', '您是不是贵姓王'],
  ['(?:您|你)不(?:接|在|来|开|说|交|配合|登记|报|签)[^吗]{0,4}(?:怎么|哪|能|点)|(?:有意见|不愿意|不同意|不高兴|不喜欢)也(?:得|要|没)|(?:您|你)说.{1,5}就.{1,5}(?:啊|吗|呀|嘛|了)|(?:凭证|证据|依据|收据|单据)呢|现在又(?:说|来|要|反)|本来就(?:不|是|没|要|该)|(?:太|也太|有点)夸张|最多也?就', 'quarrel', 3, '师傅打您电话您不接他怎么来', '您不在家我们就改天'],
  ['不会的(?=我们|保安|师傅|他|她|我)|都(?:是)?(?:经过)?(?:培训|考核)过|(?:你|您)家.{0,8}(?:多|用|开).{0,4}(?:呗|嘛|啦)$|怀疑(?:我们|我哋|物业)', 'quarrel', 2, '推您不会的我们保安都培训过', '您家用水不会断'],
  ['(?:不|唔)(?:代表|等于)(?:您|你)?(?:可以|能|就)|(?:你|您)自己.{1,4}(?:咗|歪|反|错)|怪不(?:了|着|到)|(?:您|你)[^您你吗]{1,4}不(?:配合|登记|听劝|讲)', 'quarrel', 2, '交咗都唔代表可以乱摆', '这不代表我们不重视'],
  ['(?:可)?(?:别|不要|唔好|莫|不能)(?:乱|瞎|冤枉|老是|动不动|随便|一上来|血口|下结论|胡|赖|怪|总|光|什么都)', 'quarrel', 2, '您可别乱讲', '别忘了带证件'],
  ['(?:我们|我哋|我这|系统|机器|表|保安|师傅|阿姨|同事|设备|人家|保洁|小区)(?:.{0,8})(?:没(?:有)?(?:任何)?(?:问题|毛病)|不会(?:错|这样|那样|骂|乱|撒谎|出错)|好好的|好得很|测过|干了.{1,4}年|正规|很负责|尽力|二十四小时|没接到|没收到|派晒|讲晒|够)', 'quarrel', 1, '水压我们测过没问题', '师傅二十分钟到'],
  ['(?:你|您)们?这(?:些|种|帮|类|个)人|(?:就是|都|也|什么都)不懂(?:用|得)?|(?:你|您)(?:咋个?|怎么|点)(?:知|晓得|会知)', 'quarrel', 2, '你们这些人就是不懂用电', '你们这栋楼'],
  ['(?:找找|看看|想想|反省|检讨|检查)(?:一下)?(?:你|您)?自己(?:的)?(?:问题|原因|毛病|家)?|别人.{0,6}(?:你|您|自己)(?:也|就|都)(?!可以)', 'quarrel', 3, '您也可以找找自己的问题', '您自己看看通知'],
  ['(?:贴|发|通知|写|说|提醒|广播)(?:过|出)?(?:去)?(?:通知|公告|告示|短信|群里)?了(?:的|啊|呀|三天|很久)?(?:您|你)?(?:自己)?(?:没|怎么没|不)(?:看|听|收|注意)|(?:都|全|早|早就)(?:贴|写|发|说|通知|提醒)(?:过|了|得)(?:那么|这么|很|好几|三|两|几)', 'quarrel', 3, '三天前就贴通知了您没看见吗', '通知贴了请您看一下'],
  ['(?:每天|天天|每周|定期|一直|都)(?:.{0,3})(?:检查|巡|打扫|拖|清|消毒|测|保养)(?:的|过的|着)|(?:有|都有)(?:签到|监控|录像|记录|登记|攝錄|摄录)(?:表|本|机)?(?:的|啊|可查|睇|作证|$)', 'quarrel', 1, '保洁每天都检查的有签到表', '师傅每天来检查两次'],
  ['明明|分明|就是(?:你|您|这样|没|不)|本来就|肯定(?:是|系)|当然(?!可以|可|没问题|行|好|能|了|会)|梗系|显然|一定(?:是|系)|还不(?:是|系|都)', 'quarrel', 1, '肯定是你家的问题', '当然可以'],
  // Disowning and blame.
  ['跟(?:我们|我|物业|管理处).{0,2}(?:没|无)(?:有)?(?:任何|一点)?关|(?:又)?(?:不|唔)(?:是|系)(?:我们|我哋|我|物业)(?:.{0,4})(?:责任|问题|错|弄|搞|锅|害)|怪不|(?<![奇责])(?:怪|赖|怨)(?:得|我|物业|谁|你|您|到)|(?:能|好)(?:怪|怨|赖)|关(?:我们|物业|我|我哋)(?:.{0,2})(?:什么|啥|咩|乜)', 'quarrel', 2, '这能怨谁', '奇怪我查一下'],
  ['早(?:让|叫|说|告诉|提醒|跟|通知|干)(?!上|点)|现在(?:怪|又来|才说|才来|才打|后悔|说.{0,4}(?:晚|不))|(?:你|您)?(?:当初|当时)(?:.{0,6})(?:不|也|怎么|干)', 'quarrel', 2, '早让你修你不修', '现在说话方便吗'],
  ['还(?:有理|不承认|怪|嘴硬|好意思|赖|嫌|狡辩|不是|退什么|要怎|想怎)|有理了?$|不承认', 'quarrel', 2, '没带卡还有理了', '还不清楚我问一下'],
  ['(?:你|您|你们|您家|你家|你屋企|你哋|业主|住户|自己)(?:自己|家里|家|们|本人|也|都|又|平时|屋企|门|就是)*(?:没(?!有别|问题|事|关系|空|看错|听错|记错|说错|错)|冇(?!问题)|不(?!用|方便|着急|必|要|在家|介意|好意|客气|能|是|想)|唔(?!使|好|该)|把|乱|弄(?:坏|的|错)|搞|签的|选的|忘|开住|非要|多用|短路|老化|(?:又)?(?:给)?弄坏|掰|拧坏|撞坏)(?!.{0,8}吗$)', 'quarrel', 2, '你们自己门没锁好', '您不用着急'],
  ['(?:你|您)(?:这|也|是|真|有点|未免|自己|就是|们|家|个|用得|住得)*太(?!好|感谢|谢|客气|太|原|阳)|(?:别的|其他|其它|别家|别)(?:楼层|户|家|层|人|业主|栋)?(?:都|也)(?:够|没|好好|可以|正常|能)|(?<!没)(?:眼|耳|看|听|记|搞|弄|睇|心)(?:花|错|岔|理作用)了?', 'quarrel', 2, '您太紧张了', '您太太在家吗'],
  ['(?:做|当)(?:人|家长|业主|父母|邻居|妈|爸|儿女)(?:的)?.{0,4}(?:要|得|应该|总|管)|道理|总(?:得|不能)|互相(?:体谅|理解|包容)|(?:体谅|理解)(?:一下)?(?:我们|别人|人家|物业)', 'quarrel', 2, '做人要讲道理', '做人工草坪'],
  ['(?:他|她|佢|他们|那帮人?|那些人|那伙人|小[一-鿿]|老[一-鿿]|公司|[一-鿿]{2}部|保洁|保安|清洁|前台|夜班|上一班|外包|维保)(?:那边|那帮|他们|公司|部|的人|啊)*(?:就|总|老|天天|都|一直|从来|又|全|平时)(?:是|系)?(?:这样|那样|拖|不(?!在)|磨|应付|偷|乱|没(?!问题)|害|推|懒|弄|搞)|应付|不负责|没素质|拖拖拉拉|推来推去|受不了(?:他|她)|(?:都|全|就|还不)是.{1,10}(?:不(?!是|同)|没(?!问题)|乱|害|弄|搞|惹|撞|懒)', 'quarrel', 2, '小李就是那样拖拖拉拉的', '保安都不在岗位我马上叫人'],
  ['(?:你|您)(?:测|查|量|看(?!一|方便|这|能|行|可)|算|懂|知道|有没有(?:看|测|想))(?:过|了|到)?.{0,4}(?:吗|么|嘛|没有|没|嗦)(?!.{0,6}(?:请|帮|我|您))|轮(?:得|不)到|有(?:证据|什么证据)|怎么证明|谁知道(?!了)|点会|点可能', 'quarrel', 2, '您测过分贝吗', '您看可以吗'],
  ['不(?:也|都)(?:是)?一样|一个巴掌|谁没|(?:边个|谁|哪)(?:屋企|个?家|户|家人)(?:冇|没|唔|不)|哪个.{0,4}(?:不|没)|没少|都一样', 'quarrel', 2, '你家当初装修不也一样', '两个一样大吗'],
  ['人家(?!里)|变不出', 'plain', 1, '人家又没放你家里', '家里有人'],
  ['又(?:没|不是|不)|不就|难道|不然|反正|何况|而已|罢了|至于|犯得着|凭|合同是|自找|活该|物价|正常(?:的|得|走|不|生活|使用|现象)|都是(?:按|正规|合格)', 'quarrel', 1, '只是走路而已', '恢复正常了'],
  ['(?:只|就|偏)(?:有|是|系)?(?:你|您)(?:家(?!吗|的|住)|一(?!个人吗|家吗|户吗)|自己|说|觉得|感觉|嘅|嫌)|(?:别人|人家|其他人|大家|个个|隔壁|楼上|上一户)(?:都|也|怎么|家|们)?(?:没(?!有空)|不|冇|可以|好好|住得)', 'quarrel', 2, '别人都可以就你觉得吵', '就您一家吗'],
  // The plain 你 where desks say 您.
  ['你(?!好|们好|哋好|哋)', 'plain', 1, '你多试几次', '您多试几次'],
  // Courtesy and help.
  ['请(?!教什么|便)|麻烦(?:您|你)(?!自己)|谢|抱歉|对(?:不|唔)(?:起|住)|不好意思(?!说)|唔好意思|唔该|多谢|劳驾|辛苦|打扰|失礼|见谅', 'courtesy', 2, '请您稍等', '你自己打'],
  ['(?:帮|替|为|同|陪|教|畀|俾)(?:您|你)|(?:给|跟|和)您(?!们?(?:没|说了|说过|讲|说几|说多))|安排|(?:我|帮您|给您|已经?|先|都)(?:.{0,2})登记|登记(?:下|好|上|一下)|反映|马上|尽快|即刻|我们(?:也|正在|已经)?(?:催|会|正)|我(?:来|去|叫(?!什么)|让|先|再|问|查|把|们会|们马上|这就|跟|通知|记)|联系|跟进|核实|转(?:给|告|接|达)|派(?:人|师傅)|报修|开单|记(?:下|好|录)|提醒|建议(?!你)|(?:分钟|小时)(?:之?内|以内|左右|就|到|后|给)', 'courtesy', 2, '我帮您查一下', '他自己不看'],
  ['放心|(?:理解|明白|知道)您|别(?:着)?急|不用(?:担心|着急|客气)|(?<!我|我们|我可|们可)没关系(?!的是)|不客气|没事(?!找|吧你)|不要紧|唔紧要|稍等|等等|您看|(?:可以|好|行|方便|合适|系|是|对)(?:吗|么|不$|吧|咪)|贵姓|怎么称呼|哪(?:一)?(?:栋|户|位|层|家)|几(?:栋|楼|号|点|层)|好的|好嘞|没问题|可以(?:的|先|到|在|办|用|直接|打)|欢迎|随时|得㗎|有㗎|好呀|好嘅', 'courtesy', 2, '您看可以吗', '这能怪谁'],
  ['[\\d一二三四五六七八九零幺]{5}', 'courtesy', 2, '电话是八二三四五六七', '一二楼都有'],
  ['您(?!.{0,3}(?:自己|别|也|太|要讲))', 'courtesy', 1, '您住哪里', '你住哪里'],
];

export const englishSigns: readonly ToneSign[] = [
  ["\\b[a-z]+n't (?:it|they|he|she|you|we|i)$|\\b(?:do you|are you|is it)$|\\b(?:what|who|why|how) (?:more|else|on earth|the hell|exactly) (?:do|did|am|can|should|is)", 'impatience', 2, "you'll have to wait a bit longer won't you", 'how can i help'],
  ["\\b(?:hardly|seriously|honestly|obviously|for goodness|as usual|all day|all over again|surely|whatever|apparently|supposedly|these days|all too well)\\b", 'impatience', 1, "a drip is hardly an emergency", 'the hardware shop'],
  ["^(?:look|listen|well|so|oh|ugh|right|fine|yeah|ok|okay)\\b", 'plain', 1, 'well you should wait', 'certainly madam'],
  ["\\b(?:i've|i have|i) (?:already |just )?(?:checked|told you|said|explained|answered|been through)\\b.{0,20}\\b(?:twice|already|three|times|before|again|you|what|that)\\b|\\b(?:how many times (?:do|must|have) i|once again|again and again|like i said|as i said)\\b", 'impatience', 2, "i've checked twice what more do you want", 'i have checked and the slot is free'],
  ["\\b(?:you'll|you will|you) (?:just |simply |only )?(?:have|need|want) to (?:wait|be patient|deal|live|manage|do it|go|look|try harder|figure|read|learn|ask (?:someone|somebody))\\b|\\b(?:look at|read|check|try reading|google|ask) (?:a map|the (?:sign|notice|map|website|instructions|lease|board)|it yourself|it up|online)\\b|\\byourself\\b", 'impatience', 2, 'look at a map', 'you will need to bring your card'],
  ["\\b(?:when|if) (?:it's|he's|they're|she's|they|he|it) (?:fixed|done|ready|free|get|gets|comes|come|feels?|feel)\\b$|\\bget to it when\\b|\\bwhen (?:they|he|she) (?:feels?|gets?) (?:like|round|to)\\b|\\bif you say so\\b|\\bthat's what they all\\b|\\btell me about it\\b|\\bsame thing\\b", 'impatience', 2, "when it's fixed", 'when it is fixed i will call you'],
  ["\\b(?:everybody|everyone|anyone|anybody|nobody else|no one else|others|other residents|the others|other people|the whole building|all the neighbours) (?:has|have|can|could|knows?|else|manages?|seems?|does|do|is|are|never|got|read|was|were|pays?|waits?)\\b", 'impatience', 2, 'everybody has the app', 'anyone in the team'],
  ["\\b(?:not|isn't|aren't|hardly|never) (?:a|an|the|my|our|your)? ?(?:emergency|job|fault|business|secretary|servant|babysitter|plumber|technician|magician|excuse|big deal|end of the world|hotel)\\b", 'impatience', 2, 'it is not the end of the world', 'it is an emergency'],
  ["\\bwhat (?:do|did|would) you (?:want|expect|think)\\b|\\bwhat am i\\b|\\bdo i (?:look|sound)\\b|\\bhow (?:am|should|would|could) i\\b(?! (?:help|put|say))|\\bwho (?:told|said|cares|asked)\\b", 'impatience', 2, 'what do you expect me to do', 'what would you like'],
  ["\\byou (?:just|simply|really|probably|obviously|clearly|must|should|could|might|can)? ?(?:should(?:'ve| have)|could have|didn't|did not|don't|do not|never|forgot|ought|used|use|left|leave|put|need to (?:be|learn|read|listen)|overloaded|ignored|only had to|agreed|signed|chose|knew)\\b", 'quarrel', 2, "you just didn't read it", 'you should receive a text'],
  ["\\bnot rocket science\\b|^(?:what for|why|so)$|\\bi'm not surprised\\b|\\bwhy (?:do|would) you (?:need|want) to know\\b|\\bgo on then\\b", 'impatience', 2, "it's not rocket science", 'what for would you like the key'],
  ["\\b(?:he|she|they)(?:'s| is|'re| are) (?:a |only |just )?(?:busy|human|new|very busy)\\b|\\b(?:he|she|they) can't (?:chat|be everywhere|do everything|please)\\b|\\bkeeps? (?:leaving|smoking|blocking|forgetting|doing|putting|using)\\b", 'quarrel', 2, "he's a busy man he can't chat to everyone", 'he is on his way'],
  ["\\bbefore you (?:complain|accuse|blame|shout|ring us|call us)\\b", 'quarrel', 3, 'you should check your spam folder before you complain', 'please check before you sign'],
  ["^well (?:it's|that's|it is|that is|they're) (?:a|an|what|how|the)\\b|\\byou must be (?:a|an|very|one|hearing|imagining|mistaken|confus|joking|over|too|the only)\\b", 'quarrel', 2, "well it's a gym it opens at six", 'you must be so worried'],
  ["\\b(?:it's|it is|that's|that is|this is|it was|that was|they're|we're|there's|he's|she's|isn't|wasn't|weren't|aren't|is|was|are) ?(?:not|never|n't|only|just|no) ?(?:broken|wrong|noisy|dirty|late|true|possible|fair|out|that|so|really|for|an? (?:hour|bit|few)|our|my|us|the building|loud|leaking|cold|working)\\b|\\b[a-z]+ (?:isn't|wasn't|aren't|weren't) (?:wrong|broken|late|noisy|dirty|out|rude|loud)\\b", 'quarrel', 2, "the bill isn't wrong", 'the lift is out of order'],
  ["\\b(?:we|our [a-z]+|he|she|they|nobody(?: here)?|no one(?: here)?|the (?:guard|guards|porter|porters|cleaner|cleaners|staff|team|engineer|technician|system)) (?:just |simply )?(?:don't|doesn't|never|would never|wouldn't(?: have)?|did not|didn't(?! say| leave| tell| mention)|does not|do not|always|has never|have never|says? (?:he|she|they|it) (?:never|didn't|did not))\\b|\\b(?:nobody|no one)(?: here)? would have\\b|\\b(?:was|were|is|it's) only (?:out|for|a|an|off|down|half|five|ten)\\b", 'quarrel', 2, "our guards don't shout at people", 'the guard will call you'],
  ["\\b(?:that's|it's|only|just)? ?because (?:you|your (?!call)|of you|somebody|someone|they)\\b|\\byour (?:own|husband|wife|kids?|children|son|daughter|guests?|family|tenant|contractor)\\b.{0,16}\\b(?:fault|did|fiddled|broke|left|put|touched|doing|probably|must)\\b|\\b(?:to )?blame\\b|\\bfault\\b(?! code)|\\b(?:is|are|was|were) (?:just |so )?(?:useless|hopeless|lazy|incompetent|always late|a joke)\\b|\\bprobably (?:your|you|just)\\b|\\bsomebody in your\\b", 'quarrel', 2, 'because your husband fiddled with it', 'because your call matters'],
  ["\\b(?:there was|there's|we put|we sent|we posted|it was|it's) (?:a |an |up )?(?:sign|notice|email|letter|poster|memo|in the (?:lobby|lease|rules|contract)|on the (?:board|website|notice))\\b|\\byes (?:you|they|he|she|we|it) (?:did|do|does|was|were|is|are|have|has)\\b|\\bno (?:it|they|we|you) (?:didn't|don't|doesn't|wasn't|weren't|isn't|aren't|hasn't|haven't)\\b", 'quarrel', 2, 'there was a notice in the lobby', 'there was nothing'],
  ["\\b(?:people|residents|tenants|you people|they|them|those (?:guys|people)|that lot)\\b.{0,16}\\b(?:always|never|all sorts|blame|expect|complain|don't listen|just)\\b", 'quarrel', 2, 'people put all sorts in there', 'people can park there'],
  ["\\b(?:please|sorry|apolog\\w*|thank|thanks|may i|could i|could you|would you|would that|happy to|glad to|of course|certainly|with pleasure|no problem|no trouble|not at all|i understand|i appreciate)\\b", 'courtesy', 2, 'could you spell that', 'look at a map'],
  ["\\b(?:i'll|i will|we'll|we will|let me|let's|i can|we can|i could|i'm going to|shall i|allow me|you can|you could|you're welcome|you are welcome|within|minutes?|hours?)\\b", 'courtesy', 2, "i'll send someone up", "you'll have to wait"],
  ["\\b(?:is that (?:right|correct|okay|ok|all right)|right$|correct$|your (?:name|number|flat|unit|apartment)|which (?:flat|floor|unit|lift|building|apartment)|what time|when (?:did|would)|have you)\\b", 'courtesy', 1, 'is that right', "isn't it"],
];
