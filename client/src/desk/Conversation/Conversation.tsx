import { Button, Input } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { callClock } from '../../i18n/clock.ts';
import { useKeys } from '../../keys/keyChoice.ts';
import { VoiceChoice } from '../../phone/VoiceChoice/VoiceChoice.tsx';
import { VoiceInput } from '../../phone/VoiceInput/VoiceInput.tsx';
import { PhoneNote } from '../../phone/PhoneNote/PhoneNote.tsx';
import { usePhone } from '../../phone/PhoneProvider/PhoneProvider.tsx';
import { useDesk } from '../DeskProvider/DeskProvider.tsx';
import './conversation.css';

/** What was said, as text; on the practice line the agent's words are typed here. */
export function Conversation({ card, isLive }: { card: CallCard; isLive: boolean }) {
  const { t } = useTranslation();
  const { say, language } = useDesk();
  const phone = usePhone();
  const { goOn } = useKeys();
  const [text, setText] = useState('');
  const list = useRef<HTMLDivElement>(null);
  const words = phone.words(card.id);
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [words.length]);
  const speak = (): void => {
    if (text.trim() === '') return;
    say(text.trim());
    setText('');
  };
  const isHere = phone.legOf(card.id) !== null;
  const isPractice = phone.kind === 'practice';
  return (
    <section className="conversation">
      <h2 className="conversation-head">
        {t('live.words')}
        {isPractice && <VoiceChoice language={card.line.language} />}
      </h2>
      <div className="conversation-list" ref={list} role="log" aria-label={t('live.words')} tabIndex={0}>
        {words.length === 0 && <p className="quiet">{t(isLive && !isHere ? 'live.elsewhere' : 'live.noWords')}</p>}
        {words.map((word, index) => (
          <div key={index} className={`said-by-${word.by}`}>
            <span>{callClock(word.at - (card.answeredAt ?? card.arrivedAt))}</span>
            <span>{t(word.by === 'agent' ? 'live.you' : 'live.caller')}</span>
            <span dir="auto">{word.text}</span>
          </div>
        ))}
      </div>
      {isLive && isHere && isPractice && (
        <form
          className="conversation-say"
          onSubmit={(event) => {
            event.preventDefault();
            speak();
          }}
        >
          <Input id="conversation-say" suffix={<kbd>Alt T</kbd>} value={text} onChange={(event) => setText(event.target.value)} placeholder={t('live.type')} aria-label={t('live.typeLabel')} maxLength={4000} autoComplete="off" />
          <Button htmlType="submit">{t('live.say')}</Button>
          <VoiceInput language={language} onText={say} onHearing={setText} />
        </form>
      )}
      {isLive && <PhoneNote callId={card.id} />}
      {isLive && isHere && <p className="quiet conversation-note">{t(isPractice ? 'practice.note' : 'live.speakNote', { key: goOn })}</p>}
    </section>
  );
}
