import { Button, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { channelNames } from '../../../../server/contract/delivery.ts';
import type { FieldFault } from '../../../../server/contract/fieldFault.ts';
import { useFaultWords } from '../../edit/useFaultWords.ts';
import type { FormReach } from './formReach.ts';
import { useReachWords } from './useReachWords.ts';
import './reach.css';

const mostWays = 10;

interface ReachEditorProps {
  value: FormReach[];
  /** Whether he has an inbox. */
  signsIn: boolean;
  faults: Record<string, FieldFault | 'wrong'>;
  onChange: (ways: FormReach[]) => void;
}

/** How messages reach somebody, in the order in which they are tried. Addresses that stand there are masked: they are put in order or taken off, not read. */
export function ReachEditor({ value, signsIn, faults, onChange }: ReachEditorProps) {
  const { t } = useTranslation();
  const words = useFaultWords();
  const { one: wayWords } = useReachWords();
  const hasConsole = value.some((one) => ('keep' in one ? one.shown.channel : one.channel) === 'console');
  const amend = (at: number, change: Partial<Extract<FormReach, { channel: unknown }>>): void => onChange(value.map((one, place) => (place === at && 'channel' in one ? { ...one, ...change } : one)));
  const up = (at: number): void => onChange(value.map((one, place) => (place === at - 1 ? (value[at] ?? one) : place === at ? (value[at - 1] ?? one) : one)));
  return (
    <div className="reach">
      {value.length === 0 && <p className="quiet reach-usual">{t(signsIn ? 'delivery.reach.usual' : 'delivery.reach.noWay')}</p>}
      <ol>
        {value.map((one, at) => {
          const fault = faults[String(at)];
          const name = 'keep' in one ? wayWords(one.shown) : t(`delivery.channels.${one.channel}`);
          const isNew = 'channel' in one && one.channel !== 'console';
          const isRobot = isNew && one.channel !== 'sms' && one.channel !== 'mail';
          return (
            <li key={'keep' in one ? `keep ${one.keep}` : `new ${at}`}>
              <div className="reach-way">
                <span className="reach-name" dir="auto">
                  {name}
                  {'channel' in one && one.channel === 'console' && <span className="quiet"> {t('delivery.reach.signsIn')}</span>}
                </span>
                {isNew && (
                  <Input
                    className="reach-address"
                    aria-label={`${t(`delivery.channels.${one.channel}`)} ${t(isRobot ? 'delivery.reach.robot' : one.channel === 'sms' ? 'delivery.reach.number' : 'delivery.reach.mail')}`}
                    placeholder={t(isRobot ? 'delivery.reach.robot' : one.channel === 'sms' ? 'delivery.reach.number' : 'delivery.reach.mail')}
                    value={one.address}
                    maxLength={500}
                    autoComplete="off"
                    spellCheck={false}
                    autoFocus={one.address === ''}
                    {...(fault && { status: 'error' as const })}
                    onChange={(event) => amend(at, { address: event.target.value })}
                  />
                )}
                <span className="reach-keys">
                  <Button type="text" size="small" disabled={at === 0} aria-label={t('delivery.reach.up', { way: name })} onClick={() => up(at)}>
                    ↑
                  </Button>
                  <Button type="text" size="small" aria-label={t('delivery.reach.off', { way: name })} onClick={() => onChange(value.filter((_, place) => place !== at))}>
                    ✕
                  </Button>
                </span>
              </div>
              {isRobot && (
                <div className="reach-robot">
                  {one.channel !== 'wecom' && <Input aria-label={t('delivery.reach.secret')} placeholder={t('delivery.reach.secret')} value={one.secret} maxLength={200} autoComplete="off" spellCheck={false} onChange={(event) => amend(at, { secret: event.target.value })} />}
                  <Input aria-label={t('delivery.reach.mention')} placeholder={t('delivery.reach.mention')} value={one.mention} maxLength={100} autoComplete="off" onChange={(event) => amend(at, { mention: event.target.value })} />
                </div>
              )}
              {fault && (
                <p className="edit-fault" role="alert">
                  {words(fault)}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      <div className="reach-add">
        <span className="quiet">{t('delivery.reach.add')}</span>
        {channelNames
          .filter((channel) => channel !== 'console' || (signsIn && !hasConsole))
          .map((channel) => (
            <Button key={channel} size="small" disabled={value.length >= mostWays} onClick={() => onChange([...value, { channel, address: '', secret: '', mention: '' }])}>
              {t(`delivery.channels.${channel}`)}
            </Button>
          ))}
      </div>
    </div>
  );
}
