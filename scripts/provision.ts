// Points the numbers of the carrier account at this server: `npm run provision -- +85230080123 …`. Reads the same environment as the server.
import { ConfigFault, parseConfig } from '../server/config.ts';
import { language } from '../server/contract/primitives.ts';
import { provisionNumbers, staticDocument } from '../server/telephony/provision.ts';

const usage = `npm run provision -- NUMBER… [--document "OFFICE" LANGUAGE]

  NUMBER…      numbers of the account, E.164; their voice, fallback and status addresses are set to PUBLIC_URL
  --document   prints the TwiML document to host at the carrier, for the time when this server is wholly down
               (LANGUAGE: zh-CN, en or yue)`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function run(args: readonly string[]): Promise<void> {
  const config = parseConfig(process.env);
  const at = args.indexOf('--document');
  const numbers = at === -1 ? args : args.slice(0, at);
  if (at !== -1) {
    const [office, spoken] = args.slice(at + 1);
    say(staticDocument({ unit: office ?? null, language: language.parse(spoken ?? 'zh-CN') }, config.publicUrl));
  }
  if (numbers.length === 0) {
    if (at === -1) say(usage);
    return;
  }
  if (config.practice) throw new Error('TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN: set them to the account that owns the numbers');
  if (!config.publicUrl.startsWith('https://')) throw new Error(`PUBLIC_URL: the carrier must reach this server by https, not ${config.publicUrl}`);
  for (const { number, changed } of await provisionNumbers(config.carrier, config.publicUrl, numbers)) say(`${number}  ${changed ? 'points here now' : 'pointed here already'}`);
}

run(process.argv.slice(2)).catch((cause: unknown) => {
  process.stderr.write(`${cause instanceof ConfigFault || cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exit(1);
});
