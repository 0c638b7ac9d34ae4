import { useTranslation } from 'react-i18next';
import type { AuditEntry } from '../../../../server/contract/audit.ts';
import { dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useAuditWords } from './useAuditWords.ts';

/** One entry: when, who, what, and each field before and after. */
export function AuditRow({ entry }: { entry: AuditEntry }) {
  const { t } = useTranslation();
  const words = useAuditWords();
  const { act, subject, before, after, reason } = entry;
  const fields = Object.keys({ ...before, ...after });
  return (
    <li className="audit-row">
      <time className="quiet nowrap" dateTime={new Date(entry.at).toISOString()}>
        {dayAndTime(entry.at, uiLanguage())}
      </time>
      <span className="audit-who" dir="auto">
        {entry.by?.name ?? t('offices.audit.program')}
      </span>
      <div className="audit-what">
        <span className="chip">{t(`offices.audit.kinds.${subject.kind}`)}</span> <b dir="auto">{subject.kind === 'line' ? groupedNumber(subject.name) : subject.name}</b> {act === 'removed' && subject.kind === 'staff' ? t('offices.audit.removedStaff') : t(`offices.audit.acts.${act}`)}
        {fields.length > 0 && (
          <ul>
            {fields.map((name) => (
              <li key={name}>
                <span className="quiet">{words.field(name, subject.kind)}</span>{' '}
                {before !== null && (
                  <>
                    <span dir="auto">{words.value(name, before[name], subject.kind)}</span> <span className="quiet">{t('offices.audit.to')}</span>{' '}
                  </>
                )}
                <b dir="auto">{words.value(name, after?.[name], subject.kind)}</b>
              </li>
            ))}
          </ul>
        )}
        {entry.erased && <p className="quiet">{t('offices.audit.erased')}</p>}
        {reason !== '' && <p dir="auto">{t('offices.audit.reason', { reason })}</p>}
      </div>
    </li>
  );
}
