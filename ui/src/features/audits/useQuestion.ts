import { useMemo, useRef } from "react";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { QuestionView } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { forgetStored, readStored, useStored } from "@/lib/storage";
import type { InTurn } from "./useInTurn";

export type AnswerDraft = Pick<QuestionView, "answer" | "evidence" | "note">;

const NOTHING: AnswerDraft | null = null;

/** Where an answer that is not saved yet is kept. */
export const answerKey = (question: string) => `audits.answer.${question}`;

/** The answer to a question while it is written. What was not saved stays, also when saving was refused or the window closed. */
export function useQuestion(audit: string, question: QuestionView, inTurn: InTurn) {
  const { t } = useWords();
  const toasts = useToasts();
  const write = useTell("save_question");
  const raising = useTell("raise_finding");
  const key = answerKey(question.id);
  const [kept, keep] = useStored<AnswerDraft | null>(key, NOTHING);
  const { answer, evidence, note } = question;
  const stands = useMemo(() => ({ answer, evidence, note }), [answer, evidence, note]);
  const draft = kept ?? stands;
  const dirty = draft.answer !== answer || draft.evidence !== evidence || draft.note !== note;
  const refused = useRef<string | null>(null);

  /** Answers whether what is written stands in the book now. */
  const save = async (): Promise<boolean> => {
    const sent = JSON.stringify(draft);
    refused.current = sent;
    try {
      await inTurn((revision, stands) => {
        const { id, clause2008, clause2015, text, needsEvidence, process } =
          stands.find((one) => one.id === question.id) ?? question;
        const words = { id, clause2008, clause2015, text, needsEvidence, process: process?.id ?? null };
        return write.mutateAsync({ audit, revision, ...words, ...draft });
      });
    } catch {
      // The card shows why not; what was written stays.
      return false;
    }
    refused.current = null;
    // What was typed meanwhile is saved the next time.
    if (JSON.stringify(readStored(key, NOTHING)) === sent) forgetStored(key);
    return true;
  };

  return {
    draft,
    dirty,
    change: (part: Partial<AnswerDraft>) => keep({ ...draft, ...part }),
    save,
    /** On leaving the question: not again what was refused just as it stands. */
    leave: () => {
      if (dirty && !write.isPending && refused.current !== JSON.stringify(draft)) void save();
    },
    saving: write.isPending,
    saved: write.isSuccess && !dirty,
    error: write.error ?? raising.error,
    raising: raising.isPending,
    /** Makes the finding a card, saving it first where it is not saved; answers whether there is one now. */
    raise: async (): Promise<boolean> => {
      if (dirty && !(await save())) return false;
      try {
        const { number } = await inTurn((revision) => raising.mutateAsync({ audit, revision, question: question.id }));
        toasts.said(number === null ? t("audits.raisedDraft") : t("audits.raised", { number }));
        return true;
      } catch {
        return false;
      }
    },
  };
}
