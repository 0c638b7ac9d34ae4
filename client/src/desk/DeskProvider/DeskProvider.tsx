import { useQueryClient } from '@tanstack/react-query';
import i18next from 'i18next';
import { createContext, useContext, useEffect, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import type { CallCard } from '../../../../server/contract/card.ts';
import type { CallResult } from '../../../../server/contract/matter.ts';
import type { SessionUser } from '../../../../server/contract/people.ts';
import type { Language, OpenerStep } from '../../../../server/contract/primitives.ts';
import { useOffices } from '../../app/offices.ts';
import { usePage } from '../../app/pages.ts';
import { goTo } from '../../app/route.ts';
import { useReason } from '../../app/words.ts';
import { openerSentence } from '../../i18n/opener.ts';
import { keyOfAction } from '../../keys/keyChoice.ts';
import { useDeskKeys } from '../../keys/useDeskKeys.ts';
import { keepCard } from '../../live/keepNews.ts';
import { afterKey, useAfterCall, useLiveCalls } from '../../live/keys.ts';
import { useLive } from '../../live/LiveProvider.tsx';
import { serverNow } from '../../live/serverClock.ts';
import { usePhone } from '../../phone/PhoneProvider/PhoneProvider.tsx';
import { useSlip } from '../../slips/useSlip.ts';
import { nextLines, openerSteps, readBackLines, screenLanguage, spokenLanguages } from '../script.ts';
import type { Desk, DeskMode } from './deskState.ts';
import { useCallCommands } from './useCallCommands.ts';
import { useConfirmedCaller } from './useConfirmedCaller.ts';
import { nextHelper, wantedAsAsked } from './nextHelper.ts';
import type { AskedInstead } from './nextHelper.ts';
import { useHelpers } from './useHelpers.ts';
import { useOpenWrapUp } from './useOpenWrapUp.ts';

/** A second F2 right after answering is the finger that answered, not a sentence that was said, ms. */
const answerGuardMs = 600;

const DeskContext = createContext<Desk | null>(null);

/** The caller may hang up under a finger that meant "said": for so long the next press does not finish the call, ms. */
const endGuardMs = 1500;

/** What the desk remembers of one call; another call begins anew. */
interface PerCall {
  callId: string | null;
  told: ReadonlySet<string>;
  /** Where the emphasis was moved back to. */
  backTo: OpenerStep | null;
  slipId: string | null;
  readingIndex: number | null;
  isAskingHangUp: boolean;
  result: CallResult | null;
  /** Pressed as said, and not yet on the card. */
  saidSteps: readonly OpenerStep[];
  language: Language | null;
}

const fresh = (callId: string | null): PerCall => ({ callId, told: new Set(), backTo: null, slipId: null, readingIndex: null, isAskingHangUp: false, result: null, saidSteps: [], language: null });

/** What stands on the desk and what the next key does; the stage, the bar and the work area all read it here. */
export function DeskProvider({ user, children }: { user: SessionUser; children: ReactNode }) {
  const queries = useQueryClient();
  const reason = useReason();
  const { send } = useLive();
  const phone = usePhone();
  const cards = useLiveCalls();
  const after = useAfterCall();
  const page = usePage(user.role);
  const offices = useOffices();
  const [notice, setNotice] = useState<string | null>(null);
  const [passingOn, setPassingOn] = useState<string | null>(null);
  const guardedUntil = useRef(0);

  const live = cards.find((card) => card.agent?.id === user.id && card.state !== 'ringing' && card.state !== 'queued') ?? null;
  const ringing = live ? [] : cards.filter((card) => card.agent === null && phone.legOf(card.id) !== null);
  const mode: DeskMode = live ? 'live' : ringing.length > 0 ? 'ringing' : after ? 'after' : 'idle';
  const call = live ?? ringing[0] ?? after;

  const [kept, setKept] = useState<PerCall>(fresh(null));
  const own = mode === 'live' || mode === 'after' ? (call?.id ?? null) : null;
  const per = kept.callId === own ? kept : fresh(own);
  const change = (part: Partial<PerCall>): void => setKept((before) => ({ ...(before.callId === own ? before : fresh(own)), ...part }));

  const slipId = own === null ? null : (per.slipId ?? call?.slipIds.at(-1) ?? null);
  const draft = useSlip(slipId);
  const language = per.language ?? call?.line.language ?? 'zh-CN';
  const spoken = call ? i18next.getFixedT(screenLanguage(language)) : i18next.t;
  const isSaid = (of: OpenerStep): boolean => call !== null && (call.opener[of] !== null || per.saidSteps.includes(of));
  const step = mode === 'live' ? (per.backTo ?? openerSteps.find((of) => !isSaid(of)) ?? null) : null;
  const slip = draft.slip;
  const askedInstead = useRef<AskedInstead | null>(null);
  const wantedId = call?.wanted?.staffId;
  // The card has come: it is as it says.
  useEffect(() => {
    if (askedInstead.current?.from !== wantedId) askedInstead.current = null;
  }, [wantedId]);
  const helpers = useHelpers(own === null ? null : (call?.wanted ?? null));
  const lines = mode === 'live' && call && step === null ? nextLines({ card: call, slip, helper: helpers.find(({ id }) => id !== call.wanted?.staffId) ?? null, told: per.told, t: spoken, language, now: serverNow() }) : [];
  const readLines = slip && per.readingIndex !== null ? readBackLines(slip, spoken) : null;
  const wasReadToTheEnd = mode === 'after' && slip?.state === 'draft' && readLines !== null && (per.readingIndex ?? 0) >= readLines.length - 1;
  const reading = mode === 'live' && readLines && per.readingIndex !== null ? { lines: readLines, index: Math.min(per.readingIndex, readLines.length - 1) } : null;

  /** Runs a command; what is refused is said in the bar. */
  const run = (work: () => Promise<unknown>): void => {
    setNotice(null);
    work().catch((error: unknown) => setNotice(reason(error)));
  };

  const officeIn = (spokenIn: Language): string => (spokenIn === 'en' ? (offices.find(({ id }) => id === call?.unit.id)?.nameEn ?? call?.unit.name ?? '') : (call?.unit.name ?? ''));
  /** Muted, nothing that is said is heard: a press that meant "said" is refused in words. */
  const isDeaf = (): boolean => {
    if (live?.mutedSince === null || live === null) return false;
    setNotice(i18next.t('stage.mutedFirst', { key: keyOfAction('mute') }));
    return true;
  };

  const askedAt = call?.opener.question ?? null;
  const callerHasSpoken = call !== null && (phone.words(call.id).some(({ by, at }) => by === 'caller' && (askedAt === null || at < askedAt)) || (askedAt === null && (call.wanted !== null || call.matter !== null)));
  const known: CallResult | null = slip && slip.state !== 'draft' ? 'message-taken' : null;
  const result = per.result ?? call?.wrapUp?.result ?? known;
  useOpenWrapUp(user.id);
  useConfirmedCaller(call, draft);
  const commands = useCallCommands({ call: own === null ? null : call, user, run });

  const desk: Desk = {
    user,
    mode,
    call,
    ringing,
    draft,
    slipId,
    step,
    lines,
    saidGoodbye: mode === 'live' && per.told.has('goodbye') && lines.length === 0,
    reading,
    isAskingHangUp: per.isAskingHangUp && mode === 'live',
    isAskingDecline: mode === 'ringing' && passingOn !== null && passingOn === ringing[0]?.id,
    language,
    isSaid,
    callerHasSpoken,
    isMuted: live !== null && live.mutedSince !== null,
    result,
    notice,
    answer(callId) {
      guardedUntil.current = performance.now() + answerGuardMs;
      goTo('/desk');
      run(() => phone.answer(callId));
    },
    decline() {
      const [first] = ringing;
      if (first) run(() => phone.decline(first.id));
    },
    sayStep(said) {
      if (!live || isDeaf()) return;
      const place = openerSteps.indexOf(said);
      const following = openerSteps[place + 1];
      // Having gone back, one goes forward again sentence by sentence up to where one was.
      change({ backTo: per.backTo === said && following !== undefined && isSaid(following) ? following : null, saidSteps: [...per.saidSteps, said] });
      run(async () => {
        try {
          keepCard(queries, await send('call:step', { callId: live.id, step: said }), user.id);
        } catch (error) {
          setKept((now) => ({ ...now, saidSteps: now.saidSteps.filter((of) => of !== said) }));
          throw error;
        }
      });
      run(() => phone.say(live.id, openerSentence(said, language, officeIn(language), callerHasSpoken)));
    },
    sayLine(line) {
      if (!live || isDeaf()) return;
      change({ told: new Set([...per.told, line.key]) });
      run(() => phone.say(live.id, line.text));
    },
    say(text) {
      if (live) run(() => phone.say(live.id, text));
    },
    helpers,
    wanted: (staffId) => commands.wanted({ staffId }, (opened) => change({ slipId: opened })),
    helpInstead(helper) {
      const wanted = call?.wanted;
      if (!wanted) return;
      askedInstead.current = { from: wanted.staffId, to: helper?.id ?? wanted.insteadOf?.staffId ?? wanted.staffId, first: wanted.insteadOf?.staffId ?? wanted.staffId };
      // What was written for the one goes to the other; a message that was taken stays his.
      const unfinished = slip?.state === 'draft' ? { slipId: slip.id } : {};
      const first = wanted.insteadOf?.staffId ?? wanted.staffId;
      commands.wanted(helper ? { staffId: helper.id, insteadOf: first, ...unfinished } : { staffId: first, ...unfinished }, (opened) => change({ slipId: opened }));
    },
    openSlip: (id) => change({ slipId: id, readingIndex: null }),
    newSlip: () => commands.newSlip((made) => change({ slipId: made })),
    chooseMatter(matter) {
      commands.chooseMatter(matter);
      if (matter === 'message' && call?.slipIds.length === 0) desk.newSlip();
    },
    confirmCaller: commands.confirmCaller,
    toggleMute: commands.toggleMute,
    openWrapUp: commands.openWrapUp,
    chooseResult: (chosen) => change({ result: chosen }),
    readBack() {
      if (!live || !slip || slip.state !== 'draft') return;
      run(async () => {
        await draft.saver?.settled();
        change({ readingIndex: 0 });
      });
    },
    stopReading: () => change({ readingIndex: null }),
    take(readBack) {
      const saver = draft.saver;
      if (!saver) return;
      change({ readingIndex: null });
      saver.edit({ state: 'taken', readBack });
    },
    confirmRead: wasReadToTheEnd ? () => desk.take(true) : null,
    changeLanguage() {
      const at = spokenLanguages.indexOf(language);
      if (own !== null) change({ language: spokenLanguages[(at + 1) % spokenLanguages.length] ?? language });
    },
    hangUp() {
      if (!live) return;
      if (!per.isAskingHangUp) return change({ isAskingHangUp: true });
      change({ isAskingHangUp: false });
      run(async () => {
        keepCard(queries, await send('call:hangUp', { callId: live.id }), user.id);
        await phone.hangUp(live.id);
      });
    },
    waitWithHangUp: () => change({ isAskingHangUp: false }),
    done() {
      if (!after) return;
      run(async () => {
        await send('call:wrappedUp', { callId: after.id, result });
        queries.setQueryData<CallCard | null>(afterKey, null);
      });
    },
    goOn() {
      const [first] = ringing;
      if (mode === 'ringing' && first) return desk.answer(first.id);
      // What is said, or finished, must be in sight first.
      if (mode !== 'idle' && page !== 'desk') return goTo('/desk');
      if (performance.now() < guardedUntil.current) return;
      if (mode === 'after') return desk.done();
      if (mode !== 'live' || isDeaf()) return;
      if (step !== null && !reading) return desk.sayStep(step);
      if (reading) {
        const line = reading.lines[reading.index];
        if (line && live) run(() => phone.say(live.id, line.text));
        if (reading.index === reading.lines.length - 1) return desk.take(true);
        return change({ readingIndex: reading.index + 1 });
      }
      const [line] = lines;
      if (slip?.state === 'draft' && slip.missing.length === 0) return desk.readBack();
      if (line) desk.sayLine(line);
    },
    goBack() {
      if (mode !== 'live' || !call) return;
      if (reading) return change({ readingIndex: reading.index === 0 ? null : reading.index - 1 });
      const said = [...per.told];
      if (step === null && said.length > 0) return change({ told: new Set(said.slice(0, -1)) });
      const place = step === null ? openerSteps.length : openerSteps.indexOf(step);
      const before = openerSteps[place - 1];
      if (before) change({ backTo: before });
    },
  };

  useDeskKeys({
    goOn: desk.goOn,
    goBack: desk.goBack,
    Esc: () => (mode === 'ringing' ? (desk.isAskingDecline ? desk.decline() : setPassingOn(ringing[0]?.id ?? null)) : desk.isAskingHangUp ? desk.waitWithHangUp() : reading ? desk.stopReading() : undefined),
    slip: () => (own === null ? undefined : desk.newSlip()),
    other() {
      const next = nextHelper(wantedAsAsked(call?.wanted ?? null, askedInstead.current, helpers), helpers);
      if (next !== undefined) desk.helpInstead(next);
    },
    mute: desk.toggleMute,
    hangUp: () => (mode === 'live' ? desk.hangUp() : undefined),
    'Ctrl ↵': desk.readBack,
    'Alt L': desk.changeLanguage,
  });

  const before = useRef(mode);
  useEffect(() => {
    if (before.current === 'live' && mode === 'after') guardedUntil.current = performance.now() + endGuardMs;
    before.current = mode;
  }, [mode]);

  // Leaving the page cuts the call: the browser asks first.
  const isTalking = mode === 'live';
  useEffect(() => {
    if (!isTalking) return;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isTalking]);

  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** @see Desk. Throws outside of DeskProvider. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('useDesk outside of DeskProvider');
  return desk;
}

/** What the desk is at; `idle` for those who have none. */
export const useDeskMode = (): DeskMode => useContext(DeskContext)?.mode ?? 'idle';
