import { DateTime } from 'luxon';
import type { Phrases } from './phrases.ts';

/** @see Phrases */
export const english: Phrases = {
  say: { language: 'en-US', voice: 'Polly.Joanna' },
  hear: 'en-US',
  opener: (unit) => `Good day, ${unit}, may I help you?`,
  neutralUnit: 'property management service',
  lostAgent: 'I am sorry, we were cut off.',
  ringingAnother: 'I am sorry, we were cut off. One moment please, a colleague will be with you.',
  closed: 'The office is closed at the moment. I will take a message for my colleagues.',
  nobodyFree: 'My colleagues are all on the telephone. I will take a message for you.',
  otherLanguage: (key) => `For English, press ${key}.`,
  askRecipient: 'Please say whom you would like to speak to, or what it is about. You may also key an extension, followed by the pound key.',
  notHeard: 'I am sorry, I did not hear you clearly.',
  away: (name, backAt) => (backAt === null ? `${name} is away at the moment. I will take a message.` : `${name} is away and will be back ${backAt}. I will take a message.`),
  offerOther: (name, isDeputy, key) => `To leave it for ${isDeputy ? 'the deputy' : 'a colleague'}, ${name}, press ${key}.`,
  nobodyThere: (department) => `Nobody from ${department} is in at the moment. I will take a message.`,
  ofDepartment: (department, name) => `${name} from ${department}`,
  whichOf: (people) => `Whom would you like? ${people.map(({ name }, index) => `For ${name}, press ${index + 1}`).join('. ')}.`,
  fullName: 'Several of our colleagues have that name. Please say the full name, or key the extension, followed by the pound key.',
  noExtension: 'I am sorry, there is no such extension. Please key the whole extension, followed by the pound key, or say the name.',
  willTell: (name) => `Certainly, I will pass it on to ${name}.`,
  askCaller: 'May I have your name, and your company or your flat, please?',
  confirmNumber: (digits) => `Your number is ${digits}. If that is right, press 1. To use another number, key it now, followed by the pound key.`,
  askNumber: 'Please key your telephone number, followed by the pound key.',
  askMessage: 'Please leave your message after the tone, and press the pound key when you have finished.',
  readBack: ({ recipient, caller, digits, recorded }) =>
    `Let me repeat: a message for ${recipient}${caller === null ? '' : `, from ${caller}`}${digits === null ? '' : `, telephone ${digits}`}${recorded ? ', and your message is recorded' : ''}.`,
  askConfirm: 'If you would like to be called back, press 1. If no call back is needed, press 2. To record again, press 3.',
  goodbye: 'It is noted and will be passed on soon. Thank you for calling. Goodbye.',
  outgoingMainland: 'I am sorry, the carrier no longer connects calls to mainland China, and this line has no trunk of its own.',
  outgoingNoNumber: 'I am sorry, that is not a telephone number.',
  connecting: (caller) => `One moment, connecting you to ${caller}.`,
  nothingToCall: 'This message no longer needs your call.',
  calledBack: { talked: (ms) => (ms === null ? 'talked' : `talked for ${Math.floor(ms / 60_000) > 0 ? `${Math.floor(ms / 60_000)} min ` : ''}${Math.round((ms % 60_000) / 1000)} s`), busy: 'the line was busy', noAnswer: 'nobody answered', failed: 'the call did not get through' },
  moment: (atMs, timeZone) => DateTime.fromMillis(atMs, { zone: timeZone, locale: 'en-GB' }).toFormat("'on' cccc d LLLL 'at' h:mm a"),
};
