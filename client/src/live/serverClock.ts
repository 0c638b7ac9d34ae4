import { useEffect, useState } from 'react';

let aheadMs = 0;

/** The server's time. This computer's clock may be wrong by minutes; rings are counted by the server's. */
export function serverNow(): number {
  // eslint-disable-next-line no-restricted-syntax -- the one place that knows both clocks
  return Date.now() + aheadMs;
}

/** How far this computer's clock is ahead of the server's that said `now` half-way through the last `roundTripMs`, ms. */
export function computerAhead(now: number, roundTripMs: number): number {
  // eslint-disable-next-line no-restricted-syntax -- the one place that knows both clocks
  return Date.now() - (now + roundTripMs / 2);
}

/** The server said `now` in an answer to a request that was sent at `askedAt` (performance.now). */
export function setServerClock(now: number, askedAt: number): void {
  const halfWay = (performance.now() - askedAt) / 2;
  aheadMs += now + halfWay - serverNow();
}

/** The server's time, moving every so many milliseconds. */
export function useNow(everyMs: number): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
}
