import { z } from 'zod';
import type { ElementRule } from '../twiml.ts';
import { clientRule, identityRule, parameterRule } from './client.ts';
import { dialRule, runDial } from './dial.ts';
import { gatherRule, runGather } from './gather.ts';
import { hangupRule, runHangup } from './hangup.ts';
import { numberRule } from './number.ts';
import { pauseRule, runPause } from './pause.ts';
import { playRule, runPlay } from './play.ts';
import { recordRule, runRecord } from './record.ts';
import { redirectRule, runRedirect } from './redirect.ts';
import { rejectRule, runReject } from './reject.ts';
import { runSay, sayRule, ssmlRules } from './say.ts';
import { sipRule } from './sip.ts';
import type { Verb } from './verb.ts';

/** The verbs that the practice line runs, by element name. */
export const verbs: Readonly<Record<string, Verb>> = {
  Say: runSay,
  Play: runPlay,
  Pause: runPause,
  Gather: runGather,
  Record: runRecord,
  Dial: runDial,
  Redirect: runRedirect,
  Hangup: runHangup,
  Reject: runReject,
};

/** What every element may hold. What is not listed here is refused. */
export const rules: Readonly<Record<string, ElementRule>> = {
  ...ssmlRules,
  Response: { attributes: z.strictObject({}), children: Object.keys(verbs), text: 'none' },
  Say: sayRule,
  Play: playRule,
  Pause: pauseRule,
  Gather: gatherRule,
  Record: recordRule,
  Dial: dialRule,
  Client: clientRule,
  Identity: identityRule,
  Parameter: parameterRule,
  Number: numberRule,
  Sip: sipRule,
  Redirect: redirectRule,
  Hangup: hangupRule,
  Reject: rejectRule,
};
