import { z } from 'zod';
import { channelName } from './delivery.ts';

/** One way to reach somebody as a screen may show it: the address masked (of a robot its host alone), its secret not at all. */
export const reachView = z.object({ channel: channelName, address: z.string(), hasSecret: z.boolean(), mention: z.string() });
/** @see reachView */
export type ReachView = z.infer<typeof reachView>;

const text = (longest: number) => z.string().normalize('NFC').trim().max(longest);

/** One way as an editor sends it, who sees it masked: one that stands there already, by its place in the list of this `rev`, or a new one. `mention`: whom a robot names in its group. */
export const reachInput = z.union([z.strictObject({ keep: z.number().int().min(0) }), z.strictObject({ channel: channelName, address: text(500).default(''), secret: text(200).default(''), mention: text(100).default('') })]);
/** @see reachInput */
export type ReachInput = z.infer<typeof reachInput>;

/** In the order in which they are tried. */
export const reachInputs = z.array(reachInput).max(10);

/** Reply of `GET` and `PUT /api/people/:id/reach`. `signsIn`: the console is one of his ways. */
export const reachReply = z.object({ rev: z.number().int(), items: z.array(reachView), signsIn: z.boolean() });
/** @see reachReply */
export type ReachReply = z.infer<typeof reachReply>;

/** Body of `PUT /api/people/:id/reach`. */
export const reachPut = z.strictObject({ rev: z.number().int().min(0), reach: reachInputs });
