import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chooseKeys, useKeyChoice, useKeys } from '../../keys/keyChoice.ts';
import { deskActions, keySets, pressOf, refusalOf } from '../../keys/keymap.ts';
import type { DeskAction } from '../../keys/keymap.ts';

const fixed = [
  ['Esc', 'no'],
  ['Alt 1–6', 'matters'],
  ['Alt A–E', 'people'],
  ['Alt W', 'attach'],
  ['Alt L', 'language'],
  ['Alt N', 'notSay'],
  ['Alt T', 'talk'],
  ['Alt R', 'remark'],
  ['Alt Shift 1–6', 'results'],
  ['Ctrl ↵', 'readBack'],
  ['Ctrl K', 'search'],
] as const;

/** Two sets of keys, each of which may be changed key by key. */
export function KeySettings() {
  const { t } = useTranslation();
  const choice = useKeyChoice();
  const keys = useKeys();
  const [waiting, setWaiting] = useState<DeskAction | null>(null);
  const [refusal, setRefusal] = useState<ReturnType<typeof refusalOf>>(null);

  const take = (action: DeskAction) => (event: React.KeyboardEvent): void => {
    if (waiting !== action || ['Tab', 'Shift', 'Control', 'Alt', 'Meta'].includes(event.key)) return;
    event.preventDefault();
    // The key must not act while it is being chosen.
    event.nativeEvent.stopImmediatePropagation();
    event.stopPropagation();
    if (event.key === 'Escape') return setWaiting(null);
    const press = pressOf(event.nativeEvent);
    const refused = refusalOf(press, action, choice);
    setRefusal(refused);
    if (refused) return;
    chooseKeys({ ...choice, own: { ...choice.own, [choice.set]: { ...choice.own[choice.set], [action]: press } } });
    setWaiting(null);
  };
  return (
    <section className="sheet">
      <h2>
        {t('settings.keys')}
        <small>{t('settings.keysHint')}</small>
      </h2>
      <div className="key-sets">
        <Segmented aria-label={t('settings.keys')} value={choice.set} options={keySets.map((value) => ({ value, label: t(`settings.keySets.${value}`) }))} onChange={(set) => chooseKeys({ ...choice, set })} />
        {Object.keys(choice.own[choice.set]).length > 0 && (
          <Button type="text" onClick={() => chooseKeys({ ...choice, own: { ...choice.own, [choice.set]: {} } })}>
            {t('settings.reset')}
          </Button>
        )}
      </div>
      <dl className="key-list">
        {deskActions.map((action) => (
          <div key={action}>
            <dt>
              <kbd>{keys[action]}</kbd>
            </dt>
            <dd>{t(`settings.actions.${action}`)}</dd>
            <dd>
              <Button
                size="small"
                type="text"
                data-action={action}
                aria-label={`${t(`settings.actions.${action}`)} ${t('settings.change')}`}
                onClick={() => {
                  setWaiting(action);
                  setRefusal(null);
                }}
                onBlur={() => setWaiting(null)}
                onKeyDownCapture={take(action)}
              >
                {waiting === action ? t('settings.press') : t('settings.change')}
              </Button>
              {waiting === action && refusal && <span role="alert">{refusal.why === 'taken' ? t('settings.refusals.taken', { action: t(`settings.actions.${refusal.by}`) }) : t(`settings.refusals.${refusal.why}`)}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <h3>{t('settings.fixed')}</h3>
      <dl className="key-list">
        {fixed.map(([key, name]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`settings.fixedKeys.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
