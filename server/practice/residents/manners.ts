import type { Manners } from '../conversation.ts';
import type { Resident } from './resident.ts';

/** How residents of each language behave on the telephone. */
export const mannersOf: Record<Resident['language'], Manners> = {
  'zh-CN': { nudges: ['喂？您还在吗？', '喂，听得到吗？'], yes: '对，没错。', farewell: '那我没有别的事了，谢谢，再见。', bye: '好的，再见。' },
  en: { nudges: ['Hello? Are you still there?', 'Hello, can you hear me?'], yes: 'Yes, that’s right.', farewell: 'That was all, thank you, goodbye.', bye: 'Thank you, bye.' },
  yue: { nudges: ['喂？仲喺唔喺度呀？', '喂，聽唔聽到呀？'], yes: '啱嘅。', farewell: '冇其他嘢喇，唔該晒，再見。', bye: '好，拜拜。' },
};
