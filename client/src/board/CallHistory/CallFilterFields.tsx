import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOffices } from '../../app/offices.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { useAgents } from '../../live/keys.ts';
import { serverNow } from '../../live/serverClock.ts';
import { dayChoices, isFiltered, missedStates, noFilters, outcomes, shownMatters } from '../callFilters.ts';
import type { CallFilters } from '../callFilters.ts';
import { dayOf } from '../dayRange.ts';
import { DateField } from './DateField.tsx';
import { SearchField } from './SearchField.tsx';

const any = 'any';
type FilterName = 'day' | 'outcome' | 'missed' | 'matter' | 'agent' | 'office';

/** One filter: any, or one of these. */
function Filter({ name, value, options, onChange }: { name: FilterName; value: string | null; options: { value: string; label: string }[]; onChange: (value: string | null) => void }) {
  const { t } = useTranslation();
  return (
    <Select
      className={`calls-filter${value === null ? '' : ' on'}`}
      aria-label={t(`calls.filters.${name}`)}
      value={value ?? any}
      popupMatchSelectWidth={false}
      onChange={(chosen: string) => onChange(chosen === any ? null : chosen)}
      options={[{ value: any, label: t(`calls.any.${name}`) }, ...options]}
    />
  );
}

/** Search and filters of the history; all of them together. */
export function CallFilterFields({ filters, change, onDown }: { filters: CallFilters; change: (part: Partial<CallFilters>, how?: 'step' | 'sameStep') => void; onDown: () => void }) {
  const { t } = useTranslation();
  const offices = useOffices();
  const agents = useAgents();
  const today = dayOf(serverNow(), officeZone());
  // Somebody who has left stands in old addresses.
  const people = agents.map(({ id, name }) => ({ value: id, label: name }));
  if (filters.agentId !== null && !agents.some(({ id }) => id === filters.agentId)) people.push({ value: filters.agentId, label: filters.agentId });
  const named = <T extends string>(values: readonly T[], label: (value: T) => string) => values.map((value) => ({ value, label: label(value) }));
  return (
    <div className="calls-filters">
      <SearchField value={filters.q} onSearch={(q) => change({ q }, 'sameStep')} onDown={onDown} />
      <Filter name="day" value={filters.day} options={named(dayChoices, (day) => t(`calls.days.${day}`))} onChange={(day) => change({ day: dayChoices.find((one) => one === day) ?? null })} />
      {filters.day === 'dates' && (
        <>
          <DateField label={t('calls.dateFrom')} value={filters.from} today={today} onChange={(from) => change({ from })} />
          <DateField label={t('calls.dateTo')} value={filters.to} today={today} onChange={(to) => change({ to })} />
        </>
      )}
      <Filter name="outcome" value={filters.outcome} options={named(outcomes, (outcome) => t(`calls.outcomes.${outcome}`))} onChange={(outcome) => change({ outcome: outcomes.find((one) => one === outcome) ?? null })} />
      <Filter name="missed" value={filters.missed} options={named(missedStates, (state) => t(`calls.missedStates.${state}`))} onChange={(missed) => change({ missed: missedStates.find((one) => one === missed) ?? null })} />
      <Filter name="matter" value={filters.matter} options={named(shownMatters, (matter) => t(`matter.names.${matter}`))} onChange={(matter) => change({ matter: shownMatters.find((one) => one === matter) ?? null })} />
      <Filter name="agent" value={filters.agentId} options={people} onChange={(agentId) => change({ agentId })} />
      {offices.length > 1 && <Filter name="office" value={filters.unitId} options={offices.map(({ id, name }) => ({ value: id, label: name }))} onChange={(unitId) => change({ unitId })} />}
      {isFiltered(filters) && (
        <Button type="text" onClick={() => change({ ...noFilters, list: filters.list })}>
          {t('calls.clear')}
        </Button>
      )}
    </div>
  );
}
