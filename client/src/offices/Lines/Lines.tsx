import { Button } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeDetail } from '../../../../server/contract/office.ts';
import { goTo } from '../../app/route.ts';
import { PageLink } from '../../board/PageLink.tsx';
import { rowKeys } from '../../board/rowKeys.ts';
import { useHasDraft } from '../../edit/drafts.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useHoursWords } from '../hoursWords.ts';
import { LineEditor } from './LineEditor.tsx';
import './lines.css';

/** The numbers that residents of this office dial, and one of them beside. */
export function Lines({ office, lineId, isAdmin }: { office: OfficeDetail; lineId: string | null; isAdmin: boolean }) {
  const { t } = useTranslation();
  const hoursWords = useHoursWords();
  const hasDraft = useHasDraft();
  const area = useRef<HTMLDivElement>(null);
  const path = `/offices/${office.id}/lines`;
  const line = office.lines.find(({ id }) => id === lineId) ?? null;
  const isOpen = isAdmin && (line !== null || lineId === 'new');
  return (
    <div className={`offices-split${isOpen ? ' with-one' : ''}`}>
      <div className="sheet list-sheet" ref={area} onKeyDown={rowKeys}>
        <div className="offices-list-head">
          {isAdmin ? (
            <Button className="push" onClick={() => goTo(`${path}/new`)}>
              {t('offices.lines.add')}
            </Button>
          ) : (
            <span className="quiet">{t('offices.lines.readOnly')}</span>
          )}
        </div>
        {office.lines.length === 0 && (
          <p className="empty">
            <b>{t('offices.lines.none')}</b>
            {t('offices.lines.noneHint')}
          </p>
        )}
        {office.lines.length > 0 && (
          <table className="list offices-list lines-list">
            <thead>
              <tr>
                {(['number', 'languages', 'cycleMs', 'hours'] as const).map((name) => (
                  <th key={name} scope="col" className={`lines-${name}`}>
                    {t(`offices.lines.fields.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {office.lines.map((one) => (
                <tr key={one.id} data-row-of={one.id} aria-current={one.id === lineId ? 'true' : undefined} onClick={isAdmin ? () => goTo(`${path}/${one.id}`) : undefined}>
                  <td className="lines-number">
                    {isAdmin ? (
                      <PageLink to={`${path}/${one.id}`} isRow>
                        <b>{groupedNumber(one.number)}</b>
                      </PageLink>
                    ) : (
                      <b>{groupedNumber(one.number)}</b>
                    )}{' '}
                    {hasDraft(`lines/${one.id}`) && <span className="chip ask">{t('edit.unsaved')}</span>}
                  </td>
                  <td className="lines-languages">{one.languages.map((language) => t(`languages.${language}`)).join(t('people.and'))}</td>
                  <td className="lines-cycleMs">{t('offices.lines.summary', { cycle: one.cycleMs / 1000 })}</td>
                  <td className="lines-hours">{hoursWords(one.hours)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {isOpen && (
        <aside className="sheet offices-one" aria-label={t('offices.tabs.lines')}>
          <Button className="offices-back" onClick={() => goTo(path)}>
            {t('people.back')}
          </Button>
          <h2>{line ? groupedNumber(line.number) : t('offices.lines.add')}</h2>
          <LineEditor key={lineId} line={line} unitId={office.id} />
        </aside>
      )}
    </div>
  );
}
