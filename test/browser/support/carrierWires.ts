import { createHash } from 'node:crypto';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { selfSigned } from './selfSigned.ts';

/** One open wire to a browser: text both ways. */
export interface Wire {
  send(text: string): void;
  /** Cut without a word, as a network does. */
  cut(): void;
}

export interface Wires {
  port: number;
  close(): Promise<void>;
}

const handshake = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';

/** A text as an unmasked frame, as servers send them. */
function frame(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = payload.length < 126 ? Buffer.from([0x81, payload.length]) : Buffer.from([0x81, 126, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([head, payload]);
}

/** Reads whole masked frames off the front of what came. */
function readFrames(buffer: Buffer, on: { text(text: string): void; goodbye(): void }): Buffer {
  for (;;) {
    if (buffer.length < 2) return buffer;
    const opcode = (buffer[0] ?? 0) & 15;
    const short = (buffer[1] ?? 0) & 127;
    const headLength = 2 + (short === 126 ? 2 : short === 127 ? 8 : 0);
    if (buffer.length < headLength + 4) return buffer;
    const length = short === 126 ? buffer.readUInt16BE(2) : short === 127 ? Number(buffer.readBigUInt64BE(2)) : short;
    const end = headLength + 4 + length;
    if (buffer.length < end) return buffer;
    const mask = buffer.subarray(headLength, headLength + 4);
    const payload = Buffer.from(buffer.subarray(headLength + 4, end).map((byte, index) => byte ^ (mask[index % 4] ?? 0)));
    if (opcode === 1) on.text(payload.toString());
    if (opcode === 8) on.goodbye();
    buffer = buffer.subarray(end);
  }
}

/** WebSockets over TLS as a browser sees them, and an empty answer to every other request. Enough for a test, for nothing else. */
export async function openWires(on: { open(wire: Wire, origin: string): void; text(wire: Wire, text: string): void; closed(wire: Wire): void }): Promise<Wires> {
  const sockets = new Set<Duplex>();
  const server = createServer(selfSigned, (request, response) => {
    response.writeHead(204, { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' }).end();
    request.resume();
  });
  server.on('upgrade', (request, socket) => {
    sockets.add(socket);
    const key = createHash('sha1')
      .update(String(request.headers['sec-websocket-key']) + handshake)
      .digest('base64');
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}\r\n\r\n`);
    const wire: Wire = { send: (text) => void (socket.writable && socket.write(frame(text))), cut: () => socket.destroy() };
    let rest = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      rest = Buffer.from(readFrames(Buffer.concat([rest, chunk]), { text: (text) => on.text(wire, text), goodbye: () => socket.end(Buffer.from([0x88, 0])) }));
    });
    socket.on('error', () => socket.destroy());
    socket.on('end', () => socket.destroy());
    socket.on('close', () => {
      sockets.delete(socket);
      on.closed(wire);
    });
    on.open(wire, String(request.headers.origin));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
