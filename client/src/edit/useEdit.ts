import { useMutation } from '@tanstack/react-query';
import { readFault } from '../../../server/contract/fieldFault.ts';
import type { FieldFault } from '../../../server/contract/fieldFault.ts';
import { Refusal } from '../app/request.ts';
import { keepDraft, draftOf, useDraft } from './drafts.ts';
import { changedOf, clashesOf, keepMine, nothingWritten, takeTheirs, valuesOf, write } from './editState.ts';

/** A record under edit as its form has it; `clashes` are fields in which somebody else wrote something else. */
export interface Edit<F extends object> {
  values: F;
  /** As the server has it. */
  stored: F;
  set<K extends keyof F & string>(field: K, value: F[K]): void;
  isChanged: boolean;
  clashes: (keyof F & string)[];
  keepMine(field: keyof F & string): void;
  takeTheirs(field: keyof F & string): void;
  /** Nothing is sent while two versions stand side by side. */
  save(): void;
  cancel(): void;
  isSaving: boolean;
  isSaved: boolean;
  error: Error | null;
  /** Why the server refused this field, or what is below it, by the path there (`1` of `deputyIds.1`, '' for the field itself). */
  faults(field: keyof F & string): Record<string, FieldFault | 'wrong'>;
}

interface EditOf<F extends object, R> {
  /** Under which what is not saved waits: one name a record. */
  name: string;
  stored: F;
  /** Sends what differs. */
  send: (changed: Partial<F>) => Promise<R>;
  /** The answer is put where the page reads it. */
  onSaved: (reply: R) => void | Promise<void>;
  /** Another one was faster: the record is to be read anew. */
  onConflict: () => void;
}

/** Editing one record of the server, with others who may edit it at the same time. */
export function useEdit<F extends object, R>({ name, stored, send, onSaved, onConflict }: EditOf<F, R>): Edit<F> {
  const state = useDraft<F>(name);
  const changed = changedOf(state, stored);
  const clashes = clashesOf(state, stored);
  const saving = useMutation({
    mutationFn: () => send(changed),
    onSuccess: async (reply) => {
      await onSaved(reply);
      keepDraft<F>(name, nothingWritten);
    },
    onError: (error) => {
      if (error instanceof Refusal && error.code === 'conflict') onConflict();
    },
  });
  const isChanged = Object.keys(changed).length > 0;
  const fields = saving.error instanceof Refusal ? saving.error.fields : {};
  return {
    values: valuesOf(state, stored),
    stored,
    set(field, value) {
      if (saving.isSuccess) saving.reset();
      keepDraft(name, write(draftOf<F>(name), stored, field, value));
    },
    isChanged,
    clashes,
    keepMine: (field) => keepDraft(name, keepMine(draftOf<F>(name), stored, field)),
    takeTheirs: (field) => keepDraft(name, takeTheirs(draftOf<F>(name), field)),
    save() {
      if (isChanged && clashes.length === 0 && !saving.isPending) saving.mutate();
    },
    cancel() {
      saving.reset();
      keepDraft<F>(name, nothingWritten);
    },
    isSaving: saving.isPending,
    isSaved: saving.isSuccess && !isChanged,
    error: saving.error,
    faults(field) {
      const below = Object.entries(fields).filter(([path]) => path === field || path.startsWith(`${field}.`));
      return Object.fromEntries(below.map(([path, reason]) => [path.slice(field.length + 1), readFault(reason) ?? 'wrong']));
    },
  };
}
