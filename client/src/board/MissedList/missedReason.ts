import type { TFunction } from 'i18next';
import { en } from '../../i18n/en.ts';
import { zh } from '../../i18n/zh.ts';

/** Reasons that are one press; any other is typed. */
export const quickReasons = ['wrong', 'again', 'nuisance'] as const;
/** @see quickReasons */
export type QuickReason = (typeof quickReasons)[number];

/** A ready reason, with what was typed beside it. */
export function reasonOf(quick: QuickReason | null, typed: string, t: TFunction): string {
  const words = typed.trim();
  if (quick === null) return words;
  const ready = t(`missed.reasons.${quick}`);
  return words === '' ? ready : `${ready}${t('missed.colon')}${words}`;
}

/** A stored reason as it is read here: a ready one in the language of this screen, whichever it was chosen in. */
export function reasonInWords(reason: string, t: TFunction): string {
  for (const { reasons, colon } of [zh.missed, en.missed]) {
    for (const quick of quickReasons) {
      const ready = reasons[quick];
      if (reason === ready) return reasonOf(quick, '', t);
      if (reason.startsWith(ready + colon)) return reasonOf(quick, reason.slice(ready.length + colon.length), t);
    }
  }
  return reason;
}
