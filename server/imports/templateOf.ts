import type { ImportKind } from '../contract/imports.ts';
import { exportHeadings } from './exportRow.ts';
import type { TableLanguage } from './threadMessages.ts';
import type { SheetToWrite } from './writeXlsx.ts';

const examples: Record<ImportKind, Record<TableLanguage, string[][]>> = {
  staff: {
    'zh-CN': [['张伟', 'E012', '8012', '工程部', '主管', '普通话、粤语', '138 0013 8000、0755 8600 1234', '是'], ['李静', 'E021', '8021', '客服部', '前台', '普通话', '', '否']],
    en: [['Emily Carter', 'E012', '8012', 'Customer service', 'Manager', 'English, Cantonese', '+852 9123 4501', 'Yes'], ['James Wong', 'E021', '8021', 'Engineering', 'Technician', 'English', '', 'No']],
  },
  residents: {
    'zh-CN': [['A0001', '陈建国', '先生', '业主', '3', '1', '1502', '89.5', '三房两厅', '', '138 0013 8000、139 0013 9000（儿子）', '3', '2020-06-01', '', '腿脚不便', ''], ['A0002', '王丽', '女士', '租户', 'A', '', '2003', '', '', '', '13900139001', '', '', '', '', '']],
    en: [['A0001', 'Grace Lee', 'Ms', 'Owner', 'Tower 2', '', '12B', '89.5', '3 rooms', 'Flat 12B, Tower 2', '+852 9123 4501', '3', '2020-06-01', '', '', ''], ['A0002', 'Tom Chan', 'Mr', 'Tenant', 'Tower 2', '', '14A', '', '', '', '+852 9123 4502', '', '', '', '', '']],
  },
};

/** An empty list to be filled, and a second sheet that shows how. */
export function templateOf(kind: ImportKind, language: TableLanguage): SheetToWrite[] {
  // Without our own ids: those are for lists that were exported.
  const headings = exportHeadings({ kind, language, withPrivate: true, isCsv: false, country: '' }).slice(0, -1);
  const [list, example] = language === 'en' ? ['List', 'Example'] : ['名单', '示例'];
  return [
    { name: list ?? '', rows: [headings] },
    { name: example ?? '', rows: [headings, ...examples[kind][language]] },
  ];
}
