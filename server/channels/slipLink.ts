import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link says about itself: which sending brought it, until when it opens the message (ms UTC). */
export interface SlipLink {
  sendingId: string;
  expiresAt: number;
}

/** Links that open one message without signing in. What is in them is signed, not secret. */
export interface SlipLinks {
  /** Letters, digits, `-` and `_` only: no client cuts it in the middle. */
  token(link: SlipLink): string;
  /** Null for one that we have not made. One that is over is read all the same: what to say about it differs. */
  read(token: string): SlipLink | null;
  /** The whole address. */
  url(link: SlipLink): string;
}

/** 96 bits: nobody guesses it within the tries that he has; and the address still fits beside the words of a text message. */
const signatureLength = 16;
const shape = /^(D[0-9a-f]{18})-([0-9a-z]{6,10})-([\w-]{16})$/;

/** Made of a secret that the records keep: links survive a restart and open on every node. */
export function openSlipLinks(secret: string, publicUrl: string): SlipLinks {
  const signed = (head: string): string => createHmac('sha256', secret).update(`slip-link ${head}`).digest('base64url').slice(0, signatureLength);
  const token = ({ sendingId, expiresAt }: SlipLink): string => {
    const head = `${sendingId}-${Math.ceil(expiresAt / 1000).toString(36)}`;
    return `${head}-${signed(head)}`;
  };
  return {
    token,
    read(text) {
      // The same work whatever is wrong with it: how long the answer takes says nothing.
      const [, sendingId = '', seconds = '', signature = ' '.repeat(signatureLength)] = shape.exec(text) ?? [];
      if (!timingSafeEqual(Buffer.from(signature), Buffer.from(signed(`${sendingId}-${seconds}`)))) return null;
      return { sendingId, expiresAt: Number.parseInt(seconds, 36) * 1000 };
    },
    url: (link) => `${publicUrl}/m/${token(link)}`,
  };
}
