import type { ThemeConfig } from 'antd';

const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif';

/** Ant Design in our tokens (tokens.css holds the same colours for the stage, the dial and the slip). */
export const theme: ThemeConfig = {
  token: {
    fontFamily,
    fontSize: 14,
    colorPrimary: '#312C8C',
    colorInfo: '#312C8C',
    colorLink: '#312C8C',
    colorText: '#1E1B18',
    colorTextSecondary: '#575049',
    colorTextTertiary: '#6A635B',
    colorTextPlaceholder: '#6A635B',
    colorBorder: '#8F887D',
    colorBorderSecondary: '#DFDAD2',
    colorBgLayout: '#F3F1ED',
    colorBgContainer: '#FFFFFF',
    colorError: '#1E1B18',
    colorFillSecondary: '#EAE6E0',
    controlHeight: 32,
    borderRadius: 6,
    borderRadiusSM: 4,
    borderRadiusLG: 8,
    fontWeightStrong: 600,
    boxShadowSecondary: '0 4px 16px rgb(30 27 24 / 12%)',
  },
  components: {
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400 },
    Table: { headerBg: 'transparent', headerColor: '#575049', headerSplitColor: 'transparent', cellPaddingBlock: 8, cellPaddingInline: 8, rowHoverBg: '#F3F1ED' },
    Segmented: { trackBg: '#EAE6E0', itemColor: '#575049', itemSelectedColor: '#1E1B18' },
  },
};
