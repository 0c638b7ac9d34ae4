import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FieldFault } from '../../../../server/contract/fieldFault.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useNumberFault } from './useNumberFault.ts';
import type { FormNumber } from './residentForm.ts';

interface NumbersFieldProps {
  id: string;
  value: FormNumber[];
  faults: Record<string, FieldFault | 'wrong'>;
  onChange: (numbers: FormNumber[]) => void;
}

/** The numbers of a file, each in any writing, each with whose or which it is. */
export function NumbersField({ id, value, faults, onChange }: NumbersFieldProps) {
  const { t } = useTranslation();
  const words = useNumberFault();
  const put = (at: number, part: Partial<FormNumber>): void => onChange(value.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <div className="resident-numbers">
      {value.map((one, at) => {
        const fault = faults[`${at}.number`];
        return (
          <div key={at} className="resident-number">
            <Input
              id={at === 0 ? id : undefined}
              aria-label={t('residents.numberOf', { n: at + 1 })}
              aria-describedby={fault ? `${id}-${at}-fault` : undefined}
              status={fault ? 'error' : ''}
              inputMode="tel"
              autoComplete="off"
              maxLength={60}
              value={/^\+\d+$/.test(one.number) ? groupedNumber(one.number) : one.number}
              onChange={(event) => put(at, { number: event.target.value })}
            />
            <Input aria-label={t('residents.labelOf', { n: at + 1 })} placeholder={t('residents.labelHint')} maxLength={30} autoComplete="off" value={one.label} onChange={(event) => put(at, { label: event.target.value })} />
            <Button aria-label={t('residents.dropNumber', { n: at + 1 })} onClick={() => onChange(value.filter((_, index) => index !== at))}>
              {t('residents.drop')}
            </Button>
            {fault && (
              <p className="edit-fault" role="alert" id={`${id}-${at}-fault`}>
                {words(fault)}
              </p>
            )}
          </div>
        );
      })}
      <Button id={value.length === 0 ? id : undefined} onClick={() => onChange([...value, { number: '', label: '' }])}>
        {t('residents.addNumber')}
      </Button>
    </div>
  );
}
