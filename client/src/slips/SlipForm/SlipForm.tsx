import { Button } from 'antd';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SlipField, SlipPatch, SlipValueName } from '../../../../server/contract/slip.ts';
import type { WantedPerson } from '../../../../server/contract/card.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { backAt, dayAndTime } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { serverNow } from '../../live/serverClock.ts';
import type { Line } from '../../desk/script.ts';
import { useDeskKeys } from '../../desk/keys.ts';
import { actionsPermitted, actionsRequested } from '../actions.ts';
import { SlipChoices } from '../SlipFields/SlipChoices.tsx';
import { SlipText } from '../SlipFields/SlipText.tsx';
import type { SlipDraft } from '../useSlip.ts';
import { SavedState } from './SavedState.tsx';
import './slipForm.css';

interface SlipFormProps {
  draft: SlipDraft;
  wanted: WantedPerson | null;
  reading: { lines: Line[]; index: number } | null;
  canReadBack: boolean;
  onReadBack: () => void;
  onStopReading: () => void;
  onTake: () => void;
}

/** The values whose source stands at the edge of each field. */
const valueOf: Record<SlipField, SlipValueName> = { recipient: 'recipient', caller: 'callerName', number: 'callerNumber', city: 'callerCity', message: 'message', actions: 'actionsRequested', calledAt: 'calledAt', recordedBy: 'recordedBy' };
const numberOf: Record<SlipField, number> = { recipient: 1, caller: 2, number: 3, city: 4, message: 5, actions: 6, calledAt: 7, recordedBy: 8 };
const neverRead: readonly SlipField[] = ['city', 'calledAt', 'recordedBy'];

