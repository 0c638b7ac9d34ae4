import { useEffect } from 'react';
import { useLiveCalls } from '../../live/keys.ts';
import { armBell } from '../bell.ts';
import { useCallNotification } from '../CallNotice/CallNotice.tsx';
import { useSpokenCaller } from '../VoiceChoice/useSpokenCaller.ts';
import { usePhone } from './usePhone.ts';

/** What the phone does on every page by itself: the notification of a call, the resident's words spoken, a bell that may sound. */
export function PhoneEffects() {
  const phone = usePhone();
  const cards = useLiveCalls();
  useEffect(armBell, []);
  useCallNotification(cards.find(({ id }) => phone.legOf(id)?.state === 'ringing') ?? null);
  useSpokenCaller(phone, cards.find(({ id }) => phone.legOf(id)?.state === 'talking') ?? null);
  return null;
}
