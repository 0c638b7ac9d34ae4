import { receiveMessageOnPort } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';

/** A request on its way to a worker thread; `null` asks it to finish. */
export interface ToWorker<Request> {
  id: number;
  request: Request | null;
}

/** What a worker thread sends: `ready` once, then answers, as many at a time as it worked off together. */
export type FromWorker<Reply> = { kind: 'ready' } | { kind: 'answers'; answers: { id: number; reply: Reply }[] };

// Bounds how long the first of a group waits for the last; beyond it one more fsync hardly costs anything.
const longestGroup = 256;

/**
 * The worker's side: hands over everything that waits at once, so that one fsync can serve all of it.
 * @param answerAll returns one reply per request, in order
 * @param finish is called last, before the thread ends
 */
export function serveGroups<Request, Reply>(port: MessagePort, answerAll: (requests: Request[]) => Reply[], finish: () => void): void {
  port.on('message', (first: ToWorker<Request>) => {
    const group = [first];
    while (group.length < longestGroup) {
      const next = receiveMessageOnPort(port) as { message: ToWorker<Request> } | undefined;
      if (next === undefined) break;
      group.push(next.message);
    }
    const asked = group.flatMap(({ id, request }) => (request === null ? [] : [{ id, request }]));
    if (asked.length > 0) {
      const replies = answerAll(asked.map(({ request }) => request));
      const answers = asked.map(({ id }, index) => ({ id, reply: replies[index] as Reply }));
      port.postMessage({ kind: 'answers', answers } satisfies FromWorker<Reply>);
    }
    if (group.some(({ request }) => request === null)) {
      finish();
      port.close();
    }
  });
  port.postMessage({ kind: 'ready' } satisfies FromWorker<Reply>);
}
