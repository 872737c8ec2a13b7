import { useState } from "react";
import type { CaseForm, CaseKind } from "@/ipc/bindings";
import { forgetStored, readStored, writeStored } from "@/lib/storage";

export type Base = { form: CaseForm; revision: number };
type Kept = { form: CaseForm; revision: number };

export function emptyForm(kind: CaseKind): CaseForm {
  return {
    kind,
    title: "",
    reportedOn: null,
    reportedBy: "",
    fileReference: "",
    source: null,
    sourceDocument: "",
    process: null,
    department: null,
    owner: null,
    clause2008: null,
    clause2015: null,
    grade: null,
    evidence: "",
    requirement: "",
    statement: "",
    correctionWhat: "",
    correctionDoneOn: null,
    correctionConsequences: "",
    causeMethod: null,
    causeAnalysis: "",
    causeRoot: "",
    causeSimilar: "",
    targetOn: null,
    actions: [],
    expectedEffect: "",
    criterion: "",
    reviewDueOn: null,
    remarks: "",
  };
}

const same = (a: CaseForm, b: CaseForm) => JSON.stringify(a) === JSON.stringify(b);

/**
 * The form of a draft. What is typed and not saved yet stays on this desk under the draft's key, so that a crash or a switched
 * off computer loses nothing; the register itself gets it only through "save".
 */
export function useDraft(key: string, server: Base) {
  const stored = `draft.${key}`;
  const [base, setBase] = useState<Base>(server);
  const [kept] = useState<Kept | null>(() => readStored<Kept | null>(stored, null));
  const [form, setForm] = useState<CaseForm>(kept?.form ?? server.form);
  const [revision, setRevision] = useState(kept?.revision ?? server.revision);
  const [recovered, setRecovered] = useState(kept !== null && !same(kept.form, server.form));
  const dirty = !same(form, base.form);

  // Somebody else saved while nothing was typed here: show theirs.
  if (!dirty && server.revision > base.revision) {
    setBase(server);
    setForm(server.form);
    setRevision(server.revision);
  }

  return {
    form,
    /** The revision the text was written against; a save with it tells the register what it meant to change. */
    revision,
    dirty,
    recovered,
    change: (part: Partial<CaseForm>) =>
      setForm((was) => {
        const next = { ...was, ...part };
        writeStored(stored, { form: next, revision } satisfies Kept);
        return next;
      }),
    saved: (now: Base) => {
      forgetStored(stored);
      setBase(now);
      setForm(now.form);
      setRevision(now.revision);
      setRecovered(false);
    },
    /** Takes the register's text. */
    drop: (now: Base) => {
      forgetStored(stored);
      setBase(now);
      setForm(now.form);
      setRevision(now.revision);
      setRecovered(false);
    },
    /** Keeps the own text and means it as a change of what the register holds now. */
    rebase: (now: Base) => {
      setBase(now);
      setRevision(now.revision);
      writeStored(stored, { form, revision: now.revision } satisfies Kept);
    },
    forget: () => forgetStored(stored),
  };
}
