/** Surnames and titles. Source: S1 六.4 (先生, 小姐, 太太, 夫人, 女士), 百家姓 for the surnames. */
import { wordList } from '../wordList.ts';

/** Surnames of two characters, as alternatives of an expression. */
export const compoundSurnames = '欧阳|太史|端木|上官|司马|东方|独孤|南宫|万俟|闻人|夏侯|诸葛|尉迟|公羊|赫连|澹台|皇甫|宗政|濮阳|公冶|太叔|申屠|公孙|慕容|仲孙|钟离|长孙|宇文|司徒|鲜于|司空|闾丘|子车|亓官|司寇|呼延|令狐|轩辕|西门|百里|拓跋|纳兰|东郭|第五';
/** Surnames of one character; `doubtfulSurnames` are among them. */
export const singleSurnames =
  '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴鬱胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公肖佟付涂靖岳帅缑亢况郈有琴商牟佘佴伯赏墨哈谯笪年爱阳言福代闫邸覃辜战楚闵粟敬冼植麦练岩苑亓乜区邝揭佘仝隋初展丛占苟原漆衣晋青鹿逢但芦';
/** Surnames that are also words of grammar: they count only if the caller said 姓那. */
export const doubtfulSurnames = new Set(Array.from('那和对后有从别能都于向时全单查哈相须年利家空公关经但师连越国水明安东老小平通成可干应'));

/** How a caller is addressed, alternatives of an expression; tails are guarded against 太多, 总是 and the like. */
export const titlesZh = '先生|女士|小姐|太太|太(?!多(?!谢)|[大小好长久冷热吵贵晚早难]|[一-鿿]*了)|夫人|师傅|老师|奶奶|爷爷|阿姨|叔叔?|伯伯?|大爷|大妈|大叔|大哥|大姐|婆婆|公公|老板|总(?![是共算得体有会台机])|医生|教授|律师|女仕|阿姐|生(?=[，。、 ]|你|您|请|多|放|唔|我|好|呀|啊|$|早|明|收|再|拜|嘅)|姑娘|同学|小朋友';

/** The caller says his name. */
export const nameGivenZh = /(?:免贵|敝)?姓(欧阳|上官|司马|司徒|诸葛|慕容|皇甫|令狐|尉迟|夏侯|公孙|东方|端木|南宫|[一-鿿])|我(?:是|叫|系)([一-鿿]{2,4})|[这呢](?:边|里)?(?:是|系)([一-鿿]{2,3})(?=我|$|的|，)/g;
/** The caller says his name in English; groups: one or two words, lower case. Global: use it with matchAll. */
export const nameGivenEn = /\b(?:this is|it's|it is|i'm|i am|my name is|my name's|name's|name is|the name is|last name(?: is)?|surname(?: is)?|mr|mrs|ms|miss|dr) ([a-z']+)(?: ([a-z']+))?/g;

/** The agent asks for the name: what the caller says next is a name. */
export const nameAsked = wordList('nameAsked', 'S1 二.5 请问您贵姓', [
  ['贵姓|怎么称呼|如何称呼|点称呼|(?:您|你)(?:的)?(?:姓名|名字|大名|姓)|叫什么|姓(?:什么|咩|乜)|边位', '请问您贵姓', '请问几栋'],
  ["\\b(?:your (?:full |last )?name|name please|who am i speaking|who's (?:calling|speaking)|who is (?:calling|speaking)|may i ask who|surname|and you are)\\b", 'may i have your name', 'the name of the road'],
]);
