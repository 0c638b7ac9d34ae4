import { z } from 'zod';

/**
 * What others will read must not give a private number away: `needs_confirmation` names the fields and whose it is (privateNames.ts). The same request with `confirmPrivate` lets it stand,
 * on the record; with `maskPrivate` it is written as 138****8000. Part of every body that carries such words.
 */
export const privateChoice = { confirmPrivate: z.literal(true).optional(), maskPrivate: z.literal(true).optional() };
