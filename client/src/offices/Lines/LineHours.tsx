import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Hours } from '../../../../server/contract/hours.ts';
import { useHoursWords } from '../hoursWords.ts';

const usualWeek: Hours = { kind: 'weekly', spans: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, fromMinute: 8 * 60, toMinute: 20 * 60 })) };

/** When a line is open: always, by weekday, or never. */
export function LineHours({ id, value, onChange }: { id: string; value: Hours; onChange: (hours: Hours) => void }) {
  const { t } = useTranslation();
  const hoursWords = useHoursWords();
  return (
    <div className="line-hours">
      <Segmented
        id={id}
        value={value.kind}
        onChange={(kind) => onChange(kind === 'weekly' ? usualWeek : { kind })}
        options={(['always', 'weekly', 'never'] as const).map((kind) => ({ value: kind, label: t(`offices.lines.kinds.${kind}`) }))}
      />
      {value.kind === 'weekly' && <p>{hoursWords(value)}</p>}
    </div>
  );
}
