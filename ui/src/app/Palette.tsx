import { Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useWords } from "@/i18n/i18n";
import { query } from "@/ipc/queries";
import { plain } from "@/lib/text";
import { Dialog } from "@/ui/Dialog";
import classes from "./Frame.module.css";
import { type Entry, useFixedEntries, useFoundEntries } from "./paletteEntries";

type Props = { onClose: () => void; onSheet: () => void; onLock: (() => void) | null };

/** Ctrl+K: one box that reaches any card, person, screen or command. */
export function Palette({ onClose, onSheet, onLock }: Props) {
  const { t } = useWords();
  const list = useId();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const [settled] = useDebouncedValue(text.trim(), 120);
  const found = useQuery({
    ...query("find", { text: settled }),
    enabled: settled !== "",
    placeholderData: keepPreviousData,
  });
  const fixed = useFixedEntries(t, onSheet, onLock).filter(({ label }) => plain(label).includes(plain(text.trim())));
  const fromDesk = useFoundEntries(t, settled === "" ? [] : (found.data ?? []));
  const entries = [...fromDesk, ...fixed];
  const current = Math.min(chosen, entries.length - 1);

  const run = (entry: Entry | undefined) => {
    if (entry === undefined) return;
    onClose();
    entry.run();
  };
  const press = (event: React.KeyboardEvent) => {
    if (event.key === "ArrowDown") setChosen(Math.min(current + 1, entries.length - 1));
    else if (event.key === "ArrowUp") setChosen(Math.max(current - 1, 0));
    else if (event.key === "Enter") run(entries[current]);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog
      opened
      onClose={onClose}
      size="lg"
      title={t("palette.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
      yOffset="10vh"
    >
      <TextInput
        data-autofocus
        role="combobox"
        aria-label={t("palette.title")}
        aria-expanded
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={entries[current] === undefined ? undefined : `${list}-${current}`}
        placeholder={t("palette.placeholder")}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={press}
        data-testid="palette-input"
      />
      <div className={classes.found} role="listbox" id={list} aria-label={t("palette.results")}>
        {entries.map((entry, index) => (
          <div key={entry.id} role="presentation">
            {entry.group === entries[index - 1]?.group ? null : (
              <div className={classes.group} role="presentation">
                {entry.group}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box above takes the keys and points here */}
            <div
              role="option"
              tabIndex={-1}
              id={`${list}-${index}`}
              aria-selected={index === current}
              className={classes.option}
              ref={index === current ? (element) => element?.scrollIntoView?.({ block: "nearest" }) : undefined}
              onClick={() => run(entry)}
            >
              <span>{entry.label}</span>
              <span className={classes.optionDetail}>{entry.detail}</span>
            </div>
          </div>
        ))}
      </div>
      <Text size="sm" c="dimmed" mt="sm" role="status">
        {entries.length === 0 ? t("palette.nothing") : t("palette.hint")}
      </Text>
    </Dialog>
  );
}
