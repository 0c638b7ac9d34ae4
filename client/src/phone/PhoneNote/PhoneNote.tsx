import { useTranslation } from 'react-i18next';
import { usePhone } from '../PhoneProvider/usePhone.ts';
import { PhoneWord } from '../PhoneWord/PhoneWord.tsx';

/** What the phone has to say beside a call: it is in another window, something is wrong with it, or the agent speaks too low or too loudly. Mostly nothing. */
export function PhoneNote({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const { status } = phone;
  const hint = phone.voiceHint(callId);
  const isWell = phone.legOf(callId) !== null && status.state === 'registered' && status.trouble === null;
  if (isWell && hint === null) return null;
  return (
    <p className="phone-note">
      {!isWell && <PhoneWord />}
      {isWell && hint !== null && <span role="status">{t(`phone.hint.${hint}`)}</span>}
    </p>
  );
}
