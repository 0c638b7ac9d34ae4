import twilio from 'twilio';
import { accountSid, authToken } from './desk.ts';

type HttpClient = InstanceType<typeof twilio.RequestClient>;

/** The real twilio package, its requests sent to the practice carrier instead of api.twilio.com: scheme, host and port replaced, path kept. */
export function restClient(restUrl: string, user = accountSid, secret = authToken): twilio.Twilio {
  const real = new twilio.RequestClient();
  const httpClient = {
    request(options: Parameters<HttpClient['request']>[0]) {
      const wanted = new URL(options.uri);
      return real.request({ ...options, uri: restUrl + wanted.pathname + wanted.search });
    },
  } as unknown as HttpClient;
  return twilio(user, secret, { accountSid, httpClient });
}
