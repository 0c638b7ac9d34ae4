import type { OfficeDetail, OfficePatch } from '../../../../server/contract/office.ts';

/** What an editor writes about an office. */
export interface OfficeForm {
  name: string;
  nameEn: string;
  aliases: string[];
  timeZone: string;
  country: string;
  wrapUpSeconds: number;
}

/** A new office on the mainland. */
export const emptyOfficeForm: OfficeForm = { name: '', nameEn: '', aliases: [], timeZone: 'Asia/Shanghai', country: 'CN', wrapUpSeconds: 30 };

/** The form has '' where the server has null, and seconds instead of ms. */
export function officeFormOf({ name, nameEn, aliases, timeZone, country, wrapUpMs }: OfficeDetail): OfficeForm {
  return { name, nameEn: nameEn ?? '', aliases, timeZone, country, wrapUpSeconds: wrapUpMs / 1000 };
}

/** What is sent of it. */
export function officePatchOf({ nameEn, wrapUpSeconds, ...rest }: Partial<OfficeForm>): Omit<OfficePatch, 'rev'> {
  return { ...rest, ...(nameEn !== undefined && { nameEn: nameEn.trim() === '' ? null : nameEn }), ...(wrapUpSeconds !== undefined && { wrapUpMs: Math.round(wrapUpSeconds * 1000) }) };
}
