import { Button } from 'antd';
import { useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { WantedPerson } from '../../../../server/contract/card.ts';
import type { SlipValueName } from '../../../../server/contract/slip.ts';
import { longestText } from '../../../../server/contract/slipFields.ts';
import type { SlipField } from '../../../../server/contract/slipFields.ts';
import { Fault } from '../../app/App/Fault.tsx';
import { useOffices } from '../../app/offices.ts';
import type { Line } from '../../desk/script.ts';
import { backAt } from '../../i18n/clock.ts';
import { uiLanguage } from '../../i18n/i18n.ts';
import { officeZone } from '../../i18n/officeZone.ts';
import { groupedNumber } from '../../i18n/phoneNumber.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { serverNow } from '../../live/serverClock.ts';
import { actionsPermitted, actionsRequested } from '../actions.ts';
import { writeTime } from '../calledAt/writeTime.ts';
import { RecipientMatches } from '../SlipFields/RecipientMatches.tsx';
import { SlipChoices } from '../SlipFields/SlipChoices.tsx';
import { SlipText } from '../SlipFields/SlipText.tsx';
import { SlipTime } from '../SlipFields/SlipTime.tsx';
import { SlipPaper } from '../SlipPaper/SlipPaper.tsx';
import type { SlipValues } from '../unsaved.ts';
import type { SlipDraft } from '../useSlip.ts';
import { ConflictLine } from './ConflictLine.tsx';
import { askedOfCaller, isWholeNumber, neverRead, numberOf, valuesOf } from './fields.ts';
import { focusNextMissing } from './focusNextMissing.ts';
import { PrivateLine } from './PrivateLine.tsx';
import { SavedState } from './SavedState.tsx';
import './slipForm.css';

interface SlipFormProps {
  draft: SlipDraft;
  wanted: WantedPerson | null;
  reading: { lines: Line[]; index: number } | null;
  canReadBack: boolean;
  /** For those who may read slips and not write them. */
  isReadOnly?: boolean;
  onReadBack: () => void;
  onStopReading: () => void;
  onTake: () => void;
  /** All of it was read back and the caller hung up at the last sentence; null otherwise. */
  onConfirmRead?: (() => void) | null;
  /** What else can be done about this slip, at its foot. */
  fate?: ReactNode;
}

interface TextOptions {
  shown?: string;
  editable?: string;
  isArea?: boolean;
  label?: string;
  isOptional?: boolean;
  note?: string | null;
}

/** The eight fields in the paper's order, saved as they are typed. */
export function SlipForm({ draft, wanted, reading, canReadBack, isReadOnly = false, onReadBack, onStopReading, onTake, onConfirmRead = null, fate }: SlipFormProps) {
  const { t } = useTranslation();
  const offices = useOffices();
  const form = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<SlipField | null>(null);
  const [isCorrecting, setCorrecting] = useState(false);
  const { slip, stored, saver, saving, error } = draft;

  /** What somebody has read is not changed under his eyes. */
  const hasArrived = slip?.delivery?.deliveredAt != null;
  const isLocked = isReadOnly || (slip !== null && slip.state !== 'draft' && (!isCorrecting || hasArrived));
  const edit = (patch: SlipValues, seen?: SlipValues): void => {
    if (reading) onStopReading();
    saver?.edit(patch, seen && { ...stored, ...(seen as Partial<NonNullable<typeof stored>>) });
  };
  const declineField = (field: SlipField): void => {
    if (slip && !isLocked) edit({ declined: slip.declined.includes(field) ? slip.declined.filter((name) => name !== field) : [...slip.declined, field] });
  };
  const missing = slip?.missing ?? [];
  const declinable = [focused, ...missing].find((field) => field !== null && askedOfCaller.includes(field)) ?? null;
  useDeskKeys({ 'Alt N': () => (declinable ? declineField(declinable) : undefined) });

  if (!slip || !stored) return error ? <Fault error={error} retry={draft.reload} /> : <p className="slip-loading empty" aria-busy="true">{t('calls.loading')}</p>;

  const office = offices.find(({ id }) => id === slip.unitId);
  const officeName = (uiLanguage() === 'en' ? office?.nameEn : null) ?? office?.name ?? '';
  const zone = office?.timeZone ?? officeZone();
  const timeText = (iso: string): string => (Number.isNaN(Date.parse(iso)) ? iso : writeTime(Date.parse(iso), serverNow(), zone, uiLanguage(), true));
  const isPending = (name: SlipValueName): boolean => saving.unsaved[name] !== undefined;

  const readTag = (field: SlipField): ReactNode => {
    const places = (reading?.lines ?? []).flatMap((line, index) => (line.field === field ? [index] : []));
    if (neverRead.includes(field) || places.length === 0) return <span className="chip">{t('slip.readTags.never')}</span>;
    if (places.includes(reading?.index ?? -1)) return <span className="chip ask">{t('slip.readTags.now')}</span>;
    return <span className="chip">{t(places.every((place) => place < (reading?.index ?? 0)) ? 'slip.readTags.done' : 'slip.readTags.later')}</span>;
  };
  const sourceChip = (field: SlipField): ReactNode => {
    const [name] = valuesOf[field];
    // The city follows the number, and the server is still asked.
    if (field === 'city' && isPending('callerNumber') && slip.sources['callerCity'] !== 'person') return <span className="chip">{t('slip.looking')}</span>;
    if (missing.includes(field)) return <span className="chip ask">{t('slip.missingTag')}</span>;
    const source = slip.sources[name];
    return source && source !== 'person' && <span className="chip">{t(`slip.sources.${source}`)}</span>;
  };
  const edge = (field: SlipField): ReactNode => {
    if (reading) return readTag(field);
    const isDeclined = slip.declined.includes(field);
    const canDecline = !isLocked && askedOfCaller.includes(field) && (isDeclined || missing.includes(field));
    return (
      <>
        {isDeclined ? <span className="chip">{t('slip.declinedTag')}</span> : sourceChip(field)}
        {canDecline && (
          <button type="button" tabIndex={-1} className="text-key" onMouseDown={(event) => event.preventDefault()} onClick={() => declineField(field)}>
            {t(isDeclined ? 'slip.askAfterAll' : 'slip.notSay')}
          </button>
        )}
      </>
    );
  };
  const theirsOf = (name: SlipValueName): string => {
    const value = stored[name];
    return typeof value !== 'string' ? value.join('；') : name === 'calledAt' ? timeText(value) : name === 'callerNumber' ? groupedNumber(value) : value;
  };
  // Whom a slip is for is one thing under two names: who he is, and what he is called.
  const isInConflict = (name: SlipValueName): boolean => saving.conflicts.includes(name) || (name === 'recipient' && saving.conflicts.includes('recipientId'));
  const row = (field: SlipField, content: ReactNode): ReactNode => {
    const isMissing = missing.includes(field) && !reading;
    const isNow = reading?.lines[reading.index]?.field === field;
    return (
      <div className={`slip-row${isMissing || isNow ? ' missing' : ''}`} data-field={field} data-missing={isMissing} onFocus={() => setFocused(field)}>
        <span className="slip-no">{numberOf[field]}</span>
        <span className="slip-label">{t(`slip.fields.${field}`)}</span>
        {content}
        <span className="slip-edge">{edge(field)}</span>
        {valuesOf[field].map((name) => isInConflict(name) && <ConflictLine key={name} name={name} theirs={theirsOf(name)} writers={saving.writers} onMine={() => saver?.keepMine(name)} onTheirs={() => saver?.takeTheirs(name)} />)}
      </div>
    );
  };
  const text = (field: SlipField, name: Exclude<SlipValueName, 'actionsRequested' | 'actionsPermitted'>, placeholder: string, maxLength: number, { label, isOptional = false, ...more }: TextOptions = {}): ReactNode => {
    const echo = saving.echoes[name];
    return (
      <SlipText
        id={`slip-${name}`}
        label={label ?? t(`slip.fields.${field}`)}
        value={slip[name]}
        stored={stored[name]}
        isPending={isPending(name)}
        echo={echo && { typed: String(echo.typed), stored: String(echo.stored) }}
        placeholder={slip.declined.includes(field) && !isOptional ? t('slip.declinedTag') : isLocked ? '' : placeholder}
        isMissing={!isOptional && missing.includes(field)}
        isLocked={isLocked}
        maxLength={maxLength}
        // Another name typed over somebody who was chosen a moment ago lets go of him, as the server does with one that it has.
        onEdit={(typed, seen) => edit({ [name]: typed, ...(name === 'recipient' && saving.unsaved.recipientId != null ? { recipientId: null } : {}) }, { [name]: seen })}
        {...more}
      />
    );
  };
  const choices = { isLocked, maxLength: longestText.line } as const;
  const ask = (field: SlipField): string => t('slip.askFor', { sentence: t(`slip.says.${field}`, { name: slip.recipient || t('slip.frontDeskName') }) });
  const isOfWanted = wanted && wanted.staffId === slip.recipientId;
  const number = groupedNumber(slip.callerNumber);
  // An extension that came with the number is shown with it to whoever corrects the number: else it would go with the old text.
  const numberAsTyped = slip.callerExtension !== '' && slip.sources['callerExtension'] === 'numbering-plan' ? `${number} ${t('slip.paper.extension', { extension: slip.callerExtension })}` : number;
  const isUnreadNumber = slip.callerNumber.trim() !== '' && !isPending('callerNumber') && !isWholeNumber(slip.callerNumber);

  return (
    <div className="slip" data-slip-state={slip.state} ref={form} onKeyDown={(event) => focusNextMissing(event, form.current)}>
      <div className="slip-head">
        <span className="slip-title">{t('slip.title')}</span>
        {isOfWanted && (
          <b className="one-line">
            {!wanted.away ? t('slip.isHere', { name: wanted.name }) : wanted.backAt === null ? t('slip.awayUnknown', { name: wanted.name }) : t('slip.awayUntil', { name: wanted.name, when: backAt(wanted.backAt, serverNow(), uiLanguage()) })}
          </b>
        )}
        <b className="push nowrap" role="status">
          {slip.state !== 'draft' ? t(slip.readBack || slip.state === 'dropped' || slip.state === 'merged' ? `slip.states.${slip.state}` : 'slip.takenUnread') : missing.length > 0 ? t('slip.missing', { count: missing.length }) : t('slip.complete')}
        </b>
      </div>
      <div className="slip-rows">
        {row(
          'recipient',
          <div className="slip-recipient">
            {text('recipient', 'recipient', ask('recipient'), longestText.line)}
            <RecipientMatches
              recipient={slip.recipient}
              recipientId={slip.recipientId ?? null}
              isLocked={isLocked}
              onPick={({ id, name }) => {
                edit({ recipientId: id, recipient: name });
                document.getElementById('slip-callerName')?.focus();
              }}
            />
          </div>,
        )}
        {row(
          'caller',
          <div className="slip-two">
            {text('caller', 'callerName', ask('caller'), longestText.line)}
            {text('caller', 'callerCompany', t('slip.company'), longestText.line, { label: t('slip.company'), isOptional: true })}
          </div>,
        )}
        <div className="slip-pair">
          {row(
            'number',
            <div className="slip-two narrow">
              {text('number', 'callerNumber', ask('number'), longestText.number, { shown: number, editable: numberAsTyped, note: isUnreadNumber ? t('slip.numberUnread') : null })}
              {text('number', 'callerExtension', t('slip.extension'), longestText.extension, { label: t('slip.extension'), isOptional: true })}
            </div>,
          )}
          {row('city', text('city', 'callerCity', ask('city'), longestText.line))}
        </div>
        {row(
          'message',
          <div>
            {text('message', 'message', slip.recordingUrl === undefined ? ask('message') : t('slip.writeHeard'), longestText.message, { isArea: true })}
            {slip.recordingUrl !== undefined && <audio className="slip-recording" controls preload="none" src={slip.recordingUrl} aria-label={t('slip.list.listen')} />}
          </div>,
        )}
        {row(
          'actions',
          <SlipChoices
            {...choices}
            id="slip-ownRequested"
            label={t('slip.fields.actions')}
            ownLabel={t('slip.ownRequested')}
            names={actionsRequested}
            chosen={slip.actionsRequested}
            stored={stored.actionsRequested}
            isPending={isPending('actionsRequested')}
            echo={saving.echoes.actionsRequested}
            words={(name) => t(`slip.requested.${name}`)}
            onChange={(chosen) => edit({ actionsRequested: chosen })}
          />,
        )}
        <div className="slip-row" onFocus={() => setFocused('actions')}>
          <span />
          <span className="slip-label">{t('slip.permitted')}</span>
          <SlipChoices
            {...choices}
            id="slip-ownPermitted"
            label={t('slip.permitted')}
            ownLabel={t('slip.ownPermitted')}
            names={actionsPermitted}
            chosen={slip.actionsPermitted}
            stored={stored.actionsPermitted}
            isPending={isPending('actionsPermitted')}
            echo={saving.echoes.actionsPermitted}
            words={(name) => t(`slip.allowed.${name}`)}
            onChange={(chosen) => edit({ actionsPermitted: chosen })}
          />
          <span />
        </div>
        <SlipTime slipId={slip.id} value={slip.calledAt} zone={zone} officeName={officeName} label={t('slip.fields.calledAt')} isMissing={missing.includes('calledAt')} isLocked={isLocked} onEdit={(value) => edit({ calledAt: value })}>
          {(input, more) => (
            <>
              <div className="slip-pair">
                {row('calledAt', input)}
                {row('recordedBy', text('recordedBy', 'recordedBy', t('slip.fields.recordedBy'), longestText.line))}
              </div>
              {more}
            </>
          )}
        </SlipTime>
      </div>
      {!isReadOnly && <PrivateLine draft={draft} />}
      <div className="slip-foot">
        {reading ? (
          <>
            <Button onClick={onTake}>{t('slip.skipRead')}</Button>
            <Button type="text" onClick={onStopReading}>
              {t('slip.stopRead')} <kbd>Esc</kbd>
            </Button>
          </>
        ) : slip.state === 'draft' && !isReadOnly ? (
          <>
            {onConfirmRead && <Button onClick={onConfirmRead}>{t('slip.wasConfirmed')}</Button>}
            {canReadBack ? (
              <Button data-key="finish" onClick={onReadBack}>
                {t('slip.readBack')} <kbd>Ctrl ↵</kbd>
              </Button>
            ) : (
              <Button data-key="finish" title={t('slip.takeHint')} onClick={onTake}>
                {t('slip.take')}
              </Button>
            )}
            <Button type="text" disabled={!declinable} onMouseDown={(event) => event.preventDefault()} onClick={() => declinable && declineField(declinable)}>
              {declinable === null ? t('slip.decline') : t(slip.declined.includes(declinable) ? 'slip.undeclineField' : 'slip.declineField', { field: t(`slip.fields.${declinable}`) })} <kbd>Alt N</kbd>
            </Button>
          </>
        ) : (
          !isReadOnly &&
          slip.state !== 'dropped' &&
          slip.state !== 'merged' && (
            <>
              {!slip.readBack && (
                <Button title={t('slip.takenUnreadHint')} onClick={() => saver?.edit({ readBack: true })}>
                  {t('slip.calledBack')}
                </Button>
              )}
              {hasArrived ? (
                <span className="slip-note slip-arrived">{t('delivery.locked')}</span>
              ) : (
                <Button type="text" onClick={() => setCorrecting(!isCorrecting)}>
                  {t(isCorrecting ? 'slip.corrected' : 'slip.correct')}
                </Button>
              )}
            </>
          )
        )}
        <Button type="text" onClick={() => window.print()}>
          {t('slip.print')}
        </Button>
        {fate}
        <SavedState saving={saving} />
      </div>
      <SlipPaper slip={slip} officeName={officeName} calledAt={timeText(slip.calledAt)} printedAt={writeTime(serverNow(), serverNow(), zone, uiLanguage(), false)} />
    </div>
  );
}
