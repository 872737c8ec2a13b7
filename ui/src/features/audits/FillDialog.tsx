import { Checkbox, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { AuditPage } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import type { InTurn } from "./useInTurn";

type Props = { page: AuditPage; inTurn: InTurn; onClose: () => void; onFilled: () => void };

/** Puts the checklist together: what became of the last external audit's findings, then the chosen lists. */
export function FillDialog({ page, inTurn, onClose, onFilled }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const fill = useTell("fill_questions");
  const { audit, lists, findingsToAsk, questions } = page;
  const [chosen, setChosen] = useState(() => lists.map(({ id }) => id));
  const [tried, setTried] = useState(false);
  const nothing = chosen.length === 0 && findingsToAsk === 0;
  const submit = () => {
    setTried(true);
    if (nothing) return;
    inTurn((revision) => fill.mutateAsync({ id: audit.id, revision, lists: chosen })).then(
      (next) => {
        toasts.said(t("audits.filled", { count: next.questions.length - questions.length }));
        onClose();
        onFilled();
      },
      // The dialog shows why not.
      () => undefined,
    );
  };
  return (
    <FormDialog
      title={t("audits.fill")}
      saveId="fill-save"
      saveLabel={t("audits.fillNow")}
      saving={fill.isPending}
      error={fill.error}
      onSave={submit}
      onClose={onClose}
    >
      <Text data-testid="fill-findings">
        {findingsToAsk === 0 ? t("audits.noFindingsToAsk") : t("audits.findingsToAsk", { count: findingsToAsk })}
      </Text>
      {lists.length === 0 ? (
        <Text>
          {t("audits.noFittingLists")}{" "}
          <Link to="/audits" search={{ tab: "lists" }}>
            {t("audits.toLists")}
          </Link>
        </Text>
      ) : (
        <Checkbox.Group
          label={t("audits.chooseLists")}
          value={chosen}
          onChange={setChosen}
          error={tried && nothing ? t("audits.chooseOne") : undefined}
        >
          <Stack gap={6} mt={6}>
            {lists.map(({ id, name, process, questions: own }, index) => (
              <Checkbox
                key={id}
                value={id}
                label={name}
                description={`${process === null ? t("audits.anyProcess") : process.code} · ${t("audits.questionCount", { count: own.length })}`}
                data-testid={`fill-list-${index + 1}`}
              />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
    </FormDialog>
  );
}
