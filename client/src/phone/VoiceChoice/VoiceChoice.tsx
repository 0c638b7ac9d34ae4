import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../server/contract/primitives.ts';
import { isSpeakingOn, onVoicesChange, switchSpeaking, voiceFor } from '../spokenVoices.ts';
import '../VoiceInput/voiceInput.css';

/** Switches on that the words of practice residents are spoken aloud. Not shown where the browser has no voice of this language. */
export function VoiceChoice({ language }: { language: Language }) {
  const { t } = useTranslation();
  const isOn = useSyncExternalStore(onVoicesChange, isSpeakingOn);
  const hasVoice = useSyncExternalStore(onVoicesChange, () => voiceFor(language) !== null);
  if (!hasVoice) return null;
  return (
    <label className="voice-choice">
      <input type="checkbox" checked={isOn} onChange={(event) => switchSpeaking(event.target.checked)} /> {t('phone.voice.speak')}
    </label>
  );
}
