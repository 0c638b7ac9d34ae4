/** A class of words: its name and one expression for each writing (`han`, `latin`: alternatives without groups that capture). */
export type WordClass = { readonly name: string; readonly han: string; readonly latin: string };

/** Spares the lists of classes the names of the members. */
export const wordClass = (name: string, han: string, latin: string): WordClass => ({ name, han, latin });
