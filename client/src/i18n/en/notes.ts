import type { Words } from '../zh.ts';

export const notes: Words['notes'] = {
  conflict: 'Changed in another window; it now says',
  mine: 'Keep mine',
  theirs: 'Take that',
  names: { remark: 'Notes', asked: 'Question', answered: 'Answer given', place: 'Where', fault: 'What is broken', since: 'Since when', visitAt: 'Visit when', price: 'Charge', about: 'About what', happened: 'What happened', wish: 'Wish', answerBy: 'Answer when', service: 'Which service', serviceAt: 'When', what: 'What' },
  ask: {
    remark: '',
    asked: 'What would you like to know?',
    answered: '',
    place: 'Which tower and flat, and where in it?',
    fault: 'What is broken, and how is it now?',
    since: 'Since when has it been like this?',
    visitAt: 'When will you be at home for our technician?',
    price: 'There is a charge for this; our technician tells you the price first and starts only if you agree. Is that all right?',
    about: 'Thank you for telling us. What is it about?',
    happened: 'I am sorry for the trouble. Could you tell me what happened?',
    wish: 'What would you like us to do?',
    answerBy: 'We will check and answer you. When may we call?',
    service: 'Which service do you need, cleaning or greening?',
    serviceAt: 'When would you like it?',
    what: 'What is it about, please?',
  },
};
