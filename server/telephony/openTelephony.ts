import type { Router } from 'express';
import type { JobHandlers } from '../clockwork/outbox.ts';
import type { PhoneView } from '../contract/phone.ts';
import type { Channel } from '../delivery/ports.ts';
import { openCallBackDesk } from './callBackDesk.ts';
import type { CallBackDesk, CallBackNeeds } from './callBackDesk.ts';
import { callJobs } from './jobs/callJobs.ts';
import type { CallJobNeeds } from './jobs/callJobs.ts';
import { openMessages } from './messages.ts';
import type { TelephonyNeeds } from './needs.ts';
import { phoneToken } from './phoneToken.ts';
import type { PhoneAccount } from './phoneToken.ts';
import { openCarrierRest } from './rest.ts';
import type { CarrierAccount, CarrierRest } from './rest.ts';
import { telephonyRouter } from './router.ts';
import { carrierUrls } from './urls.ts';

interface TelephonyParts extends Omit<TelephonyNeeds, 'callBacks' | 'urls' | 'authToken'>, Pick<CallBackNeeds, 'slips'>, Pick<CallJobNeeds, 'keepSlip'> {
  account: CarrierAccount & PhoneAccount & { messagingServiceSid?: string | undefined };
}

/** The carrier's side of the house: what it asks, what we ask of it. */
export interface Telephony extends Pick<CarrierRest, 'recording' | 'deleteRecording'> {
  /** Its webhooks. */
  router: Router;
  jobs: JobHandlers;
  /** Text messages. */
  sms: Channel;
  callBacks: CallBackDesk;
  phoneOf(userId: string): PhoneView;
}

/** @see Telephony */
export function openTelephony({ account, slips, keepSlip, ...needs }: TelephonyParts): Telephony {
  const { directory, clock, log } = needs;
  const urls = carrierUrls(needs.publicUrl);
  const rest = openCarrierRest(account);
  const callBacks = openCallBackDesk({ rest, urls, directory, slips, clock, log });
  return {
    router: telephonyRouter({ ...needs, urls, authToken: account.authToken, callBacks }),
    jobs: callJobs({ ...needs, rest, keepSlip }),
    sms: openMessages({
      account,
      messagingServiceSid: account.messagingServiceSid,
      numberOf: (unitId) => directory.all().lines.find((line) => line.unitId === unitId)?.number ?? null,
      statusCallback: urls.message,
    }),
    callBacks,
    phoneOf: (userId) => phoneToken(account, userId, clock.now()),
    recording: (sid) => rest.recording(sid),
    deleteRecording: (sid) => rest.deleteRecording(sid),
  };
}
