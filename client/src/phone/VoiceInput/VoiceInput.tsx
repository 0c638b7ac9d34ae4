import { AudioOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../../../server/contract/primitives.ts';
import { stopSpeaking } from '../spokenVoices.ts';
import { canHear, makeRecognition } from './recognition.ts';
import type { Recognition } from './recognition.ts';
import './voiceInput.css';

/** Why nothing was heard, as the browser names it; others are told as `failed`. */
const known = { 'not-allowed': 'denied', 'service-not-allowed': 'denied', 'audio-capture': 'noMicrophone', 'no-speech': 'silence', network: 'network', 'language-not-supported': 'language' } as const;
type Why = (typeof known)[keyof typeof known] | 'failed';

interface VoiceInputProps {
  language: Language;
  /** What was said, when a sentence is whole. */
  onText: (text: string) => void;
  /** What is heard so far, for a field that shows it; empty when it ends. */
  onHearing?: (text: string) => void;
}

/** Speak instead of typing, on the practice line: press, say one sentence. Not shown in a browser that cannot recognise speech. */
export function VoiceInput({ language, onText, onHearing }: VoiceInputProps) {
  const { t } = useTranslation();
  const [isListening, setListening] = useState(false);
  const [why, setWhy] = useState<Why | null>(null);
  const recognition = useRef<Recognition | null>(null);
  useEffect(() => () => recognition.current?.abort(), []);
  if (!canHear()) return null;

  const listen = (): void => {
    if (isListening) return recognition.current?.stop();
    const ear = makeRecognition(language);
    if (!ear) return;
    recognition.current = ear;
    // The resident's own voice must not be taken for the agent's.
    stopSpeaking();
    setWhy(null);
    ear.onresult = ({ resultIndex, results }) => {
      const heard = Array.from(results).slice(resultIndex);
      const text = heard.map((result) => result[0]?.transcript ?? '').join('').trim();
      if (heard.some(({ isFinal }) => isFinal)) {
        onHearing?.('');
        if (text !== '') onText(text);
      } else onHearing?.(text);
    };
    ear.onerror = ({ error }) => {
      if (error !== 'aborted') setWhy(Object.hasOwn(known, error) ? known[error as keyof typeof known] : 'failed');
    };
    ear.onend = () => {
      setListening(false);
      onHearing?.('');
    };
    ear.start();
    setListening(true);
  };

  return (
    <span className="voice-input">
      <Button icon={<AudioOutlined />} aria-pressed={isListening} onClick={listen} title={t('phone.voice.note')}>
        {t(isListening ? 'phone.voice.listening' : 'phone.voice.say')}
      </Button>
      <span role="status">{why === null ? '' : t(`phone.voice.why.${why}`)}</span>
    </span>
  );
}
