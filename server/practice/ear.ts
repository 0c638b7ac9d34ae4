/** What comes down the line from the far end. A speech has a start, so that a silence can be measured, and an end with its words. */
export type Input =
  | { kind: 'digit'; digit: string }
  | { kind: 'speech-start' }
  | { kind: 'speech-end'; text: string; confidence: number };

/** The carrier's ear on one leg: whoever listens gets what comes; with nobody listening it is lost, as on a real line. */
export class Ear {
  private readonly listeners = new Set<(input: Input) => void>();

  /** Gives an input to all who listen; false where nobody did. */
  hear(input: Input): boolean {
    const listeners = [...this.listeners];
    for (const listener of listeners) listener(input);
    return listeners.length > 0;
  }

  /** Listens until the returned function is called. */
  listen(listener: (input: Input) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
