import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

/** A tenant who speaks English only: the air conditioning of a flat in Tower 2. */
export const englishTenant: Resident = {
  id: 'english-tenant',
  name: { zh: '英国租客 Sarah Miller', en: 'Sarah Miller' },
  summary: { zh: '只会英语的租客，空调不制冷', en: 'An English-speaking tenant whose air conditioning has failed' },
  from: '+85261230005',
  language: 'en',
  script: {
    answer: answering(
      {
        recipient: say('The maintenance team, please. My air conditioning is not working.'),
        caller: say('Sarah Miller, Tower two, flat twelve B.'),
        number: say('six one two three, zero zero zero five'),
        message: say('This is Sarah Miller in Tower 2, 12B. The air conditioning stopped cooling last night and we have a baby at home. Please call me back on 6123 0005. Thank you.', { then: 'press-hash' }),
        confirm: say('Yes, that is right.'),
        other: say('Sorry, do you speak English?'),
      },
      '61230005',
    ),
    talk: [
      { text: 'Hello, do you speak English? My air conditioning has stopped working.' },
      { text: 'Sarah Miller, Tower 2, flat 12B.', when: /name|flat|unit|address|where/i },
      { text: 'Since last night. We have a baby, so it is rather urgent.', when: /when|long|since|problem/i },
      { text: 'You can reach me on 6123 0005.', when: /number|call you|phone/i },
      { text: 'Lovely, thank you very much. Goodbye.', when: /send|engineer|arrange|today|tomorrow/i },
    ],
  },
};
