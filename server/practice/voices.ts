/** Languages that Say accepts (the SDK's list); Mandarin is cmn-CN, zh-CN is taken too. */
export const sayLanguages: ReadonlySet<string> = new Set(
  'af-ZA am-ET ar-AE ar-XA arb bg-BG bn-IN ca-ES cmn-CN cmn-TW cs-CZ cy-GB da-DK de-AT de-DE el-GR en-AU en-CA en-GB en-GB-WLS en-IE en-IN en-NZ en-US en-ZA es-ES es-MX es-US fi-FI fil-PH fr-CA fr-FR fr-BE gu-IN he-IL hi-IN hu-HU id-ID is-IS it-IT ja-JP kn-IN ko-KR lv-LV ml-IN mr-IN ms-MY nb-NO nl-BE nl-NL pa-IN pl-PL pt-BR pt-PT ro-RO ru-RU sk-SK sr-RS sv-SE ta-IN te-IN th-TH tr-TR uk-UA vi-VN yue-HK zh-CN zh-HK zh-TW'.split(
    ' ',
  ),
);

const mandarin = ['cmn-CN', 'zh-CN'];
const cantonese = ['yue-HK', 'zh-HK'];
const chirp = 'Aoede|Charon|Fenrir|Kore|Leda|Orus|Puck|Zephyr';

// Voices whose language is known here. The others of Google carry their language in the name.
const fixed: readonly (readonly [pattern: RegExp, languages: readonly string[]])[] = [
  [/^Polly\.Zhiyu(-Neural)?$/, mandarin],
  [/^Polly\.Hiujin-Neural$/, cantonese],
  [new RegExp(`^Google\\.cmn-CN-(Standard-[A-D]|Wavenet-[A-D]|Chirp3-HD-(${chirp}))$`), mandarin],
  [/^Google\.yue-HK-Standard-[A-D]$/, cantonese],
  [/^Polly\.(Joanna|Salli|Kendra|Matthew|Joey|Ivy|Justin|Kevin|Kimberly|Ruth|Stephen|Danielle|Gregory)(-Neural|-Generative)?$/, ['en-US']],
  [/^Polly\.(Amy|Emma|Brian|Arthur)(-Neural|-Generative)?$/, ['en-GB']],
];

/**
 * What is wrong with a voice and language together, or undefined. A mismatch makes the Say fail at the carrier, and a caller hears nothing.
 * @param language as written; without one Say speaks en-US, whatever the voice
 */
export function voiceFault(voice: string | undefined, language: string | undefined): string | undefined {
  if (language !== undefined && !sayLanguages.has(language)) return `language “${language}” is not one of Say's`;
  if (voice === undefined) return undefined;
  const spoken = language ?? undefined;
  if (voice === 'man' || voice === 'woman' || voice === 'alice') {
    const canBasic = /^(en|es|fr|de)(-|$)/.test(spoken ?? 'en-US');
    return voice !== 'alice' && !canBasic ? `voice “${voice}” does not speak ${spoken}` : undefined;
  }
  const known = fixed.find(([pattern]) => pattern.test(voice));
  if (known) return spoken !== undefined && !known[1].includes(spoken) ? `voice “${voice}” does not speak ${spoken}` : undefined;
  const google = /^Google\.([a-z]{2,3}-[A-Za-z]{2})-(Standard-[A-J]|Wavenet-[A-J]|Neural2-[A-Q]|Chirp3-HD-[A-Z][a-z]+)$/.exec(voice);
  if (google) {
    const [, own = ''] = google;
    if (own === 'cmn-CN' || own === 'yue-HK') return `voice “${voice}” does not exist`;
    return spoken !== undefined && spoken !== own ? `voice “${voice}” does not speak ${spoken}` : undefined;
  }
  return /^Polly\.[A-Z]\p{L}+(-Neural|-Generative)?$/u.test(voice) ? undefined : `voice “${voice}” does not exist`;
}
