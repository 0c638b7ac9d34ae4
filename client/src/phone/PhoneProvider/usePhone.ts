import { createContext, useContext } from 'react';
import type { DeskPhone } from '../deskPhone.ts';

/** Null outside of PhoneProvider; read by `usePhone` alone. */
export const PhoneContext = createContext<DeskPhone | null>(null);

/** The telephone of this page, as it stands now. */
export function usePhone(): DeskPhone {
  const phone = useContext(PhoneContext);
  if (!phone) throw new Error('usePhone outside of PhoneProvider');
  return phone;
}
