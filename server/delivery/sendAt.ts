import { usualDelivery } from '../contract/delivery.ts';
import type { ChannelName } from '../contract/delivery.ts';
import type { Slip } from '../contract/slip.ts';
import type { Directory } from '../people/directory.ts';
import { afterQuiet } from './quietHours.ts';

/** Whether the caller called it urgent. */
export const isUrgentSlip = ({ actionsRequested }: Pick<Slip, 'actionsRequested'>): boolean => actionsRequested.includes('urgent');

/** When a message that is put on this channel at `at` (ms UTC) may go out: at once, or after the quiet hours of its office as they are set now ([V4]). */
export function sendAt(slip: Pick<Slip, 'unitId' | 'actionsRequested'>, channel: ChannelName, at: number, sources: Pick<Directory, 'unit'>): number {
  const unit = sources.unit(slip.unitId);
  const { quiet } = unit?.delivery ?? usualDelivery;
  return isUrgentSlip(slip) || channel === 'console' || !quiet ? at : afterQuiet(at, quiet, unit?.timeZone ?? 'UTC');
}
