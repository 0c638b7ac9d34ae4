/** Whom to name, where it is a mobile number, as WeCom and DingTalk know their people: of the mainland without +86. Null for anything else. */
export function mentionedMobile(mention: string): string | null {
  const digits = mention.replace(/[\s-]/g, '').replace(/^\+86(?=1\d{10}$)/, '');
  return /^\+?\d{7,15}$/.test(digits) ? digits : null;
}
