/** Models that Gather's speechModel takes. */
export const speechModels = [
  'default',
  'numbers_and_commands',
  'phone_call',
  'experimental_conversations',
  'experimental_utterances',
  'googlev2_long',
  'googlev2_short',
  'googlev2_telephony',
  'googlev2_telephony_short',
  'deepgram_nova-2',
  'deepgram_nova-3',
] as const;

/** Languages that Gather's speech recognition takes, those a property office meets: Chinese tags are cmn-Hans-CN and its like, never cmn-CN. */
export const gatherLanguages: ReadonlySet<string> = new Set(
  'cmn-Hans-CN cmn-Hant-TW zh zh-CN zh-TW yue-Hant-HK en en-AU en-CA en-GB en-GH en-IE en-IN en-KE en-NG en-NZ en-PH en-SG en-TZ en-US en-ZA de-DE es-ES es-MX es-US fr-CA fr-FR hi-IN id-ID it-IT ja-JP ko-KR ms-MY nl-NL pt-BR pt-PT ru-RU th-TH vi-VN fil-PH'.split(
    ' ',
  ),
);
