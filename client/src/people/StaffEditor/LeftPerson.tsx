import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readFault } from '../../../../server/contract/fieldFault.ts';
import type { StaffView } from '../../../../server/contract/staff.ts';
import { Refusal, request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { useFaultWords } from '../../edit/useFaultWords.ts';
import { useKeepPerson } from '../usePerson.ts';

/** Somebody who has left may come back; where his extension was given away, with another one or with none. */
export function LeftPerson({ person }: { person: StaffView }) {
  const { t } = useTranslation();
  const reason = useReason();
  const faultWords = useFaultWords();
  const keep = useKeepPerson();
  const [extension, setExtension] = useState(person.extension);
  const restore = useMutation({ mutationFn: () => request<StaffView>('POST', `/api/staff/${encodeURIComponent(person.id)}/restore`, extension === person.extension ? {} : { extension }), onSuccess: keep });
  const told = restore.error instanceof Refusal ? restore.error.fields['extension'] : undefined;
  return (
    <form
      className="left-person"
      onSubmit={(event) => {
        event.preventDefault();
        restore.mutate();
      }}
    >
      <p>{t('people.leftNote')}</p>
      {told !== undefined && (
        <label>
          {t('people.fields.extension')} <Input value={extension} maxLength={20} style={{ width: 144 }} onChange={(event) => setExtension(event.target.value)} />
        </label>
      )}
      <Button htmlType="submit" loading={restore.isPending}>
        {t('people.restore')}
      </Button>
      {restore.isError && <p role="alert">{told === undefined ? t('edit.notSaved', { why: reason(restore.error) }) : faultWords(readFault(told) ?? 'wrong')}</p>}
    </form>
  );
}
