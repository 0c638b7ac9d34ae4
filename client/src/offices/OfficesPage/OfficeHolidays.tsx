import type { OfficeDetail } from '../../../../server/contract/office.ts';

/** The place of the holidays' editor (client/src/presence/HolidayEditor). */
export function OfficeHolidays(_: { office: OfficeDetail }) {
  return null;
}
