import { DateTime } from 'luxon';
import type { Phrases } from './phrases.ts';

/** @see Phrases */
export const cantonese: Phrases = {
  say: { language: 'yue-HK', voice: 'Polly.Hiujin-Neural' },
  hear: 'yue-Hant-HK',
  opener: (unit) => `您好,${unit},請問有咩可以幫到您?`,
  neutralUnit: '物業服務熱線',
  lostAgent: '對唔住,頭先嘅通話斷咗線。',
  ringingAnother: '對唔住,頭先嘅通話斷咗線,請您等一等,即刻為您接通另一位同事。',
  closed: '而家係收工時間,我先幫您記低,請同事盡快處理。',
  nobodyFree: '同事都喺度聽緊電話,我先幫您記低。',
  otherLanguage: (key) => `廣東話請按${key}。`,
  askRecipient: '請講您搵邊位,或者有咩事;都可以直接按內線號碼,然後按井號掣。',
  notHeard: '對唔住,我聽唔清楚。',
  away: (name, backAt) => (backAt === null ? `${name}而家唔喺度,我幫您留言。` : `${name}而家唔喺度,${backAt}返嚟,我幫您留言。`),
  offerOther: (name, isDeputy, key) => `要留俾${isDeputy ? '佢嘅代理人' : '同部門嘅'}${name},請按${key}。`,
  nobodyThere: (department) => `${department}而家冇人喺度,我幫您留言。`,
  ofDepartment: (department, name) => `${department}嘅${name}`,
  whichOf: (people) => `請問您搵邊位?${people.map(({ name, duty }, index) => `${duty}${name}請按${index + 1}`).join(',')}。`,
  fullName: '我哋有幾位同姓嘅同事,請講全名,或者直接按內線號碼,然後按井號掣。',
  noExtension: '冇呢個內線,請再按一次完整嘅內線號碼,然後按井號掣,亦可以直接講名。',
  willTell: (name) => `好,我幫您話俾${name}知。`,
  askCaller: '請問您貴姓?係邊間公司,或者住邊座邊室?',
  confirmNumber: (digits) => `您嘅電話係${digits},啱嘅請按1;如果用第二個號碼,請直接按嗰個號碼,然後按井號掣。`,
  askNumber: '請按您嘅電話號碼,然後按井號掣。',
  askMessage: '請喺響聲之後留言,講完請按井號掣。',
  readBack: ({ recipient, caller, digits, recorded }) =>
    `我重複一次:留言俾${recipient}${caller === null ? '' : `,來電人${caller}`}${digits === null ? '' : `,電話${digits}`}${recorded ? ',您嘅留言已經錄好' : ''}。`,
  askConfirm: '要請佢覆電,請按1;唔使覆電,請按2;重新錄音,請按3。',
  goodbye: '已經幫您記低,我哋會盡快轉達。多謝您嘅來電,再見。',
  outgoingMainland: '對唔住,電訊商而家打唔到內地號碼,呢條線又冇自己嘅中繼,所以打唔到。',
  outgoingNoNumber: '對唔住,呢個唔係電話號碼。',
  connecting: (caller) => `即刻幫您接通${caller},請稍等。`,
  nothingToCall: '呢個留言已經唔使您覆電喇。',
  calledBack: { talked: (ms) => (ms === null ? '已經通話' : `通話${Math.floor(ms / 60_000) > 0 ? `${Math.floor(ms / 60_000)}分` : ''}${Math.round((ms % 60_000) / 1000)}秒`), busy: '對方線路繁忙', noAnswer: '對方冇接聽', failed: '打唔通' },
  moment(atMs, timeZone, nowMs) {
    const at = DateTime.fromMillis(atMs, { zone: timeZone });
    const days = Math.round(at.startOf('day').diff(DateTime.fromMillis(nowMs, { zone: timeZone }).startOf('day'), 'days').days);
    const day = days === 0 ? '今日' : days === 1 ? '聽日' : `${at.month}月${at.day}號星期${'一二三四五六日'[at.weekday - 1] ?? ''}`;
    const part = at.hour < 6 ? '凌晨' : at.hour < 12 ? '上晝' : at.hour < 18 ? '下晝' : '夜晚';
    return `${day}${part}${at.hour > 12 ? at.hour - 12 : at.hour}點${at.minute === 0 ? '' : `${at.minute}分`}`;
  },
};
