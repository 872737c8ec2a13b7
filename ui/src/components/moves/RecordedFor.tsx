import { Fieldset, Radio, Select, Stack, TextInput } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { Day, PostRef } from "@/ipc/bindings";
import { DayInput } from "@/ui/DayInput";
import classes from "./moves.module.css";
import type { PaperValues } from "./values";

type Props = {
  posts: readonly PostRef[];
  /** The own name is no choice. */
  must: boolean;
  value: PaperValues | null;
  today: Day;
  onChange: (value: PaperValues | null) => void;
};

/** A decision that a post took on paper and that the representative, while she is alone, records. */
export function RecordedFor({ posts, must, value, today, onChange }: Props) {
  const { t } = useWords();
  const [likeliest] = posts;
  if (likeliest === undefined) return null;
  const blank: PaperValues = { post: likeliest.id, on: today, document: "" };
  return (
    <Fieldset legend={t("moves.whoDecided")} classNames={{ legend: classes.legend ?? "" }} data-testid="recorded">
      <Stack gap="sm">
        {must ? (
          <span className={classes.hint}>{t("moves.mustRecord")}</span>
        ) : (
          <Radio.Group
            aria-label={t("moves.whoDecided")}
            value={value === null ? "own" : "paper"}
            onChange={(who) => onChange(who === "own" ? null : blank)}
          >
            <Stack gap={6}>
              <Radio value="own" label={t("moves.ownDecision")} data-testid="record-own" />
              <Radio value="paper" label={t("moves.paperDecision")} data-testid="record-paper" />
            </Stack>
          </Radio.Group>
        )}
        {value === null ? null : <PaperFields posts={posts} value={value} onChange={onChange} />}
      </Stack>
    </Fieldset>
  );
}

type PaperProps = { posts: readonly PostRef[]; value: PaperValues; onChange: (value: PaperValues) => void };

/** Which post, on which day, on which paper. */
export function PaperFields({ posts, value, onChange }: PaperProps) {
  const { t } = useWords();
  return (
    <div className={classes.paper}>
      <Select
        label={t("moves.recordFor")}
        data={posts.map(({ id, name }) => ({ value: id, label: name }))}
        value={value.post}
        allowDeselect={false}
        searchable={posts.length > 6}
        onChange={(post) => (post === null ? undefined : onChange({ ...value, post }))}
        data-testid="record-for"
      />
      <DayInput
        label={t("moves.recordOn")}
        value={value.on}
        onChange={(on) => onChange({ ...value, on })}
        testId="record-on"
      />
      <TextInput
        label={t("moves.recordDocument")}
        description={t("moves.recordDocumentHint")}
        inputWrapperOrder={["label", "input", "description", "error"]}
        value={value.document}
        onChange={(event) => onChange({ ...value, document: event.currentTarget.value })}
        data-testid="record-document"
      />
    </div>
  );
}
