import { useRef, useState } from 'react';
import type { RefObject } from 'react';
import type { Due } from '../DueField/dueOf.ts';
import { useTabDraft } from './useTabDraft.ts';

/** A task as it is being written. */
export interface TaskDraft {
  words: string;
  due: Due;
  /** Null: whoever writes it; empty: the supervisors. */
  ownerId: string | null;
  /** Null: the first office of whoever writes. */
  unitId: string | null;
  callerName: string;
  callerNumber: string;
  isPromised: boolean;
  /** Put away by hand: it waits until it is asked for. */
  isAway: boolean;
}

const blank: TaskDraft = { words: '', due: { key: 'hour' }, ownerId: null, unitId: null, callerName: '', callerNumber: '', isPromised: false, isAway: false };

/** The form and its key. `opener`: the key, which has the focus again when the form is put away. */
export interface TaskWriting {
  draft: TaskDraft;
  write: (part: Partial<TaskDraft>) => void;
  isOpen: boolean;
  /** Opened by hand; one that was found waiting leaves the focus where it is. */
  takesFocus: boolean;
  /** Put away with something in it. */
  isHalfWritten: boolean;
  opener: RefObject<HTMLButtonElement | null>;
  begin: () => void;
  /** What was written waits. */
  putAway: () => void;
  /** It is kept: the next one is blank. */
  finish: () => void;
}

/** The form of a new task, open or put away, and what is written in it, under one name. Where one was left by answering a call, or by a reload, it is open again. */
export function useTaskWriting(name: string): TaskWriting {
  const { draft, write, forget } = useTabDraft(name, blank);
  const isBegun = [draft.words, draft.callerName, draft.callerNumber].some((typed) => typed.trim() !== '');
  const [open, setOpen] = useState<'found' | 'by hand' | null>(isBegun && !draft.isAway ? 'found' : null);
  const opener = useRef<HTMLButtonElement>(null);
  const close = (): void => {
    setOpen(null);
    opener.current?.focus();
  };
  return {
    draft,
    write,
    isOpen: open !== null,
    takesFocus: open === 'by hand',
    isHalfWritten: open === null && isBegun,
    opener,
    begin() {
      setOpen('by hand');
      write({ isAway: false });
    },
    putAway() {
      write({ isAway: true });
      close();
    },
    finish() {
      forget();
      close();
    },
  };
}
