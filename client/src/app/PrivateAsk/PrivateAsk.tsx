import { Button } from 'antd';
import { useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { asksAboutNumber, namesOf } from '../privateNumbers.ts';
import type { PrivateChoice } from '../privateNumbers.ts';
import './privateAsk.css';

/** Somebody's private number in words that others will read: asked before they go. Nothing else refused shows here. `again`: the same request with the answer. */
export function PrivateAsk({ error, again }: { error: unknown; again: (choice: PrivateChoice) => void }) {
  return asksAboutNumber(error) ? <Question names={namesOf(Object.values(error.fields))} again={again} /> : null;
}

function Question({ names, again }: { names: readonly string[]; again: (choice: PrivateChoice) => void }) {
  const { t } = useTranslation();
  const line = useRef<HTMLDivElement>(null);
  // It is answered by key, and gone with its answer: the focus goes back to where somebody wrote, not to the top of the page.
  useLayoutEffect(() => {
    const here = line.current;
    const before = document.activeElement;
    here?.querySelector('button')?.focus();
    return () => {
      if (here?.contains(document.activeElement) && before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <div className="private-ask" role="alert" aria-label={t('privacy.number.title')} ref={line}>
      <span>
        <b>{t('privacy.number.said', { names: names.join(t('people.and')) })}</b> {t('privacy.number.ask')}
      </span>
      <Button size="small" onClick={() => again({ maskPrivate: true })}>
        {t('privacy.number.mask')}
      </Button>
      <Button size="small" onClick={() => again({ confirmPrivate: true })}>
        {t('privacy.number.confirm')}
      </Button>
    </div>
  );
}
