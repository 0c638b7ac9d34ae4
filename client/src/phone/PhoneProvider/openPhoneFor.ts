import type { PhoneView } from '../../../../server/contract/phone.ts';
import type { CommandInput, CommandName, CommandReply } from '../../../../server/contract/live.ts';
import { Refusal, request } from '../../app/request.ts';
import type { LiveSocket } from '../../live/socket.ts';
import { audioChoice } from '../audioChoice.ts';
import { measureStream } from '../level/measureStream.ts';
import { holdMemory } from '../holdMemory.ts';
import { browserMicrophone } from '../microphone.ts';
import { noLine } from '../noLine.ts';
import { openDeskPhone } from '../openDeskPhone.ts';
import type { OpenDeskPhone } from '../openDeskPhone.ts';
import { openPracticeLine } from '../practice/practiceLine.ts';
import { browserTimers } from '../timers.ts';
import type { Pass } from '../twilio/tokenKeeper.ts';
import { openTwilioLine } from '../twilio/twilioLine.ts';
import type { Line } from '../line.ts';

interface PhoneSurroundings {
  socket: LiveSocket;
  send<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandReply<N>>;
  userId: string;
}

/** @throws Refusal */
async function fetchPass(): Promise<Pass> {
  const view = await request<PhoneView>('GET', '/api/phone');
  if (view.kind !== 'twilio') throw new Refusal('unavailable', `the phone is ${view.kind} now`);
  return view;
}

function lineFor(view: PhoneView | 'failed' | null, { socket, send, userId }: PhoneSurroundings): Line {
  if (view === null) return noLine(null);
  if (view === 'failed') return noLine('server');
  switch (view.kind) {
    case 'practice':
      return openPracticeLine({ socket, act: (input) => send('practice:phone', input), timers: browserTimers });
    case 'none':
      return noLine('notConfigured', view.missing);
    case 'twilio':
      return openTwilioLine({
        userId,
        firstPass: view,
        fetchPass,
        // The SDK is no part of the first load: it comes when a carrier rings the phones.
        makeDevice: async (token) => (await import('../twilio/makeDevice.ts')).makeDevice(token),
        microphone: browserMicrophone,
        audio: audioChoice,
        measure: measureStream,
        timers: browserTimers,
      });
  }
}

/** The phone on the line that the server has. */
export function openPhoneFor(view: PhoneView | 'failed' | null, around: PhoneSurroundings): OpenDeskPhone {
  return openDeskPhone(lineFor(view, around), { register: (input) => around.send('phone:state', input), timers: browserTimers, memory: holdMemory });
}
