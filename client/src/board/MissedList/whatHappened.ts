import type { TFunction } from 'i18next';
import type { CallCard } from '../../../../server/contract/card.ts';

/** Why nobody heard this caller, in one short line. */
export function whatHappened({ outcome, rings, wanted }: Pick<CallCard, 'outcome' | 'rings' | 'wanted'>, t: TFunction): string {
  switch (outcome) {
    case 'abandoned-ringing':
      return t('missed.what.rang', { count: rings.abandonedIn ?? 1 });
    case 'abandoned-queued':
      return t('missed.what.queued');
    case 'attendant-no-message':
      return t('missed.what.silent');
    case 'callback-asked':
      return wanted ? t('missed.what.callbackTo', { name: wanted.name }) : t('missed.what.callback');
    case 'failed':
      return t('missed.what.failed');
    case 'agent':
    case 'attendant-message':
    case 'refused':
    case 'test':
      return t(`calls.outcomes.${outcome}`);
    case null:
      return '';
  }
}
