// The walls between the rooms (README, "The rooms"): imports run one way, one room per outside party.
const business = '^server/(calls|slips|tasks|delivery|people|residents|cases|etiquette|search)/';
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, dependencyTypesNot: ['type-only'] } },
    { name: 'contract-is-a-leaf', severity: 'error', from: { path: '^server/contract/' }, to: { pathNot: ['^server/contract/', '^node_modules/zod/'] } },
    { name: 'business-knows-only-business', severity: 'error', from: { path: business }, to: { path: '^server/', pathNot: [business, '^server/contract/'] } },
    // The name of a robot is a hash: it comes from `crypto`, and depends on nothing but its text.
    { name: 'business-does-no-io', severity: 'error', from: { path: business, pathNot: '^server/delivery/robotKey\\.ts$' }, to: { dependencyTypes: ['core'] } },
    { name: 'only-telephony-imports-twilio', severity: 'error', from: { pathNot: '^server/telephony/' }, to: { path: '^node_modules/twilio/' } },
    { name: 'only-live-imports-socket.io', severity: 'error', from: { pathNot: '^server/(live|redis)/' }, to: { path: '^node_modules/(socket\\.io|@socket\\.io)/' } },
    { name: 'only-redis-imports-ioredis', severity: 'error', from: { pathNot: '^server/redis/' }, to: { path: '^node_modules/ioredis/' } },
    { name: 'only-store-imports-drivers', severity: 'error', from: { pathNot: '^server/store/' }, to: { path: '^node_modules/(kysely|libsql|pg)/' } },
    { name: 'imports-know-no-edge', severity: 'error', from: { path: '^server/imports/' }, to: { path: '^server/(calls|slips|telephony|practice|http|live|store|redis)/' } },
    { name: 'only-imports-read-tables', severity: 'error', from: { pathNot: '^server/imports/' }, to: { path: '^node_modules/(csv-parse|csv-stringify|read-excel-file|write-excel-file)/' } },
    { name: 'calendars-know-no-edge', severity: 'error', from: { path: '^server/calendars/' }, to: { path: '^server/(calls|slips|telephony|practice|http|live|store|redis|imports)/' } },
    { name: 'privacy-knows-no-edge', severity: 'error', from: { path: '^server/privacy/' }, to: { path: '^server/(telephony|practice|http|live|store|redis|imports)/' } },
    { name: 'only-people-read-calendars', severity: 'error', from: { pathNot: '^server/people/' }, to: { path: '^node_modules/ical\\.js/' } },
    { name: 'channels-know-no-edge', severity: 'error', from: { path: '^server/channels/' }, to: { path: '^server/(telephony|practice|http|live|store|redis)/' } },
    { name: 'only-channels-send-mail', severity: 'error', from: { pathNot: '^server/channels/' }, to: { path: '^node_modules/nodemailer/' } },
    { name: 'practice-is-a-stranger-to-telephony', severity: 'error', from: { path: '^server/practice/' }, to: { path: '^server/(telephony|calls|slips|people|store|http|live)/' } },
    { name: 'telephony-is-a-stranger-to-practice', severity: 'error', from: { path: '^server/telephony/' }, to: { path: '^server/(practice|http|live|store)/' } },
    { name: 'clockwork-and-store-know-no-edge', severity: 'error', from: { path: '^server/(clockwork|store)/' }, to: { path: '^server/(telephony|practice|http|live)/' } },
    { name: 'the-console-knows-only-the-contract', severity: 'error', from: { path: '^client/' }, to: { path: '^(server|scripts|test)/', pathNot: '^server/contract/' } },
    { name: 'nobody-imports-the-console', severity: 'error', from: { pathNot: '^client/' }, to: { path: '^client/' } },
    { name: 'only-main-and-app-know-all', severity: 'error', from: { path: '^server/', pathNot: '^server/main\\.ts$' }, to: { path: '^server/app\\.ts$' } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'], exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
