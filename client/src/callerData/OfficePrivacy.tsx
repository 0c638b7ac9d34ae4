import type { OfficeDetail } from '../../../server/contract/office.ts';
import { CallerRequestForm } from './CallerRequestForm.tsx';
import { PastRequests } from './PastRequests.tsx';
import { RetentionForm } from './RetentionForm.tsx';
import './callerData.css';

/** What an office keeps of its callers and for how long, and what it does when one of them asks for it. */
export function OfficePrivacy({ office }: { office: OfficeDetail }) {
  return (
    <div className="privacy">
      <RetentionForm office={office} />
      <CallerRequestForm unitId={office.id} />
      <PastRequests unitId={office.id} />
    </div>
  );
}
