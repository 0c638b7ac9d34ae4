const courtesy = /^(?:喂|您?好|你好|请问|麻烦您?|谢谢您?|多谢|唔該晒?|早晨|hello|hi|good (?:morning|afternoon|evening|day)|please|thanks?|thank you|excuse me|sorry)+$/i;
const parts = /[^,，。、;；!！?？.…\n]+/g;

/** What a caller said besides whom he wants: 找维修师傅,我家厨房漏水了. True where at least one clause more tells of something. */
export function tellsMore(speech: string): boolean {
  const clauses = (speech.match(parts) ?? []).map((clause) => clause.trim()).filter((clause) => clause !== '' && !courtesy.test(clause));
  return clauses.slice(1).some((clause) => (clause.match(/\p{Script=Han}/gu)?.length ?? 0) >= 5 || (clause.match(/[a-z']+/gi)?.length ?? 0) >= 4);
}
