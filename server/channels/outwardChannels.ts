import type { Channel } from '../delivery/ports.ts';
import type { Clock } from '../clockwork/clock.ts';
import { openDingtalkChannel } from './dingtalk.ts';
import { openFeishuChannel } from './feishu.ts';
import { openMailChannel } from './mail.ts';
import type { OutwardChannels } from './openAttempt.ts';
import { openWecomChannel } from './wecom.ts';

/** Which ways out there are. `robotHosts`: `name` or `name:port` (ROBOT_HOSTS). `publicUrl`: where links lead, without a slash at its end. `sms` null: no text messages. */
export interface ChannelSettings {
  /** Null: no mail goes out of this house. */
  mail: { url: string; from: string } | null;
  /** Hosts of robots besides the makers' own. */
  robotHosts: readonly string[];
  publicUrl: string;
  /** Text messages are the carrier's (telephony/). */
  sms: Channel | null;
  clock: Clock;
}

/** The ways out of this house, as it is set up. */
export function outwardChannels({ mail, robotHosts, publicUrl, sms, clock }: ChannelSettings): OutwardChannels {
  return {
    sms,
    mail: mail && openMailChannel({ ...mail, publicUrlHost: new URL(publicUrl).host }),
    wecom: openWecomChannel({ robotHosts }),
    dingtalk: openDingtalkChannel({ robotHosts, clock }),
    feishu: openFeishuChannel({ robotHosts, clock }),
  };
}
