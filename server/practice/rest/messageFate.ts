/** What becomes of a message to a number: the create request is refused or never answered, or the message is taken and ends so. */
export type MessageFate = { kind: 'refused'; status: number; code: number; words: string } | { kind: 'unanswered' } | { kind: 'ends'; status: 'delivered' } | { kind: 'ends'; status: 'sent' } | { kind: 'ends'; status: 'undelivered' | 'failed'; code: number };

/** Numbers with a fate, the first six as the carrier's own test numbers have it; every other number gets what it is sent. */
const fates: Readonly<Record<string, MessageFate>> = {
  '+15005550001': { kind: 'refused', status: 400, code: 21211, words: "Invalid 'To' Phone Number" },
  '+15005550002': { kind: 'refused', status: 400, code: 21612, words: "The 'To' phone number is not currently reachable via SMS" },
  '+15005550003': { kind: 'refused', status: 400, code: 21408, words: 'Permission to send an SMS has not been enabled for the region' },
  '+15005550004': { kind: 'refused', status: 400, code: 21610, words: 'Attempt to send to unsubscribed recipient' },
  '+15005550008': { kind: 'refused', status: 429, code: 21611, words: "This 'From' number has exceeded the maximum number of queued messages" },
  '+15005550009': { kind: 'refused', status: 400, code: 21614, words: "'To' number is not a valid mobile number" },
  '+15005550020': { kind: 'unanswered' },
  '+15005550021': { kind: 'ends', status: 'sent' },
  '+15005550023': { kind: 'ends', status: 'undelivered', code: 30003 },
  '+15005550025': { kind: 'ends', status: 'undelivered', code: 30005 },
  '+15005550026': { kind: 'ends', status: 'failed', code: 30006 },
  '+15005550029': { kind: 'refused', status: 429, code: 20429, words: 'Too Many Requests' },
  '+8613900000408': { kind: 'refused', status: 400, code: 21408, words: 'Permission to send an SMS has not been enabled for the region' },
};

/** The fate of a message to this number, E.164. */
export function messageFate(to: string): MessageFate {
  return fates[to] ?? { kind: 'ends', status: 'delivered' };
}
