/** The SDK's own sounds are silenced: the bell is ours, and nothing is fetched from other houses. */
const quiet = '/quiet.wav';

/** For the SDK's `sounds`: one silent file of ours under every name. */
export const quietSounds: Record<string, string> = Object.fromEntries(['incoming', 'outgoing', 'disconnect', ...[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 'h', 's'].map((key) => `dtmf${key}`)].map((name) => [name, quiet]));
