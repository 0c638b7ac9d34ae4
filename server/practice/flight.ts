/** Counts what is under way outside the clock: webhooks the carrier has sent and commands it is answering. */
export interface Flight {
  readonly count: number;
  /** Marks the start of one exchange; call what it returns, once, at its end. */
  begin(): () => void;
  /** Resolves when nothing has been under way for a few turns of the event loop, so that what the last reply set off has started too. */
  settled(): Promise<void>;
}

// A reply is followed by promise callbacks, and those may send the next request only after a socket event: one turn is not enough.
const quietTurns = 4;

/** Opens an empty flight. */
export function openFlight(): Flight {
  let count = 0;
  let begun = 0;
  let landed: (() => void)[] = [];
  return {
    get count() {
      return count;
    },
    begin() {
      count += 1;
      begun += 1;
      let open = true;
      return () => {
        if (!open) return;
        open = false;
        count -= 1;
        const waiting = landed;
        landed = [];
        for (const resolve of waiting) resolve();
      };
    },
    async settled() {
      for (;;) {
        while (count > 0) await new Promise<void>((resolve) => landed.push(resolve));
        const before = begun;
        for (let turn = 0; turn < quietTurns; turn += 1) await new Promise<void>((resolve) => setImmediate(resolve));
        if (count === 0 && begun === before) return;
      }
    },
  };
}
