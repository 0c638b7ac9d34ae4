import type { HolderPart, Sending } from '../contract/delivery.ts';
import type { CallBackOffer, Letter, LetterAct, LetterNext, OpenLetter, ShutLetter } from '../contract/letter.ts';
import type { Slip } from '../contract/slip.ts';
import { isUnderWay } from '../delivery/advanceDelivery.ts';
import { callBackWay } from '../delivery/callBackWay.ts';
import { nextTold } from '../delivery/nextTold.ts';
import { planOf } from '../delivery/plan.ts';
import type { Directory } from '../people/directory.ts';
import { usualUnit } from '../people/people.ts';
import { concerns } from './slipReader.ts';
import type { SlipReader } from './slipReader.ts';

/** What the page of a message is made of. */
export interface LetterSources {
  slip: Slip;
  sendings: readonly Sending[];
  reader: SlipReader;
  /** Where the caller lives, where his number says so beyond doubt. */
  place: string | null;
  directory: Directory;
  /** Whether a call-back of this reader is on the line. */
  isCallingBack: boolean;
  now: number;
}

/** More than these are a telephone book. */
const mostColleagues = 30;
const shownActs: ReadonlySet<string> = new Set<LetterAct['what']>(['acknowledged', 'replied', 'called-back', 'passed', 'done']);

/** A message as its reader's page shows it; while it is not his, nothing of what it says. */
export function presentLetter(sources: LetterSources): Letter {
  const { slip, sendings, reader, directory, now } = sources;
  if (!isUnderWay(slip)) return shut(sources, slip.state === 'draft' ? 'correcting' : 'withdrawn');
  if (!concerns(slip, sendings, reader)) return shut(sources, 'elsewhere');
  const { state, recipient, callerName, callerCompany, callerNumber, callerExtension, callerCity, message, actionsRequested, actionsPermitted, calledAt, recordedBy, readBack, declined } = slip;
  return {
    standing: 'yours',
    office: officeOf(directory, slip.unitId),
    part: partOf(sources),
    ...{ state, recipient, callerName, callerCompany, callerNumber, callerExtension, callerCity, message, actionsRequested, actionsPermitted, calledAt, recordedBy, readBack, declined },
    place: sources.place,
    hasRecording: slip.recordingUrl !== undefined,
    isAcknowledged: slip.delivery?.acknowledged != null,
    isDone: slip.delivery?.done != null,
    next: nextOf(sources),
    callBack: callBackOf(sources),
    colleagues: colleaguesOf(sources),
    acts: actsOf(sources),
    now,
  };
}

/** To whom this reader may pass the message on: of the office, his deputies and his department, who is there first. */
export function colleaguesOf({ slip, reader, directory, now }: Pick<LetterSources, 'slip' | 'reader' | 'directory' | 'now'>): OpenLetter['colleagues'] {
  const from = reader.member ?? directory.staff(slip.recipientId ?? '');
  if (!from) return [];
  const deputies = new Set(from.deputyIds);
  const there = directory.helpersOf(from, now).map(({ staff }) => staff);
  const everybody = directory.all().staff.filter(({ id, department }) => deputies.has(id) || (from.department !== '' && department === from.department));
  const others = everybody.filter((one) => !there.includes(one)).sort((a, b) => Number(deputies.has(b.id)) - Number(deputies.has(a.id)));
  return [...there, ...others]
    .filter(({ id, unitId, removedAt }) => removedAt === null && unitId === slip.unitId && id !== reader.member?.id)
    .slice(0, mostColleagues)
    .map(({ id, name, title }) => ({ id, name, title, isDeputy: deputies.has(id) }));
}

/** @see callBackWay; what is needed to place the call stays here */
export function callBackOf({ slip, reader, directory, isCallingBack }: LetterSources): CallBackOffer {
  const way = callBackWay(slip, reader.member, directory.unit(slip.unitId) ?? usualUnit, linesOf(directory, slip.unitId));
  return way.kind === 'line' ? { kind: 'line', isUnderWay: isCallingBack } : way;
}

const linesOf = (directory: Directory, unitId: string) => directory.all().lines.filter((line) => line.unitId === unitId);

function officeOf(directory: Directory, unitId: string): OpenLetter['office'] {
  const unit = directory.unit(unitId);
  const [line] = linesOf(directory, unitId);
  return { name: unit?.name ?? '', nameEn: unit?.nameEn ?? null, timeZone: unit?.timeZone ?? 'UTC', language: line?.language ?? 'zh-CN', number: line?.number ?? null };
}

function shut({ slip, directory }: LetterSources, standing: ShutLetter['standing']): ShutLetter {
  return { standing, office: officeOf(directory, slip.unitId), holder: standing === 'elsewhere' ? (slip.delivery?.holder.name ?? null) : null };
}

function partOf({ slip, sendings, reader }: LetterSources): HolderPart {
  const holder = slip.delivery?.holder;
  if (holder?.kind === reader.to.kind && holder.id === reader.to.id) return holder.part;
  return sendings.findLast(({ to }) => to.kind === reader.to.kind && to.id === reader.to.id)?.part ?? 'recipient';
}

function nextOf({ slip, sendings, reader, directory }: LetterSources): LetterNext | null {
  const holder = slip.delivery?.holder;
  const next = nextTold(slip, sendings, planOf(slip, holder?.part === 'passed' ? holder.id : null, directory));
  if (!next) return null;
  const { at, rung } = next;
  if (!rung) return { at, whom: 'desk', part: 'desk', name: '', title: '', channel: null };
  const { to, part, channel } = rung;
  const whom = to.kind === reader.to.kind && to.id === reader.to.id ? 'you' : 'other';
  return { at, whom, part, name: to.name, title: to.kind === 'staff' ? (directory.staff(to.id)?.title ?? '') : '', channel };
}

function actsOf({ slip, reader }: LetterSources): LetterAct[] {
  return (slip.delivery?.acts ?? []).flatMap(({ at, what, by, words, to }) => (shownActs.has(what) && by ? [{ at, what: what as LetterAct['what'], by: by.name, isMine: by.id === reader.by.id, words, to }] : []));
}
