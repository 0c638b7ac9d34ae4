import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResidentFile } from '../../../../server/contract/resident.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { useFieldWords } from '../useFieldWords.ts';

const shownFirst = 5;

/** Who changed what of the file, newest first, each field before and after. */
export function FileHistory({ file: { history } }: { file: ResidentFile }) {
  const { t } = useTranslation();
  const words = useFieldWords();
  const [isWhole, setIsWhole] = useState(false);
  return (
    <section className="resident-part">
      <h3>{t('residents.parts.history')}</h3>
      <ol className="resident-history">
        {(isWhole ? history : history.slice(0, shownFirst)).map(({ id, at, by, act, before, after }) => (
          <li key={id}>
            <time className="quiet" dateTime={new Date(at).toISOString()}>
              {dayAndTime(at, uiLanguage())}
            </time>{' '}
            <span dir="auto">{by?.name ?? t('residents.program')}</span> <b>{t(`residents.acts.${act}`)}</b>
            <ul>
              {Object.keys(after ?? {}).map((name) => (
                <li key={name} dir="auto">
                  <span className="quiet">{words.field(name) ?? name}</span> {before !== null && <s>{words.value(name, before[name])}</s>} {words.value(name, after?.[name])}
                </li>
              ))}
            </ul>
          </li>
        ))}
        {history.length === 0 && <li className="quiet">{t('residents.none.history')}</li>}
      </ol>
      {!isWhole && history.length > shownFirst && (
        <button type="button" className="text-key" onClick={() => setIsWhole(true)}>
          {t('residents.wholeHistory', { count: history.length })}
        </button>
      )}
    </section>
  );
}