/** The eight fields in the paper's order, saved as they are typed. */
export function SlipForm({ draft, wanted, reading, canReadBack, onReadBack, onStopReading, onTake }: SlipFormProps) {
  const { t } = useTranslation();
  const [focused, setFocused] = useState<SlipField | null>(null);
  const { slip: stored, saver, saving, error } = draft;

  const declineField = (field: SlipField): void => {
    if (!stored) return;
    const declined = saving.unsaved.declined ?? stored.declined;
    saver?.edit({ declined: declined.includes(field) ? declined.filter((name) => name !== field) : [...declined, field] });
  };
  const missingNow = stored?.missing ?? [];
  const declinable = focused ?? missingNow[0] ?? null;
  useDeskKeys({ 'Alt N': () => (declinable ? declineField(declinable) : undefined) });

  if (!stored) return error ? <Fault error={error} retry={draft.reload} /> : <div className="slip-loading" aria-busy="true" />;
  const slip = { ...stored, ...saving.unsaved } as typeof stored;
  const isLocked = slip.state !== 'draft';
  const edit = (patch: SlipPatch): void => {
    if (reading) onStopReading();
    saver?.edit(patch);
  };
  const missing = stored.missing.length;

  const edge = (field: SlipField): ReactNode => {
    if (reading) {
      if (neverRead.includes(field)) return <span className="chip">{t('slip.readTags.never')}</span>;
      const places = reading.lines.flatMap((line, index) => (line.field === field ? [index] : []));
      if (places.includes(reading.index)) return <span className="chip ask">{t('slip.readTags.now')}</span>;
      if (places.length === 0) return <span className="chip">{t('slip.readTags.never')}</span>;
      return <span className="chip">{t(places.every((place) => place < reading.index) ? 'slip.readTags.done' : 'slip.readTags.later')}</span>;
    }
    if (slip.declined.includes(field)) return <span className="chip">{t('slip.declinedTag')}</span>;
    if (stored.missing.includes(field)) return <span className="chip ask">{t('slip.missingTag')}</span>;
    const source = stored.sources[valueOf[field]];
    return source && source !== 'person' ? <span className="chip">{t(`slip.sources.${source}`)}</span> : <span />;
  };
  const row = (field: SlipField, content: ReactNode, look = ''): ReactNode => {
    const isMissing = stored.missing.includes(field) && !reading;
    const isNow = reading?.lines[reading.index]?.field === field;
    return (
      <div className={`slip-row ${look}${isMissing || isNow ? ' missing' : ''}`} data-field={field} data-missing={isMissing} onFocus={() => setFocused(field)}>
        <span className="slip-no">{numberOf[field]}</span>
        <span className="slip-label">{t(`slip.fields.${field}`)}</span>
        {content}
        <span className="slip-edge">{edge(field)}</span>
      </div>
    );
  };
  const text = (field: SlipField, name: SlipValueName, placeholder: string, maxLength: number, more: { shown?: string; isArea?: boolean; label?: string; never?: boolean } = {}): ReactNode => (
    <SlipText
      id={`slip-${name}`}
      label={more.label ?? t(`slip.fields.${field}`)}
      value={slip[name] as string}
      {...(more.shown === undefined ? {} : { shown: more.shown })}
      placeholder={placeholder}
      isMissing={!more.never && stored.missing.includes(field)}
      isArea={more.isArea ?? false}
      isLocked={isLocked}
      maxLength={maxLength}
      onEdit={(typed) => edit({ [name]: typed })}
    />
  );
  const ask = (field: SlipField): string => t('slip.askFor', { sentence: t(`slip.says.${field}`, { name: slip.recipient || t('slip.frontDeskName') }) });
  const isOfWanted = wanted && wanted.staffId === slip.recipientId;
  const calledAt = Date.parse(slip.calledAt);

  return (
    <div className="slip" data-slip-state={slip.state}>
      <div className="slip-head">
        <span className="slip-title">{t('slip.title')}</span>
        {isOfWanted && (
          <b className="one-line">
            {!wanted.away ? t('slip.isHere', { name: wanted.name }) : wanted.backAt === null ? t('slip.awayUnknown', { name: wanted.name }) : t('slip.awayUntil', { name: wanted.name, when: backAt(wanted.backAt, serverNow(), uiLanguage()) })}
          </b>
        )}
        <b className="push nowrap" role="status">
          {isLocked ? t(stored.readBack ? 'slip.taken' : 'slip.takenUnread') : missing > 0 ? t('slip.missing', { count: missing }) : t('slip.complete')}
        </b>
      </div>
      <div className="slip-rows">
        {row('recipient', text('recipient', 'recipient', ask('recipient'), 200))}
        {row(
          'caller',
          <div className="slip-two">
            {text('caller', 'callerName', ask('caller'), 200)}
            {text('caller', 'callerCompany', t('slip.company'), 200, { label: t('slip.company'), never: true })}
          </div>,
        )}
        <div className="slip-pair">
          {row(
            'number',
            <div className="slip-two narrow">
              {text('number', 'callerNumber', ask('number'), 64, { shown: groupedNumber(slip.callerNumber) })}
              {text('number', 'callerExtension', t('slip.extension'), 32, { label: t('slip.extension'), never: true })}
            </div>,
          )}
          {row('city', text('city', 'callerCity', ask('city'), 200))}
        </div>
        {row('message', text('message', 'message', ask('message'), 8000, { isArea: true }), 'tall')}
        {row('actions', <SlipChoices label={t('slip.fields.actions')} names={actionsRequested} chosen={slip.actionsRequested} words={(name) => t(`slip.requested.${name}`)} isLocked={isLocked} onChange={(chosen) => edit({ actionsRequested: chosen })} />)}
        <div className="slip-row">
          <span />
          <span className="slip-label">{t('slip.permitted')}</span>
          <SlipChoices label={t('slip.permitted')} names={actionsPermitted} chosen={slip.actionsPermitted} words={(name) => t(`slip.allowed.${name}`)} isLocked={isLocked} onChange={(chosen) => edit({ actionsPermitted: chosen })} />
          <span />
        </div>
        <div className="slip-pair">
          {row('calledAt', <span className="slip-fixed">{Number.isNaN(calledAt) ? slip.calledAt : dayAndTime(calledAt, uiLanguage())}</span>)}
          {row('recordedBy', text('recordedBy', 'recordedBy', t('slip.fields.recordedBy'), 200))}
        </div>
        {slip.recordingUrl && <audio className="slip-recording" controls preload="none" src={slip.recordingUrl} aria-label={t('slip.list.listen')} />}
      </div>
      <div className="slip-foot">
        {isLocked ? (
          <span>{t(stored.readBack ? 'slip.taken' : 'slip.takenUnread')}</span>
        ) : reading ? (
          <>
            <Button onClick={onTake}>{t('slip.skipRead')}</Button>
            <Button type="text" onClick={onStopReading}>
              {t('slip.stopRead')} <kbd>Esc</kbd>
            </Button>
          </>
        ) : (
          <>
            {canReadBack ? (
              <Button onClick={onReadBack}>
                {t('slip.readBack')} <kbd>Ctrl ↵</kbd>
              </Button>
            ) : (
              <Button onClick={onTake}>{t('slip.take')}</Button>
            )}
            <Button type="text" disabled={!declinable} onMouseDown={(event) => event.preventDefault()} onClick={() => declinable && declineField(declinable)}>
              {declinable && slip.declined.includes(declinable) ? t('slip.undecline') : t('slip.decline')} <kbd>Alt N</kbd>
            </Button>
          </>
        )}
        <SavedState saving={saving} />
      </div>
    </div>
  );
}
