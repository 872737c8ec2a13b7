import { Checkbox, Fieldset, Stack, Textarea } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { ReviewInputForm, ReviewTopic, TopicView } from "@/ipc/bindings";
import { clausesText } from "./Clauses";

type Props = { topics: TopicView[]; inputs: ReviewInputForm[]; onChange: (inputs: ReviewInputForm[]) => void };

/** What the review looked at: each topic that the standard asks for, with its clause in both editions. */
export function ReviewInputs({ topics, inputs, onChange }: Props) {
  const { t } = useWords();
  const of = (topic: ReviewTopic) => inputs.find((input) => input.topic === topic);
  // In the order of the topics, whichever was ticked first.
  const put = (changed: ReviewTopic, summary: string | null) =>
    onChange(
      topics.flatMap(({ topic }) => {
        if (topic === changed) return summary === null ? [] : [{ topic, summary }];
        const known = of(topic);
        return known === undefined ? [] : [known];
      }),
    );
  return (
    <Fieldset legend={t("registers.inputs")}>
      <Stack gap="xs">
        {topics.map((view) => {
          const { topic } = view;
          const input = of(topic);
          const name = t(`registers.topic_${topic}`);
          return (
            <div key={topic}>
              <Checkbox
                label={name}
                description={clausesText(t, view)}
                checked={input !== undefined}
                onChange={(event) => put(topic, event.currentTarget.checked ? "" : null)}
                data-testid={`topic-${topic}`}
              />
              {input === undefined ? null : (
                <Textarea
                  aria-label={t("registers.summaryOf", { topic: name })}
                  placeholder={t("registers.summary")}
                  autosize
                  minRows={1}
                  mt={4}
                  value={input.summary}
                  onChange={(event) => put(topic, event.currentTarget.value)}
                />
              )}
            </div>
          );
        })}
      </Stack>
    </Fieldset>
  );
}
