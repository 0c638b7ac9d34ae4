import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OfficeView } from '../../../../server/contract/office.ts';
import { officesKey, useOffices } from '../../app/offices.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';

function WrapUpClock({ office }: { office: OfficeView }) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const [seconds, setSeconds] = useState(office.wrapUpMs / 1000);
  const save = useMutation({
    mutationFn: () => request<OfficeView>('PATCH', `/api/offices/${office.id}`, { wrapUpMs: Math.round(seconds) * 1000 }),
    onSuccess: () => queries.invalidateQueries({ queryKey: officesKey }),
  });
  return (
    <form
      className="setting"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <span>
        {office.name}
        <small className="quiet">
          {t('settings.wrapUp')}，{t('settings.wrapUpHint')}
        </small>
      </span>
      <div>
        <InputNumber aria-label={`${office.name} ${t('settings.wrapUp')}`} min={0} max={600} precision={0} value={seconds} onChange={(value) => setSeconds(value ?? 0)} suffix={t('settings.seconds')} />
        <Button htmlType="submit" disabled={seconds * 1000 === office.wrapUpMs} loading={save.isPending}>
          {t('settings.save')}
        </Button>
        <span role="status">{save.isError ? t('settings.notSaved', { why: reason(save.error) }) : save.isSuccess && seconds * 1000 === office.wrapUpMs ? t('settings.saved') : ''}</span>
      </div>
    </form>
  );
}

/** What holds for everybody who answers for an office. */
export function OfficeSettings() {
  const { t } = useTranslation();
  const offices = useOffices();
  return (
    <section className="sheet">
      <h2>{t('settings.office')}</h2>
      {offices.map((office) => (
        <WrapUpClock key={office.id} office={office} />
      ))}
    </section>
  );
}
