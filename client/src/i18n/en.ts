import { board } from './en/board.ts';
import { calls } from './en/calls.ts';
import { callerData } from './en/callerData.ts';
import { delivery } from './en/delivery.ts';
import { edit } from './en/edit.ts';
import { errors } from './en/errors.ts';
import { facts } from './en/facts.ts';
import { imports } from './en/imports.ts';
import { inbox } from './en/inbox.ts';
import { live } from './en/live.ts';
import { missed } from './en/missed.ts';
import { notes } from './en/notes.ts';
import { offices } from './en/offices.ts';
import { people } from './en/people.ts';
import { phone } from './en/phone.ts';
import { phoneCheck } from './en/phoneCheck.ts';
import { privacy } from './en/privacy.ts';
import { residents } from './en/residents.ts';
import { ringing } from './en/ringing.ts';
import { search } from './en/search.ts';
import { session } from './en/session.ts';
import { settings } from './en/settings.ts';
import { setup } from './en/setup.ts';
import { shiftStart } from './en/shiftStart.ts';
import { slip } from './en/slip.ts';
import { stage } from './en/stage.ts';
import { story } from './en/story.ts';
import { tasks } from './en/tasks.ts';
import { whereabouts } from './en/whereabouts.ts';
import { wrapUp } from './en/wrapUp.ts';
import type { Words } from './zh.ts';

export const en: Words = {
  mark: 'Three Rings',
  language: { switch: '中文', label: 'Switch to Chinese', notKept: 'Not kept: {{why}}' },
  pages: { inbox: 'Messages for me', desk: 'Desk', calls: 'Calls', slips: 'Messages', board: 'Board', people: 'People', residents: 'Residents', offices: 'Offices', me: 'Where I am', settings: 'Settings', search: 'Search', phone: 'Phone check', missed: '{{count}} missed' },
  role: { agent: 'Agent', supervisor: 'Supervisor', staff: 'Staff', admin: 'Administrator' },
  connection: { live: 'Connected', connecting: 'Connecting', lost: 'Connection lost, reconnecting', lostLong: 'Connection lost, reconnecting by itself. What you type is kept and saved when it is back.' },
  session,
  presence: { available: 'Available', break: 'Break', away: 'Away', reasonBreak: 'Reason of the break', reasonAway: 'Reason', now: 'Now: {{state}}', reasons: { lunch: 'Lunch', rest: 'Rest', meeting: 'Meeting', training: 'Training', patrol: 'Rounds', offDuty: 'Off duty' } },
  phone,
  phoneCheck,
  stage,
  languages: { 'zh-CN': 'Mandarin', en: 'English', yue: 'Cantonese' },
  ringing,
  live,
  matter: {
    label: 'Matter',
    change: 'Change',
    names: { inquiry: 'Question', repair: 'Repair', complaint: 'Complaint', message: 'Message', housekeeping: 'Housekeeping', other: 'Other' },
  },
  notes,
  wrapUp,
  settings,
  slip,
  callerData,
  delivery,
  practice: { who: 'Who calls', call: 'Practice call', choose: 'Which resident shall call?', placed: 'Calling in…', none: 'No practice residents', note: 'Practice: {{key}} says this sentence for you', failed: 'The call failed: {{why}}' },
  calls,
  missed,
  idle: { unfinished: 'Unfinished messages', unfinishedHint: 'oldest first', lacks: 'lacks {{fields}}', readBack: 'not read back', finish: 'Complete', open: 'Open', recording: 'recording', all: '{{n}} more, see all', and: ', ' },
  tasks,
  shiftStart,
  facts,
  story,
  board,
  setup,
  whereabouts,
  sound: { title: 'Ringer', soft: 'Soft', clear: 'Clear', old: 'Old telephone', off: 'Silent' },
  edit,
  residents,
  search,
  people,
  offices,
  imports,
  privacy,
  errors,
  inbox,
  time: { minutes: '{{n}} min', hours: '{{n}} h', days: '{{n}} d', justNow: 'just now', seconds: '{{n}} s', minutesSeconds: '{{m}} min {{s}} s' },
};

