import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCard } from '../../../../server/contract/card.ts';
import { callerName } from '../../desk/callerName.ts';

/** How often the title of a page in the background changes while it rings, ms. */
const flashMs = 1_000;

const isUnseen = (): boolean => document.hidden || !document.hasFocus();

/** Shows the browser's own notification. @returns the way to take it back; null where the browser may not or cannot */
export function notify(title: string, body: string, tag: string): (() => void) | null {
  if (!('Notification' in window) || Notification.permission !== 'granted') return null;
  try {
    const notification = new Notification(title, { body, tag, icon: '/mark.svg', requireInteraction: true });
    notification.onclick = () => {
      window.focus();
      notification.close();
    };
    return () => notification.close();
  } catch {
    // Browsers of telephones allow notifications to workers only.
    return null;
  }
}

/**
 * Tells of a ringing call outside of the page while nobody looks at it: the browser's notification with the office to announce and who calls
 * (never a number that the caller withheld), and the title of its tab. Gone when it stops ringing or the page is looked at.
 */
export function useCallNotification(ringing: CallCard | null): void {
  const { t } = useTranslation();
  const id = ringing?.id ?? null;
  const office = ringing?.unit.name ?? '';
  const who = ringing ? callerName(ringing, { or: t('ringing.or'), hidden: t('ringing.hidden') }) : '';
  useEffect(() => {
    if (id === null) return;
    let takeBack: (() => void) | null = null;
    let isOdd = false;
    const calm = t('ringing.title', { office });
    const look = (): void => {
      if (isUnseen()) {
        takeBack ??= notify(t('phone.notice.title', { office }), t('phone.notice.body', { who }), id);
        isOdd = !isOdd;
        document.title = isOdd ? t('phone.notice.flash') : calm;
      } else {
        takeBack?.();
        takeBack = null;
        document.title = calm;
      }
    };
    look();
    const timer = setInterval(look, flashMs);
    window.addEventListener('focus', look);
    window.addEventListener('blur', look);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', look);
      window.removeEventListener('blur', look);
      takeBack?.();
      document.title = t('mark');
    };
  }, [id, office, who, t]);
}
