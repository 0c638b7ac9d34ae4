import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../../../../server/contract/fieldFault.ts';
import { request } from '../../app/request.ts';
import { useReason } from '../../app/words.ts';
import { useFaultWords } from '../../edit/useFaultWords.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import type { FormNumber } from './staffForm.ts';

interface PrivateNumbersProps {
  /** Null for somebody new: there is nothing to reveal. */
  personId: string | null;
  value: FormNumber[];
  faults: Record<string, FieldFault | 'wrong'>;
  onChange: (numbers: FormNumber[]) => void;
}

/** Private numbers, masked; in full only for a reason, which stands on the audit log. */
export function PrivateNumbers({ personId, value, faults, onChange }: PrivateNumbersProps) {
  const { t } = useTranslation();
  const words = useFaultWords();
  const reason = useReason();
  const [why, setWhy] = useState<string | null>(null);
  const reveal = useMutation({
    mutationFn: (text: string) => request<{ privateNumbers: string[] }>('POST', `/api/staff/${encodeURIComponent(personId ?? '')}/reveal`, { reason: text }),
    onSuccess: () => setWhy(null),
  });
  const shown = reveal.data?.privateNumbers;
  const hasKept = value.some((one) => 'keep' in one);
  const mayAdd = !value.some((one) => 'number' in one && one.number.trim() === '');
  return (
    <div className="private-numbers">
      {value.map((one, at) => {
        const fault = faults[String(at)];
        return (
          <div key={'keep' in one ? `keep ${one.keep}` : `new ${at}`} className="private-number">
            {'keep' in one ? (
              <bdi className="private-number-shown">{shown?.[one.keep] === undefined ? one.shown : groupedNumber(shown[one.keep] ?? '')}</bdi>
            ) : (
              <Input
                aria-label={t('people.privateNew')}
                placeholder={t('people.privateHint')}
                value={one.number}
                maxLength={100}
                autoComplete="off"
                autoFocus={one.number === ''}
                {...(fault && { status: 'error' as const })}
                onChange={(event) => onChange(value.map((other, place) => (place === at ? { number: event.target.value } : other)))}
              />
            )}
            <Button type="text" size="small" aria-label={t('people.privateOff', { number: 'keep' in one ? one.shown : one.number })} onClick={() => onChange(value.filter((_, place) => place !== at))}>
              ✕
            </Button>
            {fault && <p className="edit-fault">{words(fault)}</p>}
          </div>
        );
      })}
      <div className="private-keys">
        <Button size="small" disabled={!mayAdd || value.length >= 10} onClick={() => onChange([...value, { number: '' }])}>
          {t('people.privateAdd')}
        </Button>
        {personId !== null && hasKept && shown === undefined && why === null && (
          <Button size="small" onClick={() => setWhy('')}>
            {t('people.reveal')}
          </Button>
        )}
        {shown !== undefined && (
          <Button size="small" onClick={() => reveal.reset()}>
            {t('people.revealEnd')}
          </Button>
        )}
      </div>
      {why !== null && (
        <div className="private-why">
          <Input
            autoFocus
            aria-label={t('people.revealWhy')}
            placeholder={t('people.revealWhy')}
            value={why}
            maxLength={500}
            onChange={(event) => setWhy(event.target.value)}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing) return;
              if (event.key === 'Escape') setWhy(null);
              if (event.key !== 'Enter') return;
              // The form around it saves on Enter.
              event.preventDefault();
              if (why.trim().length >= 2) reveal.mutate(why.trim());
            }}
          />
          <Button size="small" disabled={why.trim().length < 2} loading={reveal.isPending} onClick={() => reveal.mutate(why.trim())}>
            {t('people.revealNow')}
          </Button>
          <Button size="small" onClick={() => setWhy(null)}>
            {t('people.revealNo')}
          </Button>
          <small className="quiet">{t('people.revealNote')}</small>
        </div>
      )}
      {reveal.isError && <p role="alert">{t('edit.notSaved', { why: reason(reveal.error) })}</p>}
    </div>
  );
}
