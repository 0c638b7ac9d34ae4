/** A private number in a text, and where it stands in it. */
export interface FoundNumber {
  name: string;
  e164: string;
  from: number;
  to: number;
  masked: string;
}

/** Finds private numbers of an office's people in a text. */
export type FindPrivate = (text: string, unitId: string) => FoundNumber[];

/** What the writer decided about private numbers. */
export interface PrivateChoice {
  confirm?: boolean | undefined;
  mask?: boolean | undefined;
}
