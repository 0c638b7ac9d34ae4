import type { Socket } from 'socket.io-client';
import type { ServerEvents } from '../../../server/contract/live.ts';

/** Only what comes in is typed; commands go through `Live.send`. */
export type LiveSocket = Socket<ServerEvents>;
