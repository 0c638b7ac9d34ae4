import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFault } from '../../../../server/contract/fieldFault.ts';
import type { ReachReply } from '../../../../server/contract/reach.ts';
import { Refusal, request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { formReachOf, reachInputsOf } from './formReach.ts';
import type { FormReach } from './formReach.ts';
import { ReachEditor } from './ReachEditor.tsx';

/** How messages reach me: my own to say. */
export function OwnReach({ staffId }: { staffId: string }) {
  const { t } = useTranslation();
  const reason = useReason();
  const queries = useQueryClient();
  const path = `/api/people/${encodeURIComponent(staffId)}/reach`;
  const queryKey = ['people', 'reach', staffId];
  const { data } = useQuery({ queryKey, queryFn: () => request<ReachReply>('GET', path) });
  /** Made of one revision; null while nothing was changed. */
  const [form, setForm] = useState<{ rev: number; ways: FormReach[] } | null>(null);
  const save = useMutation({
    mutationFn: ({ rev, ways }: { rev: number; ways: FormReach[] }) => request<ReachReply>('PUT', path, { rev, reach: reachInputsOf(ways) }),
    onSuccess(reply) {
      queries.setQueryData(queryKey, reply);
      setForm(null);
    },
    onError(error) {
      if (!(error instanceof Refusal) || error.code !== 'conflict') return;
      // Places belong to one revision: made of another they would name other ways.
      setForm(null);
      void queries.invalidateQueries({ queryKey });
    },
  });
  if (!data) return null;
  const refused = save.error instanceof Refusal ? save.error : null;
  const faults = Object.fromEntries(Object.entries(refused?.fields ?? {}).flatMap(([place, why]) => (place.startsWith('reach.') ? [[place.split('.')[1] ?? '', readFault(why) ?? ('wrong' as const)]] : [])));
  const isRefusedByPlace = Object.keys(faults).length > 0;
  return (
    <form
      className="reach-own"
      onSubmit={(event) => {
        event.preventDefault();
        if (form) save.mutate(form);
      }}
    >
      <h2>{t('delivery.reach.mine')}</h2>
      <p className="quiet">{t('delivery.reach.hint')}</p>
      <ReachEditor
        value={form?.ways ?? formReachOf(data.items)}
        signsIn={data.signsIn}
        faults={faults}
        onChange={(ways) => {
          save.reset();
          setForm({ rev: form?.rev ?? data.rev, ways });
        }}
      />
      <div className="reach-foot">
        {form && (
          <>
            <Button htmlType="submit" loading={save.isPending}>
              {t('delivery.reach.keep')}
            </Button>
            <Button
              type="text"
              onClick={() => {
                save.reset();
                setForm(null);
              }}
            >
              {t('edit.cancel')}
            </Button>
          </>
        )}
        {save.isSuccess && !form && <span role="status">{t('delivery.reach.kept')}</span>}
        {save.isError && !isRefusedByPlace && <span role="alert">{refused?.code === 'conflict' ? t('delivery.reach.conflict') : t('edit.notSaved', { why: reason(save.error) })}</span>}
      </div>
    </form>
  );
}
