import type { Router } from 'express';
import type { Exchange, NumberTarget, OwnNumber } from '../exchange.ts';
import { rfc2822 } from '../parameters.ts';
import { RestError, notFound } from './error.ts';
import { formOf, pageOf, textOf } from './pages.ts';

/** IncomingPhoneNumbers: list, read, and say what a number points at. */
export function numberRoutes(router: Router, exchange: Exchange): void {
  const find = (sid: string, path: string): OwnNumber => {
    const number = [...exchange.numbers.values()].find((one) => one.sid === sid);
    if (!number) throw notFound(path);
    return number;
  };

  router.get('/IncomingPhoneNumbers.json', (request, response) => {
    const wanted = textOf(request.query.PhoneNumber);
    const numbers = [...exchange.numbers.values()].filter((one) => wanted === undefined || one.number.includes(wanted));
    response.json(pageOf(request, 'incoming_phone_numbers', numbers, (one) => presentNumber(exchange, one)));
  });

  router.get('/IncomingPhoneNumbers/:sid.json', (request, response) => {
    response.json(presentNumber(exchange, find(request.params.sid, request.originalUrl)));
  });

  router.post('/IncomingPhoneNumbers/:sid.json', (request, response) => {
    const number = find(request.params.sid, request.originalUrl);
    const form = formOf(request);
    const target = changed(number.target, form);
    if (target.voiceFallbackUrl !== undefined && target.voiceUrl === undefined) {
      throw new RestError(400, 21405, 'Voice Fallback URL cannot be set without setting Voice URL');
    }
    number.target = target;
    number.friendlyName = textOf(form.FriendlyName) ?? number.friendlyName;
    response.json(presentNumber(exchange, number));
  });
}

// A field that is sent empty is cleared; one that is not sent stays.
function changed(target: NumberTarget, form: Readonly<Record<string, unknown>>): NumberTarget {
  const url = (name: string, now: string | undefined) => {
    const sent = textOf(form[name]);
    if (sent === undefined) return now;
    if (sent === '') return undefined;
    if (!/^https?:\/\//i.test(sent) || !URL.canParse(sent)) throw new RestError(400, 21502, `${name} is not a valid URL: ${sent}`);
    return sent;
  };
  const method = (name: string, now: 'GET' | 'POST' | undefined) => {
    const sent = textOf(form[name]);
    return sent === 'GET' || sent === 'POST' ? sent : now;
  };
  return {
    voiceUrl: url('VoiceUrl', target.voiceUrl),
    voiceMethod: method('VoiceMethod', target.voiceMethod),
    voiceFallbackUrl: url('VoiceFallbackUrl', target.voiceFallbackUrl),
    voiceFallbackMethod: method('VoiceFallbackMethod', target.voiceFallbackMethod),
    statusCallback: url('StatusCallback', target.statusCallback),
    statusCallbackMethod: method('StatusCallbackMethod', target.statusCallbackMethod),
  };
}

function presentNumber(exchange: Exchange, number: OwnNumber): object {
  return {
    account_sid: exchange.accountSid,
    api_version: '2010-04-01',
    capabilities: { voice: true, sms: true, mms: false, fax: false },
    date_created: rfc2822(number.createdAt),
    date_updated: rfc2822(number.createdAt),
    friendly_name: number.friendlyName,
    phone_number: number.number,
    sid: number.sid,
    status: 'in-use',
    status_callback: number.target.statusCallback ?? '',
    status_callback_method: number.target.statusCallbackMethod ?? 'POST',
    trunk_sid: null,
    uri: `/2010-04-01/Accounts/${exchange.accountSid}/IncomingPhoneNumbers/${number.sid}.json`,
    voice_application_sid: '',
    voice_caller_id_lookup: false,
    voice_fallback_method: number.target.voiceFallbackMethod ?? 'POST',
    voice_fallback_url: number.target.voiceFallbackUrl ?? null,
    voice_method: number.target.voiceMethod ?? 'POST',
    voice_url: number.target.voiceUrl ?? null,
  };
}
