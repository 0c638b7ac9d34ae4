/** Turning away and helping. Sources: S1 六.12 (不知道, 不归我们管, 这是地产的事), S1 二.4, S3 打电话.3. */
import { wordList } from '../wordList.ts';

export const refusals = wordList('refusals', 'S1 六.12 任何时候不能说“不知道”“不归我们管”', [
  ['(?:我|这个|这|我们|咱们|那|也|真|都|就)?(?:也|真|都|可|哪|就)?(?<![你您得看听写标讲说]|连.{1,8}都|哪(?:里|儿)?都)(?:不|唔)(?:太|大|是很|怎么|是太)?(?:知道(?!您|你)|清楚|晓得(?!您|你)|了解|知(?!道)|明白(?:这|你))(?!(?:您|你)(?:是|能|方便|有|在|要|住|说|想|的|家|贵|指|那)|是不是|能不能|可不可|方便|的地方|的话)', '这个我不清楚', '我不知道您方便吗'],
  ['(?:不|唔)(?:归|由|属于|属)(?:我们?|我哋|物业|管理处|客服|前台|我这|这边)(?:们|边|这)?(?:来)?(?:管|负责|处理|范围|职责)?|(?:不|唔)在(?:我们?|我哋|物业)(?:的)?(?:范围|职责|服务)', '快递不归我们管', '车不在我们小区'],
  ['(?:我们?|我哋|物业|管理处|这边|前台|客服|我这)(?:们|边|这)?(?:这边|这里|是|都|也|可|又|根本)?(?:不|唔|没法|没办法|冇得)(?:管|负责|修|受理|处理|做|办)(?:这|那|的|理|呢|啊|嘅|不了|$|你|您|个|修|东|家|得)', '我们物业不管这个', '我们不办卡的话也能进'],
  ['管(?:不|唔)(?:了|着|到|起)|(?:这|那)(?:个|事|种)?(?:我们?|我哋)(?:管|理|处理|帮|解决)(?:不|唔)(?:了|着|到)|无能为力|爱莫能助|没(?:有)?办法(?:的|啊|呀|呢|帮|解决|$)|冇办法|我也没(?:有)?办法|没(?:有)?(?:这个)?权限|做不了主|帮(?:不|唔)(?:了|到)', '这个我们管不了', '管道到了楼上'],
  ['(?:不|唔|又)(?:是|系|关)(?:我们?|我哋|物业|管理处|我)(?:们|部门|这边|客服|前台|物业|管理处)?(?:的)?(?:活(?!动)|事|问题|职责|范围|责任|工作|管|负责|嘅)', '这不是我们的事', '是不是我们来付'],
  ['(?:是|系|属于|归|由)(?:开发商|地产|施工方?|装修公司|自来水公司|供电局?|电力公司|燃气公司|煤气公司|城管|交警|派出所|街道|居委会?|社区|快递公司?|电视台|业委会|发展商|政府|电梯公司|维保|水务局?|保险公司?|总公司|财务|工程|保安|他们|人家|别的部门|其他部门|业主自己|你们?自己|您自己)(?:那边|部|部门)?(?:的|嘅)?(?:事|管|问题|责任|负责|范围|活|嘢|职责|处理)', '那是开发商的事', '是开发商来电'],
  ['(?:你|您)(?:自己)?(?:去|直接|得|要|应该|还是|只能|可以)?(?:去)?(?:找|问|打给|打|联系)(?:开发商|地产|施工|装修公司|他们|自来水|供电|燃气|城管|警察|交警|派出所|街道|居委|社区|快递|电信|业委会|发展商|楼上|邻居|12345|政府|电梯公司|保险)(?:去|吧|呗|就|公司|啦|了|啊|自己|他们|那边|$)', '你去找开发商吧', '您找他们拿过钥匙吗'],
  ['(?:没有?|冇)(?:这个?|呢个|这项|这种|此项|这方面|相关)(?:的)?(?:业务|服务|规定|责任|义务|职责|项目)|(?:不|唔)(?:做|提供|接|受理|包)(?:这|呢|那|这个|这种|那种)', '我们这边没有这个业务', '没有这些资料'],
  ['(?:这|那|你|您)(?:个|事|家|种)?(?:里头|里面|屋里|家里|户内)?(?:的)?(?:.{0,4})(?:跟|同|和|与)(?:我们?|我哋|物业|管理处)(?:物业|管理处)?(?:没|没有|无|冇|有什么|有啥)(?:关系|关)|与我们无关|同我哋无关', '这跟我们没关系', '您跟我们没见过'],
  ['(?:我|我们)(?:只|就|只是|就是|不过是)(?:是)?(?:接电话|管|负责|前台|客服|收|个接)(?:.{0,4})(?:的|其他|别的|$)', '我只是接电话的', '我就是来报修的'],
  ["\\b(?:i|we) (?:really )?(?:don't|do not|wouldn't|haven't a|have no) (?:know|clue|idea)\\b|\\bno (?:idea|clue)\\b|\\bdunno\\b|\\bnot sure\\b", "i don't know about that", 'you know the rules'],
  ["\\b(?:not|isn't|is not|nothing to do with|never) (?:really |actually |exactly )?(?:our|us|my|this office|the office|the management|management)(?:'s)?\\b ?(?:department|job|responsibility|area|business|problem|thing|remit|concern|side|office)?", "that's not really our department", 'our office is open'],
  ["\\b(?:we|i|the office|management) (?:just |only )?(?:don't|do not|can't|cannot) (?:handle|deal|do|cover|look after|manage|help|get involved|touch|take care|have anything)\\b|\\bnothing (?:i|we) can do\\b|\\bcan't help (?:you|with)\\b|\\bout of (?:our|my) hands\\b", "we don't handle deposits", "we don't close today"],
  ["\\b(?:that's|that is|it's|that'd be|that would be|those are|it is) (?:the )?(?:developer|landlord|contractor|owner|builder|council|city|utility|water company|courier|post office|police|tenant|your|their|another|somebody else|someone else|security|maintenance|accounts|engineering|housekeeping)(?:'s|s')?(?: (?:problem|job|responsibility|business|matter|department|thing|issue|own))\\b|\\b(?:you'd|you would|you'll|you) (?:have|need) to (?:ask|call|take it up with|speak to|contact|talk to) (?:the |your )?(?:developer|landlord|contractor|owner|builder|council|city|utility|courier|them|someone else|somebody else|police)\\b|\\btake (?:it|that|this) up with\\b|\\b(?:isn't|not|is not) something (?:we|i) (?:deal|handle|do|can|cover)|\\bwe(?:'re| are) (?:only|just) (?:the )?(?:front desk|reception|office|the office|management)|\\bask (?:the developer|them|someone else|somebody else)\\b", "that's the developer's problem", 'the developer will call you'],
  ['(?:归|属于|由|是|系|是人家|系人哋)(?:市政|城管|消防|交管|房管|电力公司|水厂|自来水|水务|供水|供电|电力|燃气|煤气|电信|移动|联通|运营商|广电|宽带|开发商|地产|施工|厂家|商家|快递|街道|社区|居委|派出所|警察|交警|政府|环卫|环保|业委会|维保|电梯公司|保险|银行|物流|房东|中介|市里|区里|热力|供热|设计院|总部|总公司|别的部门|其他部门|人家)(?:公司|那边|部门|局|站|办|大?队)?(?:们)?(?:管|负责|在?(?:弄|办|做|搞|管)|(?:的|啲|嘅)(?:事|活|范围|嘢|问题)|$)|(?:得|要|该|只能|应该|去|直接|还是)(?:去|打|给|你|您)?(?:问|找|打给|联系)(?:市政|城管|消防|交管|房管|电力公司|水厂|自来水|水务|供水|供电|电力|燃气|煤气|电信|移动|联通|运营商|广电|宽带|开发商|地产|施工|厂家|商家|快递|街道|社区|居委|派出所|警察|交警|政府|环卫|环保|业委会|维保|电梯公司|保险|银行|物流|房东|中介|市里|区里|热力|供热|设计院|总部|总公司|别的部门|其他部门|人家)', '马路上的灯归市政', '是快递到了'],
  ['(?:别|不要|少|甭|唔好)(?:来)?(?:问|找|搵)(?:我|我们|物业|我哋)|问我(?:干嘛|干什么|做什么|也没用|做咩)|(?:跟|和|找|同)(?:我们|物业|管理处)(?:说|讲|反映)?(?:干嘛|干什么|没用|有什么用|也没用|做咩)|(?:你|您)(?:就|直接|赶紧|得)?(?:报警|打110|打119|打12345)(?:去|啊|呀|呗|就|$)', '网络的事别问我', '别找错门牌'],
  ['(?:我们?|物业|我哋|管理处)(?:从来|一律|都|也|可|是|这边|一般|这儿|这里)*(?:不|唔)(?:碰|管|理|弄|沾|插手|过问|掺和|掂)(?:的|了|这|那|$|啊|呀|呢|㗎)|(?:过|超)(?:了|出)?(?:保修|质保|维保).{0,6}(?:不管|不修|管不|没办法|自己)|谁(?:知道|晓得|清楚)(?:呢|啊|呀|$)', '煤气我们不碰的', '我们不管多晚都有人'],
  ['(?:没法|没办法|冇得|冇办法)(?:弄|办|搞|修|处理|管|解决|帮|查|整)(?:的(?!话)|啊|了|㗎|$)|(?:弄|办|搞|修|处理|解决|查|整)(?:不|唔)(?:了|到|掂)(?:的|啊|㗎|$)|唔(?:系)?(?:好|太|几)?(?:清楚|知|了解|明)(?:喎|㗎|啊|呀|$|你)|唔关(?:我|我哋|管理处|物业).{0,2}事|问(?:第二个|其他人|第个|人哋|别人)(?:啦|吧|去|$)', '这个没法弄', '没法弄的话我再想办法'],
  ["\\b(?:the |that's the |a )?(?:council|city|landlord|developer|contractor|utility|courier|water company|power company|police|owner)(?:'s)? (?:thing|job|problem|business|matter|responsibility|to sort|to deal)\\b|\\b(?:isn't|not|ain't) (?:really )?(?:up to (?:us|me)|for us to|something we|one of ours|down to us)\\b|\\bwe don't (?:really )?(?:do|touch|deal with|handle|cover|get into) (?:the )?[a-z]+$|\\b(?:ask|try|call) (?:somebody|someone|anybody) else\\b", "street lights are the council's thing", 'the council called'],
  ['(?:不|唔)(?:是|系)(?:我们?|物业|我哋|管理处|我们?这边|我这边)的(?=$|是|系|业务|产权|工作)|(?:不|唔)(?:是|系)(?:我|我们|我哋)(?:这|呢)?边(?:的|嘅)?(?:业务|事|工作|职责)|(?:理|帮|搞|管)唔到|问不到的?$|(?:是|属|归)(?:施工单位|建筑商|承建商|供应商|承包商|房产局|产权人|业主委员会|物价局|大业主|法团|法團)(?:的|嘅|管|负责|决定)', '这是施工单位的问题不是物业的', '这不是我们的错吗'],
  ['(?<!(?:你|您|错|怪|坏|搞|弄).{0,10})(?:跟|同|和|与)(?:我们|我哋|我)?(?:物业|管理处|前台|客服)?(?:这边)?(?:没|没有|无|冇)(?:什么|啥|任何)?关系', '那是外面公司承包的跟我们物业没关系', '您跟我们没关系也能办'],
  ['(?:跟|和|与|同)(?:我们?|物业|我哋|管理处)(?:可)?(?:不|没|唔)(?:搭界|搭边|沾边|挨着|相干|搭嘎|着)|(?:不|没)(?:在|归)(?:我们?|物业)(?:这儿|这边|手上|管辖)|(?:唔(?:系)?(?:好|太|几)?(?:清楚|知|了解)).{0,2}$', '跟我们不搭界', '跟我们没多远'],
  ['(?:上|到)哪(?:儿|里)?(?:去)?(?:知道|晓得|给你|给您)', '我上哪儿知道去', '您上哪里去'],
]);

