import type { CallCard, CallerMatch } from '../../../../server/contract/card.ts';
import type { CallResult, Matter } from '../../../../server/contract/matter.ts';
import type { HelperView, SessionUser } from '../../../../server/contract/people.ts';
import type { Language, OpenerStep } from '../../../../server/contract/primitives.ts';
import type { SlipDraft } from '../../slips/useSlip.ts';
import type { Line } from '../script.ts';

/** `after`: the call has ended and its wrap-up is not done. */
export type DeskMode = 'idle' | 'ringing' | 'live' | 'after';

/** What stands on the desk, and everything that a hand can do there. */
export interface Desk {
  user: SessionUser;
  mode: DeskMode;
  /** The call that the stage speaks of. */
  call: CallCard | null;
  ringing: CallCard[];
  draft: SlipDraft;
  slipId: string | null;
  /** The sentence of the opener that is to be said now; null when all were said. */
  step: OpenerStep | null;
  lines: Line[];
  /** Goodbye was said and nothing is left to say: the caller hangs up first. */
  saidGoodbye: boolean;
  /** The read-back under way: its sentences and which is being read. */
  reading: { lines: Line[]; index: number } | null;
  isAskingHangUp: boolean;
  /** Esc was pressed once while it rings: it means "cancel" elsewhere, so a second press passes the call on. */
  isAskingDecline: boolean;
  isMuted: boolean;
  /** In what language the caller is spoken to: the line's, or what the agent switched to. */
  language: Language;
  /** Sentences of the opener that were said; one that was just pressed counts before the server knows. */
  isSaid(step: OpenerStep): boolean;
  /** The caller said what he wants before he was asked. */
  callerHasSpoken: boolean;
  /** How the ended call came out, as chosen, or as the desk knows it by itself; null while nobody knows. */
  result: CallResult | null;
  notice: string | null;
  goOn(): void;
  goBack(): void;
  sayStep(step: OpenerStep): void;
  sayLine(line: Line): void;
  say(text: string): void;
  answer(callId: string): void;
  decline(): void;
  wanted(staffId: string): void;
  /** Who can help in the place of the person asked for while he is away, best first. */
  helpers: readonly HelperView[];
  /** The caller takes the other person, and the unfinished slip goes to him; null: back to the one he asked for. */
  helpInstead(helper: HelperView | null): void;
  openSlip(id: string): void;
  newSlip(): void;
  chooseMatter(matter: Matter | null): void;
  /** The agent made sure who it is; null takes it back. */
  confirmCaller(match: CallerMatch | null): void;
  toggleMute(): void;
  openWrapUp(callId: string): void;
  chooseResult(result: CallResult): void;
  readBack(): void;
  stopReading(): void;
  take(readBack: boolean): void;
  /** The caller hung up while the last sentence was read: the agent knows whether he agreed. */
  confirmRead: (() => void) | null;
  changeLanguage(): void;
  hangUp(): void;
  waitWithHangUp(): void;
  done(): void;
}
