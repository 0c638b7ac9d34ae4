import { remember, remembered } from '../app/remembered.ts';

const key = 'three-rings.office-zone';

let zone: string | undefined = remembered(key) ?? undefined;

/** Every time on the screen is the office's, wherever this computer stands. */
export function keepOfficeZone(timeZone: string): void {
  if (timeZone === zone) return;
  zone = timeZone;
  remember(key, timeZone);
}

/** IANA name; undefined, which is this computer's zone, before anybody ever signed in here. */
export const officeZone = (): string | undefined => zone;
