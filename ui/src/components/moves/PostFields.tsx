import { Checkbox, Select, Stack } from "@mantine/core";
import { useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import type { Day } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import classes from "./moves.module.css";
import { PaperFields } from "./RecordedFor";
import type { useMoveValues } from "./values";

type OwnerProps = { value: string | null; error: string | undefined; onChange: (owner: string | null) => void };

/** The post that answers for a case or an action from now on. */
export function OwnerField({ value, error, onChange }: OwnerProps) {
  const { t } = useWords();
  const posts = useAsk("choices", null).data?.posts ?? [];
  return (
    <Select
      label={t("moves.newOwner")}
      data={posts.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      searchable
      required
      error={error}
      onChange={onChange}
      data-testid="move-owner"
      data-autofocus
    />
  );
}

type ApprovedProps = { kept: Pick<ReturnType<typeof useMoveValues>, "values" | "change">; today: Day };

/** While she is alone, the representative may hold the approval of the Coordinator or the Starosta on paper already. */
export function ApprovedField({ kept: { values, change }, today }: ApprovedProps) {
  const { t } = useWords();
  const alone = useSession()?.alone ?? false;
  const posts = useAsk("choices", null).data?.posts ?? [];
  const [first] = posts;
  if (!alone || first === undefined) return <span className={classes.hint}>{t("moves.approvalNeeded")}</span>;
  return (
    <Stack gap="sm">
      <Checkbox
        label={t("moves.approvedOnPaper")}
        checked={values.approved !== null}
        onChange={(event) =>
          change({ approved: event.currentTarget.checked ? { post: first.id, on: today, document: "" } : null })
        }
        data-testid="move-approved"
      />
      {values.approved === null ? (
        <span className={classes.hint}>{t("moves.approvalNeeded")}</span>
      ) : (
        <PaperFields posts={posts} value={values.approved} onChange={(approved) => change({ approved })} />
      )}
    </Stack>
  );
}
