/** Restating and reading back. Sources: S3 接听.5-6, S4 四.8, S0 重复客户说话内容的要点. */
import { wordList } from '../wordList.ts';

/** Said before a restatement. */
export const restateLeads = wordList('restateLeads', 'S3 接听.5 复述客人的话', [
  ['影响(?:到|了)?(?:您|你|您家|你家)|(?:您|你)(?:刚才|刚刚|反映|说|讲|是说|系话|话|提|报|要|想|需要|的意思|是(?:想|要|问|指|觉得|反映|关于)|系想|想要|投诉|希望|要求|问|担心)(?:的|到|说)?(?:的)?(?:是|系|就是)?', '您反映的是楼上装修', '请问贵姓'],
  ['(?:也|那|我)?(?:就是|即是|即系)(?:说|话)?|(?:我)?(?:重复|复述|确认|核对|核实|记录|记下|记)(?:一|了|下|的|录)?|关于', '就是说厨房漏水', '马上来'],
  ["\\b(?:so|you(?:'re| are)? (?:say(?:ing)?|said|want(?:ing)?|need(?:ing)?|looking|asking|reporting|mention(?:ed)?|having|calling about)|you'd like|you would like|you(?:'ve| have) (?:got|had|been)|let me (?:confirm|repeat|check|make sure|see if|get this|note)|just to (?:confirm|check|be)|to (?:confirm|recap|summari[sz]e)|if i understand|that's|i understand (?:that )?(?:you|your|the|there)|i hear (?:that )?(?:you|your|the)|regarding|about (?:your|the)|okay (?=unit|flat|the|your)|i(?:'ve| have) (?:got|noted)|noted)\\b", 'so music from the flat above', 'the porter is out'],
]);

/** Said after a restatement. */
export const restateTags = wordList('restateTags', 'S3 接听.5', [
  ['(?:是|对|系|没错|啱|正确|可以这么理解|这样|准确)(?:吧|吗|么|嘛|啊(?=$)|呀(?=$)|伐|哈)|(?:是|对)不(?=$|您|请|那|我)', '厨房漏水是吧', '是这样'],
  ['(?:是不是(?=$|呢|啊|呀|您|请|那|我|记)|对不对|系唔系|啱唔啱|是不(?=$)|对不(?=$)|对没错)|系咪|啱唔啱|没错吧|冇错(?:吗|嘛|吧|啩|咩)|(?:有没有|有冇)(?:错|漏|遗漏)|我没(?:听|记|理解)错|有没有(?:记|听|漏|错)|还有(?:没有)?(?:什么|别的|其他)?(?:需要|要)?补充', '对不对', '不对'],
  ["\\b(?:is that (?:right|correct|all correct|everything|so|all)|(?:that's|that is) (?:right|correct)|am i right|correct$|right$|isn't it|have i got|did i get|do i have that|got that right|anything (?:else|to add))\\b", 'is that right', 'is the lift working'],
]);

/** Said before or after a reading back. */
export const readBackLeads = wordList('readBackLeads', 'S3 接听.6 记录时要重复对方的话', [
  ['(?:重复|复述|核对|念|读|确认|对|覆述|讲返|重述|过|复核)(?:一)?(?:遍|次|下)|(?:我)?(?:读|念|复述|重复)(?:一次|一遍|返)?(?:.{0,3}单)?(?:给您|俾你|畀你|返)?(?:听|一|出|记录|内容)|核对(?:一|记录|信息|内容)?|(?:我|再|同您|同你)(?:覆|复|读|讲)(?:返|多|述)?一?(?:次|遍)|(?:跟|和|同|与)(?:您|你)(?:再)?(?:核对|确认|核实|对一|复述|重复|过一)|记录(?:如下|是|了|的是)|留言(?:是|给|内容|如下)|内容是', '我给您重复一遍', '请您稍等'],
  ["\\b(?:read(?:ing)? (?:that|this|it|the (?:order|message|note)|your (?:order|message)|them|everything)? ?(?:back|over)|repeat(?:ing)? (?:that|it|this|the|your|everything)|(?:confirm|check|recap|go over|go through|run through) (?:that|it|this|the|everything|what|your|all|these|back)|let me (?:confirm|recap|summari[sz]e)|let me go over|to recap|(?:message|order|ticket|request|slip) (?:for|reads|is|says)|have i got everything|here's what i have|i have (?:down|written)|so (?:that's|i have|for (?!now|you)))\\b", 'let me read that back', 'i read the letter'],
]);

/** Who or where the caller is: restating only that is no restating of the matter. */
export const identityWords =
  /(?:[\d零〇一二三四五六七八九十两百千]+(?:号楼|号院|号|栋|幢|座|单元|楼|层|室|户|房|苑|期|区|门|点|分|月|日|块|元|度|个|米|平)*|[a-f](?=座|栋|室|区)|[東东南西北]区|姓[一-鿿]|[一-鿿](?:总|工|经理|主管|主任|队长|先生|女士|小姐|太太|师傅|老师)|今天|明天|昨天|后天|早上|上午|中午|下午|晚上|周[一二三四五六日]|星期[一二三四五六日天]|礼拜[一二三四五六日天])/g;

/** Characters that carry the grammar and not the matter. */
export const grammarChars = new Set(
  Array.from('的了吗呢吧啊呀哦嗯嘛哈啦转咯嘞哒噢喔是在有我你您他她它们咱就都也还又再会能可以要想说讲这那哪个些什么怎样谁几一二两三四五六七八九十不没别把被让叫给跟和同与对从到去来上下里外过着得之其于为因所但而且或如果请问谢好很太真多少大小点次只才刚最更已经正应该知道看听找打用行嘅咗喺系咁哋唔啲佢冇嚟俾畀呢嗰边咩乜嘢'),
);

/** Words too common at a property desk to prove that the matter was restated. */
export const deskWords = new Set([
  '物业', '业主', '小区', '电话', '师傅', '时候', '时间', '事情', '问题', '东西', '现在', '今天', '昨天', '明天', '刚才', '管理', '服务', '中心', '主管', '经理', '工程', '先生', '女士', '小姐', '太太', '贵姓', '麻烦', '直接', '联系', '我家', '你家', '家里', '情况', '处理', '登记', '号码', '手机', '安排', '方便', '办法', '规定', '回电', '告诉', '通知', '保安', '前台', '部门', '意思', '不好', '觉得', '起来', '出来', '公司', '名字', '分钟', '小时', '马上', '早上', '晚上', '下午', '上午', '姓名', '地方', '已经', '没有', '可能', '知道', '管家', '显示', '开会', '留言', '帮忙',
]);

/** Words of English that carry the grammar and not the matter. */
export const englishGrammar = new Set(
  'a an the and or but so to of in on at by for from with about into up down out over off is are was were be been being am do does did done have has had having i you he she it we they me him her us them my your his its our their this that these those there here what which who when where why how not no yes yeah okay ok right well just can could will would shall should may might must please thanks thank sorry hello hi good morning afternoon evening if then than as also too very really some any all one two three four five six seven eight nine ten like know see get got go going come back say said tell told call called calling ring phone name number office management flat apartment unit mr mrs ms miss sir madam now today tomorrow yesterday only still again more much lot bit thing something anything someone somebody nobody let make take give need want time day week hour hours minute minutes long last next first am pm im ive id ill dont its thats'.split(' '),
);
