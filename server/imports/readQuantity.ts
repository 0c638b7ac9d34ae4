/** An amount with or without its measure (89.5, 89.5㎡, 1,089.5 平方米, 3人); null when it is none. */
export function readQuantity(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^(?:约|approx\.?|ca\.?)\s*/i, '')
    .replace(/\s*(?:m2|m²|㎡|平方米|平方|平米|平|sqm|sq\.?\s*m|人|口|位|persons?|people)\.?$/i, '')
    .replace(/(?<=\d),(?=\d{3}(?:\D|$))/g, '');
  return /^\d{1,9}(?:\.\d{1,15})?$/.test(plain) ? Number(plain) : null;
}
