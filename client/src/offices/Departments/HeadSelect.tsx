import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { request } from '../../app/request.ts';

interface HeadSelectProps {
  label: string;
  unitId: string;
  value: string | null;
  /** The head as the server knows him, whose name need not be looked up. */
  known: { id: string; name: string } | null;
  onChange: (id: string | null) => void;
}

/** One member of the staff of an office, or nobody. */
export function HeadSelect({ label, unitId, value, known, onChange }: HeadSelectProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(known);
  const { data } = useQuery({
    queryKey: ['people', 'list', unitId, typed.trim(), 'head'],
    queryFn: () => request<{ items: StaffView[] }>('GET', `/api/staff?unitId=${encodeURIComponent(unitId)}&limit=30&q=${encodeURIComponent(typed.trim())}`),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).map(({ id, name, title }) => ({ value: id, label: `${name} ${title}` }));
  const named = [chosen, known].find((one) => one?.id === value);
  const options = [{ value: '', label: t('offices.departments.noHead') }, ...found, ...(named && !found.some((one) => one.value === named.id) ? [{ value: named.id, label: named.name }] : [])];
  return (
    <Select
      aria-label={label}
      showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
      value={value ?? ''}
      options={options}
      onChange={(id) => {
        const one = data?.items.find((person) => person.id === id);
        if (one) setChosen({ id: one.id, name: one.name });
        setTyped('');
        onChange(id === '' ? null : id);
      }}
    />
  );
}
