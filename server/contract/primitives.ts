import { z } from 'zod';

/** Milliseconds since 1970, UTC. The only form of time between our own programs. */
export const instant = z.number().int();

/** The languages spoken on a line: Mandarin, English, Cantonese (DOMAIN 3). */
export const language = z.enum(['zh-CN', 'en', 'yue']);
/** @see language */
export type Language = z.infer<typeof language>;

/** A user's id is also his `<Client>` identity at the carrier, which allows only these characters. */
export const userId = z.string().regex(/^[A-Za-z0-9_]{1,64}$/);

/** Who may do what: agents answer, supervisors lead offices, staff read their slips, administrators set up. */
export const role = z.enum(['agent', 'supervisor', 'staff', 'admin']);
/** @see role */
export type Role = z.infer<typeof role>;

/** The three sentences of the opener, in the order in which they must be said (DOMAIN 3). */
export const openerStep = z.enum(['greeting', 'unit', 'question']);
/** @see openerStep */
export type OpenerStep = z.infer<typeof openerStep>;
/** @see openerStep */
export const openerSteps = openerStep.options;

/** Page marks of lists: opaque to clients. */
export const cursor = z.string().max(200);
