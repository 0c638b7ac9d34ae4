import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Hours } from '../../../../server/contract/hours.ts';
import { TimeSelect } from '../TimeSelect/TimeSelect.tsx';
import './hoursEditor.css';

type Weekly = Extract<Hours, { kind: 'weekly' }>;
type Span = Weekly['spans'][number];

const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;
const workdays = [1, 2, 3, 4, 5] as const;

/** An office week, to begin with. */
const usualWeek: Weekly = { kind: 'weekly', spans: workdays.map((weekday) => ({ weekday, fromMinute: 540, toMinute: 1080 })) };

/** Where a further span of a day begins: an hour behind the last one. */
function nextSpan(spans: readonly Span[], weekday: number): Span {
  const last = Math.max(0, ...spans.filter((span) => span.weekday === weekday).map(({ toMinute }) => toMinute));
  if (last === 0) return { weekday, fromMinute: 540, toMinute: 1080 };
  const fromMinute = Math.min(last + 60, 1380);
  return { weekday, fromMinute, toMinute: Math.min(fromMinute + 180, 1440) };
}

interface HoursEditorProps {
  id?: string;
  /** Null: not told, which only people may have. */
  value: Hours | null;
  onChange: (hours: Hours | null) => void;
  of: 'line' | 'staff';
}

/** Hours by weekday, on the office's clock: spans of a day, one day copied to the others. A span that ends before it begins runs past midnight. */
export function HoursEditor({ id, value, onChange, of }: HoursEditorProps) {
  const { t } = useTranslation();
  const kinds = of === 'line' ? (['always', 'weekly', 'never'] as const) : (['unknown', 'weekly', ...(value?.kind === 'always' || value?.kind === 'never' ? [value.kind] : [])] as const);
  const choose = (kind: (typeof kinds)[number]): void => {
    if (kind !== (value?.kind ?? 'unknown')) onChange(kind === 'unknown' ? null : kind === 'weekly' ? usualWeek : { kind });
  };
  return (
    <div className="hours-editor">
      <Segmented {...(id !== undefined && { id })} value={value?.kind ?? 'unknown'} onChange={choose} options={kinds.map((kind) => ({ value: kind, label: t(`whereabouts.hours.${kind}`) }))} />
      {value?.kind === 'weekly' && <Week value={value} onChange={onChange} of={of} />}
    </div>
  );
}

function Week({ value: { spans }, onChange, of }: { value: Weekly; onChange: (hours: Weekly) => void; of: 'line' | 'staff' }) {
  const { t } = useTranslation();
  const names = t('whereabouts.hours.days', { returnObjects: true });
  const nameOf = (weekday: number): string => names[weekday - 1] ?? '';
  const set = (next: readonly Span[]): void => onChange({ kind: 'weekly', spans: [...next].sort((a, b) => a.weekday - b.weekday || a.fromMinute - b.fromMinute) });
  const copy = (from: number, to: readonly number[]): void => set([...spans.filter(({ weekday }) => !to.includes(weekday)), ...to.flatMap((weekday) => spans.filter((span) => span.weekday === from).map((span) => ({ ...span, weekday })))]);
  const first = spans[0]?.weekday;
  return (
    <div className="hours-week">
      {weekdays.map((weekday) => {
        const own = spans.filter((span) => span.weekday === weekday);
        return (
          <div key={weekday} className="hours-day" role="group" aria-label={nameOf(weekday)}>
            <b>{nameOf(weekday)}</b>
            <div className="hours-spans">
              {own.length === 0 && <span className="quiet">{t(of === 'line' ? 'whereabouts.hours.closed' : 'whereabouts.hours.off')}</span>}
              {own.map((span) => {
                const at = spans.indexOf(span);
                const amend = (change: Partial<Span>): void => onChange({ kind: 'weekly', spans: spans.map((one, index) => (index === at ? { ...one, ...change } : one)) });
                return (
                  <span key={at} className="hours-span">
                    <TimeSelect aria-label={`${nameOf(weekday)} ${t('whereabouts.hours.from')}`} value={span.fromMinute} onChange={(fromMinute) => amend({ fromMinute })} />
                    <span aria-hidden="true">–</span>
                    <TimeSelect aria-label={`${nameOf(weekday)} ${t('whereabouts.hours.to')}`} withMidnight value={span.toMinute} onChange={(toMinute) => amend({ toMinute })} />
                    {span.toMinute < span.fromMinute && <small className="quiet">{t('whereabouts.hours.nextDay')}</small>}
                    <Button size="small" type="text" aria-label={`${nameOf(weekday)} ${t('whereabouts.hours.remove')}`} title={t('whereabouts.hours.remove')} onClick={() => set(spans.filter((_, index) => index !== at))}>
                      ×
                    </Button>
                  </span>
                );
              })}
              <Button size="small" type="text" aria-label={`${nameOf(weekday)} ${t('whereabouts.hours.add')}`} onClick={() => set([...spans, nextSpan(spans, weekday)])}>
                {t('whereabouts.hours.add')}
              </Button>
              {weekday === first && (
                <>
                  <Button size="small" onClick={() => copy(weekday, workdays)}>
                    {t('whereabouts.hours.copyWorkdays')}
                  </Button>
                  <Button size="small" onClick={() => copy(weekday, weekdays)}>
                    {t('whereabouts.hours.copy')}
                  </Button>
                </>
              )}
            </div>
          </div>
        );
      })}
    </div>
  );
}
