import type { Socket } from 'socket.io-client';
import type { ServerEvents } from '../../../server/contract/live.ts';

export type LiveSocket = Socket<ServerEvents>;
