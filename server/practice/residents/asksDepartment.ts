import type { Resident } from './resident.ts';
import { answering, say } from './resident.ts';

const replies = answering(
  {
    recipient: say('Could you put me through to engineering, please'),
    caller: say('My name is Daniel Reed, flat 1203 in tower two'),
    number: say('Yes, that is right'),
    message: say('This is Daniel Reed in tower two, flat 1203. The air conditioning in the lobby is dripping on the floor. Please call me back. Thank you.', { then: 'press-hash' }),
    confirm: { do: 'key', digits: '1' },
    other: say('Engineering, please'),
  },
  '13712340018',
);

/** Knows nobody's name: asks for a department, in English on a Chinese line where that is key 2, and leaves the message for its head. */
export const asksDepartment: Resident = {
  id: 'asks-department',
  name: { zh: '里德先生', en: 'Daniel Reed' },
  summary: { zh: '讲英语，不知道名字，只说找工程部；负责人不在，留言', en: 'Speaks English, knows no name, asks for engineering; its head is away, leaves a message' },
  from: '+8613712340018',
  language: 'en',
  script: {
    answer(prompt) {
      const offered = prompt.keys && prompt.askedBefore === 0 && prompt.heard.some(({ text }) => /For English, press 2/.test(text));
      return prompt.asks === 'recipient' && offered ? { do: 'key', digits: '2', thinkMs: 600 } : replies(prompt);
    },
    talk: [
      { text: 'Hello, could you put me through to engineering, please?' },
      { text: 'A message is fine, thank you.', when: /message|away|not in|call you back/i },
      { text: 'Daniel Reed, tower two, flat 1203.', when: /name|calling|flat/i },
      { text: 'The air conditioning in the lobby is dripping on the floor.', when: /about|message|tell|what/i },
      { text: 'Yes, that is right.', when: /right|correct|repeat/i },
    ],
  },
};
