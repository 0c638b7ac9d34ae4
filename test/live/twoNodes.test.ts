import { Server } from 'socket.io';
import { describeLiveFanOut } from '../suites/liveFanOut.ts';
import type { Adapter } from '../suites/liveFanOut.ts';

// The in-memory adapter, which is what any adapter for several nodes is built on.
const MemoryAdapter = new Server().of('/').adapter.constructor as new (namespace: Namespace) => object;
type Namespace = ReturnType<Server['of']>;

/** Adapters of nodes that hear each other at once, without Redis between them. */
function linked(): Adapter {
  const nodes = new Set<Namespace>();
  class LinkedAdapter extends MemoryAdapter {
    readonly own: Namespace;

    constructor(namespace: Namespace) {
      super(namespace);
      this.own = namespace;
      nodes.add(namespace);
    }

    serverSideEmit(packet: unknown[]): void {
      // Through JSON, as between two processes.
      for (const node of nodes) if (node !== this.own) (node as unknown as { _onServerSideEmit(args: unknown[]): void })._onServerSideEmit(JSON.parse(JSON.stringify(packet)) as unknown[]);
    }
  }
  return LinkedAdapter as never;
}

describeLiveFanOut('a link inside this process', async () => {
  const adapter = linked();
  return { here: adapter, there: adapter, close: async () => undefined };
});
