import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import './copyNumber.css';

/** How long "copied" stands there, ms. */
const saidMs = 2000;

/** A number that one press copies, as it is dialled: with its country, without spaces. On a row, C does it. `isShort`: the number stands beside it already. */
export function CopyNumber({ number, isShort = false }: { number: string; isShort?: boolean }) {
  const { t } = useTranslation();
  const [result, setResult] = useState<'copied' | 'copyFailed' | null>(null);
  useEffect(() => {
    if (result === null) return;
    const timer = setTimeout(() => setResult(null), saidMs);
    return () => clearTimeout(timer);
  }, [result]);
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(number);
      setResult('copied');
    } catch {
      // Without https a browser has no clipboard.
      setResult('copyFailed');
    }
  };
  return (
    <button
      type="button"
      className="copy-number"
      data-key="c"
      aria-label={t('calls.copy', { number: groupedNumber(number) })}
      title={t('calls.copy', { number })}
      onClick={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void copy();
      }}
    >
      {isShort ? t('calls.copyShort') : groupedNumber(number)}
      <span className="copy-said" role="status">
        {result && t(`calls.${result}`)}
      </span>
    </button>
  );
}
