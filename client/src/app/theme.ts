import { theme as antd } from 'antd';
import type { ThemeConfig } from 'antd';

const fontFamily = '"PingFang SC","Microsoft YaHei","Noto Sans SC","Noto Sans CJK SC",system-ui,sans-serif';

/** The colours of tokens.css that Ant Design must know as values; it mixes others of them. */
interface Colours {
  accent: string;
  onAccent: string;
  ink: string;
  ink2: string;
  ink3: string;
  line: string;
  line3: string;
  desk: string;
  paper: string;
  fill: string;
  shadow: string;
}

const light: Colours = { accent: '#312C8C', onAccent: '#FFFFFF', ink: '#1E1B18', ink2: '#575049', ink3: '#6A635B', line: '#DFDAD2', line3: '#8F887D', desk: '#F3F1ED', paper: '#FFFFFF', fill: '#EAE6E0', shadow: '0 4px 16px rgb(30 27 24 / 12%)' };
const dark: Colours = { accent: '#B9B6FF', onAccent: '#1C1859', ink: '#F1EDE7', ink2: '#C4BCB1', ink3: '#ABA398', line: '#3A352F', line3: '#857D72', desk: '#171512', paper: '#211E1A', fill: '#322D28', shadow: '0 4px 16px rgb(0 0 0 / 50%)' };

/** Ant Design in our tokens (tokens.css holds the same colours for the stage, the dial and the slip). */
export function themeIn(isDark: boolean): ThemeConfig {
  const { accent, onAccent, ink, ink2, ink3, line, line3, desk, paper, fill, shadow } = isDark ? dark : light;
  return {
    algorithm: isDark ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      // Nothing on a desk moves but news: a list that slides open is a key that comes too late.
      motion: false,
      fontFamily,
      fontSize: 14,
      colorPrimary: accent,
      colorInfo: accent,
      colorLink: accent,
      colorText: ink,
      colorTextSecondary: ink2,
      colorTextTertiary: ink3,
      colorTextPlaceholder: ink3,
      colorBorder: line3,
      colorBorderSecondary: line,
      colorBgLayout: desk,
      colorBgContainer: paper,
      colorBgElevated: paper,
      // Red is for rings only: what is wrong is said in words.
      colorError: ink,
      colorFillSecondary: fill,
      controlHeight: 32,
      borderRadius: 6,
      borderRadiusSM: 4,
      borderRadiusLG: 8,
      fontWeightStrong: 600,
      boxShadowSecondary: shadow,
    },
    components: {
      Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 400, primaryColor: onAccent, colorPrimary: accent },
      Table: { headerBg: 'transparent', headerColor: ink2, headerSplitColor: 'transparent', cellPaddingBlock: 8, cellPaddingInline: 8, rowHoverBg: desk },
      Segmented: { trackBg: fill, itemColor: ink2, itemSelectedColor: ink, itemSelectedBg: paper },
    },
  };
}
