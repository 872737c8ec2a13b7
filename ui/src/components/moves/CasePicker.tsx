import { Select } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import { useAsk } from "@/ipc/queries";

type Props = { except: string; value: string | null; error: string | undefined; onChange: (id: string | null) => void };

/** Another card of the register, found by its number or by words of its title. */
export function CasePicker({ except, value, error, onChange }: Props) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const [label, setLabel] = useState<string | null>(null);
  const found = useAsk("find", { text: text === label ? "" : text }).data ?? [];
  const cases = found.filter(({ kind, id }) => kind === "case" && id !== except);
  const data = cases.map((one) => ({ value: one.id, label: `${one.label} ${one.detail}`.trim() }));
  if (value !== null && label !== null && !cases.some(({ id }) => id === value)) data.push({ value, label });
  // An empty list is no list for a screen reader: it says what it waits for, or that nothing was found.
  const empty = { value: "", label: t(text.trim() === "" ? "moves.otherCaseType" : "palette.nothing"), disabled: true };
  return (
    <Select
      label={t("moves.otherCase")}
      description={t("moves.otherCaseHint")}
      data={data.length === 0 ? [empty] : data}
      value={value}
      searchable
      required
      // The register has searched already, in all the words of a card.
      filter={({ options }) => options}
      placeholder={t("moves.otherCaseType")}
      error={error}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id, option) => {
        setLabel(option?.label ?? null);
        onChange(id);
      }}
      data-testid="move-to"
      data-autofocus
    />
  );
}
