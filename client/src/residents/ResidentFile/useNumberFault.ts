import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../../../../server/contract/fieldFault.ts';
import { useFaultWords } from '../../edit/useFaultWords.ts';
import { zh } from '../../i18n/zh.ts';

type Why = keyof typeof zh.residents.noNumberWhy;

const isWhy = (text: string): text is Why => text in zh.residents.noNumberWhy;

/** Why a text is no number, in words: what to do about it. */
export function useNumberFault(): (fault: FieldFault | 'wrong') => string {
  const { t } = useTranslation();
  const words = useFaultWords();
  return (fault) => (fault !== 'wrong' && fault.code === 'no-number' && isWhy(fault.detail) ? t(`residents.noNumberWhy.${fault.detail}`) : words(fault));
}
