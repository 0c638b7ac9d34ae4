import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../../../../server/contract/fieldFault.ts';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { request } from '../../app/request.ts';
import { useFaultWords } from '../../edit/useFaultWords.ts';

interface DeputyFieldProps {
  unitId: string;
  /** Who stands in for himself is not offered; null for somebody new. */
  personId: string | null;
  value: string[];
  known: { id: string; name: string; extension: string }[];
  faults: Record<string, FieldFault | 'wrong'>;
  onChange: (ids: string[]) => void;
}

/** Who helps in his place: first the first of the list. Found by name, pinyin or extension, in the same office. */
export function DeputyField({ unitId, personId, value, known, faults, onChange }: DeputyFieldProps) {
  const { t } = useTranslation();
  const words = useFaultWords();
  const [typed, setTyped] = useState('');
  const [met, setMet] = useState(known);
  const { data } = useQuery({
    queryKey: ['people', 'list', unitId, typed.trim(), 'deputies'],
    queryFn: () => request<{ items: StaffView[] }>('GET', `/api/staff?unitId=${encodeURIComponent(unitId)}&limit=30&q=${encodeURIComponent(typed.trim())}`),
    placeholderData: keepPreviousData,
  });
  const found = (data?.items ?? []).filter((one) => one.id !== personId && !value.includes(one.id));
  const nameOf = (deputyId: string): string => [...known, ...met, ...(data?.items ?? [])].find((one) => one.id === deputyId)?.name ?? deputyId;
  const isSwapped = (at: number): string[] => value.map((one, place) => (place === at ? (value[at - 1] ?? one) : place === at - 1 ? (value[at] ?? one) : one));
  return (
    <div className="deputies">
      {value.length > 0 && (
        <ol>
          {value.map((deputyId, at) => {
            const fault = faults[String(at)];
            return (
              <li key={deputyId}>
                <span dir="auto">{nameOf(deputyId)}</span>
                <span className="deputy-keys">
                  {at > 0 && (
                    <Button type="text" size="small" aria-label={t('people.deputyUp', { name: nameOf(deputyId) })} onClick={() => onChange(isSwapped(at))}>
                      ↑
                    </Button>
                  )}
                  <Button type="text" size="small" aria-label={t('people.deputyOff', { name: nameOf(deputyId) })} onClick={() => onChange(value.filter((one) => one !== deputyId))}>
                    ✕
                  </Button>
                </span>
                {fault && <p className="edit-fault">{words(fault)}</p>}
              </li>
            );
          })}
        </ol>
      )}
      <Select<string | null>
        aria-label={t('people.deputyAdd')}
        showSearch={{ filterOption: false, searchValue: typed, onSearch: setTyped }}
        value={null}
        placeholder={t('people.deputyAdd')}
        notFoundContent={t('live.nobody')}
        options={found.map((one) => ({ value: one.id, label: `${one.name} ${one.title} ${one.extension}` }))}
        onChange={(chosen) => {
          const one = found.find((person) => person.id === chosen);
          if (!one) return;
          setMet([...met, one]);
          setTyped('');
          onChange([...value, one.id]);
        }}
      />
    </div>
  );
}
