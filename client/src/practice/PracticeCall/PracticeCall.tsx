import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PracticeResident } from '../../../../server/contract/practice.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { BarKey } from '../../desk/CallBar/BarKey.tsx';
import { useKeys } from '../../keys/keyChoice.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';

import './practiceCall.css';
import { remember, remembered } from '../../app/remembered.ts';

const key = 'three-rings.practice-resident';

/** Lets a scripted resident call: choose who, press F6. */
export function PracticeCall() {
  const { t } = useTranslation();
  const reason = useReason();
  const { data } = useQuery({ queryKey: ['practice', 'residents'], queryFn: () => request<{ items: PracticeResident[] }>('GET', '/api/practice/residents'), staleTime: Infinity });
  const [chosen, setChosen] = useState(() => remembered(key));
  const [state, setState] = useState<{ isPlacing: boolean; fault: string | null }>({ isPlacing: false, fault: null });
  const residents = data?.items ?? [];
  const resident = residents.find(({ id }) => id === chosen) ?? residents[0];
  const name = uiLanguage() === 'en' ? 'en' : 'zh';

  const place = async (): Promise<void> => {
    if (!resident || state.isPlacing) return;
    setState({ isPlacing: true, fault: null });
    try {
      await request('POST', '/api/practice/calls', { residentId: resident.id });
      setState({ isPlacing: false, fault: null });
    } catch (error) {
      setState({ isPlacing: false, fault: t('practice.failed', { why: reason(error) }) });
    }
  };
  useDeskKeys({ practice: () => void place() });
  return (
    <div className="practice">
      {state.fault !== null && <span role="alert">{state.fault}</span>}
      <span className="practice-label">{t('practice.who')}</span>
      <Select
        className="practice-who"
        aria-label={t('practice.choose')}
        placement="topRight"
        popupMatchSelectWidth={360}
        value={resident?.id ?? null}
        placeholder={t('practice.choose')}
        notFoundContent={t('practice.none')}
        onChange={(id: string) => {
          remember(key, id);
          setChosen(id);
        }}
        options={residents.map((one) => ({ value: one.id, label: one.name[name], summary: one.summary[name] }))}
        optionRender={({ data: option }) => (
          <div className="practice-option">
            <b>{option.label}</b>
            <div>{option.summary}</div>
          </div>
        )}
      />
      <BarKey label={t(state.isPlacing ? 'practice.placed' : 'practice.call')} press={useKeys().practice} disabled={!resident} onPress={() => void place()} />
    </div>
  );
}
