import { useState } from "react";
import type { CaseForm } from "@/ipc/bindings";
import { forgetStored, readStored, writeStored } from "@/lib/storage";

export type Base = { form: CaseForm; revision: number };
/** `base` is what the register held when the writing began; it tells which fields were written here. */
type Kept = { form: CaseForm; revision: number; base?: CaseForm };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The own text on top of what the register holds now: fields that were not written here are taken as they are there. */
export function onTop(mine: CaseForm, base: CaseForm, now: CaseForm): CaseForm {
  const written = Object.entries(mine).filter(([name, value]) => !same(value, base[name as keyof CaseForm]));
  return { ...now, ...(Object.fromEntries(written) as Partial<CaseForm>) };
}

/** A text kept by an earlier version of the program may lack a field, of the card or of an action. */
function whole(kept: CaseForm, server: CaseForm): CaseForm {
  const actions = kept.actions.map((action) => ({ ...action, training: action.training ?? false }));
  return { ...server, ...kept, actions };
}

/** Whether something was typed under that key and not saved yet. */
export function hasKept(key: string): boolean {
  return readStored<Kept | null>(`draft.${key}`, null) !== null;
}

/**
 * The form of a card. What is typed and not saved yet stays on this desk under its key, so that a crash or a switched off
 * computer loses nothing; the register itself gets it only through "save".
 */
export function useDraft(key: string, server: Base) {
  const stored = `draft.${key}`;
  const [kept] = useState<Kept | null>(() => readStored<Kept | null>(stored, null));
  const [base, setBase] = useState<Base>({
    form: kept?.base === undefined ? server.form : whole(kept.base, server.form),
    revision: server.revision,
  });
  const [form, setForm] = useState<CaseForm>(kept === null ? server.form : whole(kept.form, server.form));
  const [revision, setRevision] = useState(kept?.revision ?? server.revision);
  const [recovered, setRecovered] = useState(kept !== null && !same(form, server.form));
  const dirty = !same(form, base.form);

  // Somebody else saved while nothing was typed here: show theirs.
  if (!dirty && server.revision > base.revision) {
    setBase(server);
    setForm(server.form);
    setRevision(server.revision);
  }

  const take = (now: Base) => {
    forgetStored(stored);
    setBase(now);
    setForm(now.form);
    setRevision(now.revision);
    setRecovered(false);
  };
  return {
    form,
    /** The revision the text was written against; a save with it tells the register what it meant to change. */
    revision,
    dirty,
    recovered,
    change: (part: Partial<CaseForm>) =>
      setForm((was) => {
        const next = { ...was, ...part };
        writeStored(stored, { form: next, revision, base: base.form } satisfies Kept);
        return next;
      }),
    saved: take,
    /** Takes the register's text. */
    drop: take,
    /** Keeps the own text and means it as a change of what the register holds now. */
    rebase: (now: Base) => {
      const next = onTop(form, base.form, now.form);
      setBase(now);
      setForm(next);
      setRevision(now.revision);
      writeStored(stored, { form: next, revision: now.revision, base: now.form } satisfies Kept);
    },
    forget: () => forgetStored(stored),
  };
}
