/** Words of a promise that was not kept yet, by call: the desk may turn to another call and back. A reload finds them too. */
const nameOf = (callId: string): string => `three-rings.promise.${callId}`;

export function draftOf(callId: string): string {
  return sessionStorage.getItem(nameOf(callId)) ?? '';
}

export function keepDraft(callId: string, words: string): void {
  if (words === '') sessionStorage.removeItem(nameOf(callId));
  else sessionStorage.setItem(nameOf(callId), words);
}
