import { useTranslation } from 'react-i18next';
import { usePhone } from '../PhoneProvider/usePhone.ts';
import { PhoneWord } from '../PhoneWord/PhoneWord.tsx';

/** What the phone has to say beside a call: the call is in another window, or the agent speaks too low or too loudly. Mostly nothing. */
export function PhoneNote({ callId }: { callId: string }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const hint = phone.voiceHint(callId);
  if (phone.status.state === 'elsewhere' && phone.legOf(callId) === null) {
    return (
      <p className="phone-note">
        <PhoneWord />
      </p>
    );
  }
  return hint === null ? null : (
    <p className="phone-note" role="status">
      {t(`phone.hint.${hint}`)}
    </p>
  );
}
