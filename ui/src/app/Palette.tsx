import { Modal, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useId, useState } from "react";
import { type Translate, useWords } from "@/i18n/i18n";
import type { Found } from "@/ipc/bindings";
import { query, useTell } from "@/ipc/queries";
import { plain } from "@/lib/text";
import classes from "./Frame.module.css";

type Entry = { id: string; group: string; label: string; detail: string; run: () => void };

function useFixedEntries(t: Translate, onSheet: () => void, onLock: (() => void) | null): Entry[] {
  const navigate = useNavigate();
  const { lang } = useWords();
  const language = useTell("set_language");
  const screens = [
    ["/", "nav.dashboard"],
    ["/work", "nav.work"],
    ["/cases", "nav.register"],
    ["/certificate", "nav.certificate"],
    ["/inbox", "nav.inbox"],
    ["/import", "nav.import"],
    ["/settings", "nav.settings"],
  ] as const;
  const entry = (group: string, label: string, run: () => void): Entry => ({
    id: `${group}-${label}`,
    group,
    label,
    detail: "",
    run,
  });
  return [
    ...screens.map(([to, name]) => entry(t("palette.screens"), t(name), () => void navigate({ to }))),
    ...(["people", "processes"] as const).map((tab) =>
      entry(t("palette.screens"), t(`palette.${tab}`), () => void navigate({ to: "/settings", search: { tab } })),
    ),
    entry(t("palette.commands"), t("nav.newCase"), () => void navigate({ to: "/cases/new" })),
    entry(
      t("palette.commands"),
      t("palette.overdue"),
      () => void navigate({ to: "/cases", search: { overdue: true } }),
    ),
    entry(t("palette.commands"), t("palette.switchLanguage"), () =>
      language.mutate({ lang: lang === "pl" ? "en" : "pl" }),
    ),
    entry(t("palette.commands"), t("palette.shortcuts"), onSheet),
    ...(onLock === null ? [] : [entry(t("palette.commands"), t("palette.lock"), onLock)]),
  ];
}

function useFoundEntries(t: Translate, found: Found[]): Entry[] {
  const navigate = useNavigate();
  const groups = { case: t("palette.cases"), post: t("palette.posts"), department: t("palette.departments") };
  const open = ({ kind, id }: Found) => {
    if (kind === "case") return navigate({ to: "/cases/$id", params: { id } });
    return navigate({ to: "/cases", search: kind === "post" ? { owner: id } : { departments: [id] } });
  };
  return found.map((item) => ({
    id: `${item.kind}-${item.id}`,
    group: groups[item.kind],
    label: item.label,
    detail: item.detail,
    run: () => void open(item),
  }));
}

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
    <Modal
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
    </Modal>
  );
}
