import { useEffect, useRef } from 'react';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { DeskPhone } from '../deskPhone.ts';
import { isSpeakingOn, speak, stopSpeaking } from '../spokenVoices.ts';

/** Speaks each new word of the caller aloud, where the agent switched that on. What was said before the page was opened stays unspoken. */
export function useSpokenCaller(phone: DeskPhone, card: CallCard | null): void {
  const id = card?.id ?? null;
  const language = card?.line.language ?? 'zh-CN';
  const words = id === null || phone.kind !== 'practice' ? null : phone.words(id);
  const told = useRef<{ id: string | null; count: number }>({ id: null, count: 0 });
  useEffect(() => {
    const count = words?.length ?? 0;
    if (told.current.id !== id) {
      told.current = { id, count };
      return;
    }
    const fresh = words?.slice(told.current.count) ?? [];
    told.current.count = count;
    if (isSpeakingOn()) for (const word of fresh) if (word.by === 'caller') speak(word.text, language);
  }, [id, words, language]);
  useEffect(() => stopSpeaking, [id]);
}
