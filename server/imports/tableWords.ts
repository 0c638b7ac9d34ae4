import type { FaultCode, ImportField, RowFault } from '../contract/imports.ts';
import type { TableLanguage } from './threadMessages.ts';

/** Headings of tables that we write; each is read back as the field it names. */
export const headingOf: Record<TableLanguage, Record<ImportField, string>> = {
  'zh-CN': {
    name: '姓名', staffNumber: '工号', extension: '分机', department: '部门', title: '职务', languages: '语言', privateNumbers: '手机', leader: '部门负责人',
    ref: '业主编号', occupancy: '业主/租户', property: '房产', building: '楼栋', unit: '单元', room: '房号', area: '面积', layout: '户型', address: '地址', numbers: '电话', household: '人数', occupiedFrom: '入住日期', occupiedUntil: '迁出日期', serviceNeeds: '服务需求', notes: '备注', recordId: '系统编号',
  },
  en: {
    name: 'Name', staffNumber: 'Staff number', extension: 'Extension', department: 'Department', title: 'Job title', languages: 'Languages', privateNumbers: 'Mobile', leader: 'Leader',
    ref: 'Reference', occupancy: 'Owner/tenant', property: 'Property', building: 'Building', unit: 'Entrance', room: 'Room', area: 'Area', layout: 'Layout', address: 'Address', numbers: 'Telephone', household: 'Household size', occupiedFrom: 'Move-in date', occupiedUntil: 'Move-out date', serviceNeeds: 'Service needs', notes: 'Notes', recordId: 'System ID',
  },
};
/** A resident's form of address is no job title. */
export const residentTitle: Record<TableLanguage, string> = { 'zh-CN': '称谓', en: 'Salutation' };

const faults: Record<TableLanguage, Record<FaultCode, string>> = {
  'zh-CN': {
    required: '没有填', 'too-long': '太长', 'too-many': '号码太多', 'no-phone-number': '不是电话号码', 'rounded-number': '号码被 Excel 变成了科学计数，后面的数字丢了；请把这一列设成文本再填', 'date-instead': '被 Excel 变成了日期；请把这一列设成文本再填',
    'formula-error': '公式出错', 'unreadable-characters': '有认不出的字', 'unknown-choice': '不认识这个词', 'not-a-date': '不是日期（请写 2026-01-31）', 'not-a-quantity': '不是数字', 'not-an-address': '看不出楼栋和房号', 'no-key': '没有房号也没有编号，认不出是谁', taken: '已经是别人的', double: '和前面的一行重复',
  },
  en: {
    required: 'missing', 'too-long': 'too long', 'too-many': 'too many numbers', 'no-phone-number': 'no telephone number', 'rounded-number': 'Excel rounded this number and lost its last digits; format the column as text', 'date-instead': 'Excel turned this into a date; format the column as text',
    'formula-error': 'formula error', 'unreadable-characters': 'unreadable characters', 'unknown-choice': 'unknown word', 'not-a-date': 'no date (write 2026-01-31)', 'not-a-quantity': 'no number', 'not-an-address': 'building and room cannot be told', 'no-key': 'neither room nor reference: nobody can be told', taken: 'belongs to somebody else', double: 'repeats an earlier row',
  },
};

/** The two columns that a report puts before those of the file. */
export const reportHeadings: Record<TableLanguage, { row: string; why: string }> = { 'zh-CN': { row: '行', why: '原因' }, en: { row: 'Row', why: 'Reason' } };

/** A fault as one sentence: 电话：不是电话号码（1380013）. */
export function faultInWords(language: TableLanguage, { field, code, value }: RowFault): string {
  const [colon, open, close] = language === 'en' ? [': ', ' (', ')'] : ['：', '（', '）'];
  const where = field === null ? '' : `${headingOf[language][field]}${colon}`;
  const what = code === 'double' ? (language === 'en' ? `row ${value}` : `第 ${value} 行`) : value;
  return `${where}${faults[language][code]}${what === '' ? '' : `${open}${what}${close}`}`;
}