/** Help offered: a next step by the office, or where to turn with an offer to bring the caller there. */
export const helpOffers = wordList('helpOffers', 'S1 六.12 诚心帮助解决', [
  ['(?:帮|替|为|同)(?:您|你|佢|咱)(?!们自己)', '我帮您问一下', '帮忙的人走了'],
  ['(?:给|畀|俾)(?:您|你)(?:查|问|看|登记|报|反映|联系|转|接|留|记|打|回|安排|派|找|想|办|开|发|送|核实|处理|跟|协调|了解|个(?:电话|答复|回))', '我给您查', '给您添麻烦'],
  ['我(?:们|这边|这就|来|先|马上|现在|可以|去|再|哋|会|这里)*(?:查|问|核实|登记|记下|记录|记一|反映|上报|报给|报上|联系|协调|转告|转达|转给|安排|派|叫人|请(?:师傅|同事|主管|经理|他|她)|让(?:师傅|同事|主管|经理|保安|他|她|工程|人)|叫(?:师傅|同事|主管|经理|保安|他|工程)|跟(?:进|师傅|主管|经理|工程)|了解一下|想办法|找(?:师傅|同事|主管|经理|人|他|她|一下))', '我先登记一下', '我们不管'],
  ['(?:您|你)(?:可以|不妨|先)(?:打|拨|找|到|去|来|在|联系|试|用|把|带|发|留)|建议(?:您|你)|电话(?:是|号码是)|号码(?:是|给您)|热线', '您可以打供电热线95598', '你去找他们吧'],
  ['(?:留|记)(?:个|下|一下)(?:言|电话|口信|号码|联系)|转告|转达|回(?:电|复|您|你|覆)|回头.{0,6}(?:告诉|给您|打)|需要我', '要不要留个言', '没人留下'],
  ['教(?:您|你)', '不清楚没关系我教您', '教室在二楼'],
  ['我同(?:你|您)|同你(?:问|查|跟|搵)|帮(?:你|您)?(?:问|查|搵|跟|睇)', '我同你查下', '我同事不在'],
  ["\\b(?:let me|i'll|i will|i can|i could|we'll|we will|we can|i'm going to|allow me|i'd be happy to|shall i|would you like me|may i|can i take|could i take|i am going to)\\b(?! (?:tell you|have to|say|help you with that))", 'let me find out for you', 'no that is not us'],
  ["\\b(?:take a message|leave a message|put you through|transfer you|find out|look into|check (?:with|for|that|the)|call you back|get back to you|pass (?:it|this|that) on|you (?:can|could|may) (?:call|ring|reach|try|contact|email|speak)|the number is|someone will|somebody will|have (?:him|her|them|someone|somebody))\\b", 'you can reach them at the hotline', 'you cannot do that'],
  ['刚(?:才|刚)?(?:问|查|打|联系|核)(?:了|过|到)|(?:问|查|打听|联系)到了|有(?:嘅|㗎).{0,20}(?:入到|得|去)|陪(?:您|你)', '我刚问了电工', '我刚到'],
]);
