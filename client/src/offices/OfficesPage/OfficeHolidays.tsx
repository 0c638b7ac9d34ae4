import type { OfficeDetail } from '../../../../server/contract/office.ts';
import { HolidayEditor } from '../../presence/HolidayEditor/HolidayEditor.tsx';

/** The office's own holidays and swapped days. */
export function OfficeHolidays({ office }: { office: OfficeDetail }) {
  return (
    <div className="sheet offices-sheet">
      <HolidayEditor officeId={office.id} />
    </div>
  );
}
