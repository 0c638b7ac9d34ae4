import type { ImportField, ImportKind } from '../contract/imports.ts';

/** Words over a column, as they are compared: no spaces, brackets, stars or marks, small letters, half-width. */
export function plainHeading(heading: string): string {
  return heading
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(\[【].*?[)\]】]/g, '')
    .replace(/[\s*:：_\-./\\'"“”#№]+/g, '');
}

type Pattern = [field: ImportField, words: RegExp];

const both = {
  recordId: /^(?:系统编号|系统id|systemid|recordid)$/,
  name: /^(?:(?:业主|住户|客户|业户|租户|租客|员工|人员|职员|户主|产权人|联系人|客人)?(?:姓名|名字|名称|姓名名称)|业主|住户|业户|户主|产权人|客户|fullname|name|ownername|residentname|staffname|employeename|owner|resident|employee|contactname|customer)$/,
  title: /^(?:称谓|称呼|尊称|salutation|prefix|mrms|honorific)$/,
} as const;

/** In this order: the first that fits wins. */
const patterns: Record<ImportKind, Pattern[]> = {
  staff: [
    ['recordId', both.recordId],
    ['name', both.name],
    ['staffNumber', /^(?:工号|员工号|员工编号|员工工号|职工号|人员编号|工作证号|编号|staffno|staffnumber|staffid|employeeno|employeeid|employeenumber|badge|no)$/],
    ['extension', /分机|内线|短号|内部电话|^(?:ext|extn?|extension|extno|extensionnumber|internalnumber|deskphone)$/],
    ['leader', /负责人|部门主管|是否主管|是否领导|^(?:领导|leader|head|ishead|isleader|manager|supervisor)$/],
    ['department', /部门|科室|班组|所属|^(?:部|组|单位|dept|department|team|section|division)$/],
    ['title', /职务|职位|岗位|职称|头衔|^(?:title|jobtitle|position|role|job|post)$/],
    ['languages', /语言|语种|方言|language/],
    ['privateNumbers', /手机|电话|联系方式|私人号码|移动|座机|号码|mobile|cell|phone|^tel|telephone|contactnumber/],
  ],
  residents: [
    ['recordId', both.recordId],
    ['ref', /^(?:业主编号|住户编号|客户编号|业户编号|户号|客户号|业主号|编号|档案号|档案编号|客户代码|房产编号|资源编号|ref|reference|refno|customerno|customerid|residentid|residentno|accountno|fileno|id)$/],
    ['title', both.title],
    ['occupancy', /身份|类型|性质|类别|住户类别|与业主关系|^(?:关系|业主租户|业主或租户|occupancy|ownertenant|ownerortenant|occupanttype|residenttype|type|status|relation|kind)$/],
    ['name', both.name],
    ['numbers', /手机|电话|联系方式|移动|座机|号码$|mobile|cell|phone|^tel|telephone|contactnumber/],
    ['address', /地址|^address$|房产地址|位置|坐落/],
    ['area', /面积|平方|^(?:area|sqm|size|floorarea|m2)$/],
    ['layout', /户型|房型|^(?:layout|unittype|floorplan|rooms|flattype)$/],
    ['household', /人数|人口|常住|^(?:household|householdsize|people|occupants|members)$/],
    ['occupiedUntil', /迁出|搬出|退租|租约到期|到期|租期止|^(?:moveout|moveoutdate|until|leaseend|occupieduntil|to)$/],
    ['occupiedFrom', /入住|入伙|交房|收楼|收房|迁入|起租|租期起|^(?:movein|moveindate|since|from|leasestart|occupiedfrom)$/],
    ['building', /^(?:楼栋|楼栋号|楼号|楼宇|楼座|楼幢|栋|栋号|幢|幢号|座|座号|栋座|楼|楼盘楼栋|building|buildingno|block|blk|tower)$/],
    ['unit', /^(?:单元|单元号|梯|门牌单元|entrance|stair|unitno|unit)$/],
    ['property', /^(?:房产|房屋|单位|房屋编号|房间编号|房产名称|物业|物业单位|楼栋房号|栋单元房|property|flat|apartment|premises|unitroom)$/],
    ['room', /^(?:房号|房间号|房间|室|室号|门牌|门牌号|户|房|room|roomno|flatno|aptno|doorno)$/],
    ['serviceNeeds', /需求|特殊|关注|服务要求|^(?:serviceneeds|needs|specialneeds|requirements)$/],
    ['notes', /备注|说明|附注|^(?:notes?|remarks?|comments?|memo)$/],
  ],
};

/** What the words over a column say that it is; null when they say nothing known. */
export function fieldOfHeading(kind: ImportKind, heading: string): ImportField | null {
  const plain = plainHeading(heading).replace(/\d+$/, '') || plainHeading(heading);
  if (plain === '' || plain.length > 20) return null;
  return patterns[kind].find(([, words]) => words.test(plain))?.[0] ?? null;
}

/** What a column of numbers calls them, as a label beside each: 手机, 座机; empty where it only says "telephone". */
export function numberLabel(heading: string): string {
  const plain = plainHeading(heading).replace(/\d+$/, '');
  if (/配偶|爱人|spouse/.test(plain)) return '配偶';
  if (/紧急|emergency/.test(plain)) return '紧急联系人';
  if (/家庭|家里|住宅|home/.test(plain)) return '家里';
  if (/座机|固话|固定|landline/.test(plain)) return '座机';
  if (/办公|单位|公司|office|work/.test(plain)) return '公司';
  return '';
}
