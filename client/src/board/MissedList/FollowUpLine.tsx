import { Button, Input } from 'antd';
import type { InputRef } from 'antd';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeskMode } from '../../desk/DeskProvider/DeskProvider.tsx';
import { useTabDraft } from '../../tasks/TaskDraft/useTabDraft.ts';
import { quickReasons, reasonOf } from './missedReason.ts';
import type { QuickReason } from './missedReason.ts';

/** As long as the server takes. */
const longestReason = 500;

/** The line under a missed call: a remark on the call back, or why none is needed. Esc puts it away; while a call rings Esc is the call's. */
export function FollowUpLine({ callId, how, who, isSending, onDone, onCancel }: { callId: string; how: 'called-back' | 'dismissed'; who: string; isSending: boolean; onDone: (reason: string) => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const mode = useDeskMode();
  const id = useId();
  const input = useRef<InputRef>(null);
  // A call may be answered while it is written: then it stands there afterwards.
  const { draft, write, forget } = useTabDraft(`missed/${callId}/${how}`, { words: '' });
  const [typed, setTyped] = useState(draft.words);
  const [isAsked, setIsAsked] = useState(false);
  useEffect(() => input.current?.focus(), [how]);
  const isDismissal = how === 'dismissed';

  const keep = (quick: QuickReason | null): void => {
    const reason = reasonOf(quick, typed, t);
    if (isDismissal && reason === '') {
      setIsAsked(true);
      input.current?.focus();
      return;
    }
    forget();
    onDone(reason.slice(0, longestReason));
  };
  return (
    <form
      className="follow-up"
      onSubmit={(event) => {
        event.preventDefault();
        keep(null);
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing || mode === 'ringing') return;
        event.stopPropagation();
        event.preventDefault();
        onCancel();
      }}
    >
      {isDismissal && (
        <span className="follow-up-choices" role="group" aria-label={t('missed.why')}>
          <b>{t('missed.why')}</b>
          {quickReasons.map((quick) => (
            <Button key={quick} disabled={isSending} onClick={() => keep(quick)}>
              {t(`missed.reasons.${quick}`)}
            </Button>
          ))}
        </span>
      )}
      <Input
        ref={input}
        id={`${id}-words`}
        aria-label={isDismissal ? t('missed.reason') : t('missed.remarkFor', { who })}
        placeholder={isDismissal ? t('missed.reasonHint') : t('missed.remark')}
        value={typed}
        maxLength={longestReason}
        autoComplete="off"
        aria-invalid={isAsked}
        aria-describedby={isAsked ? `${id}-asked` : undefined}
        onChange={(event) => {
          setTyped(event.target.value);
          write({ words: event.target.value });
          setIsAsked(false);
        }}
      />
      <Button type="primary" htmlType="submit" loading={isSending}>
        {t('missed.keep')}
      </Button>
      <Button type="text" disabled={isSending} onClick={onCancel}>
        {t('missed.cancel')} <kbd>Esc</kbd>
      </Button>
      {isAsked && (
        <span id={`${id}-asked`} role="alert" className="follow-up-asked">
          {t('missed.reasonNeeded')}
        </span>
      )}
    </form>
  );
}
