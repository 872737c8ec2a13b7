import { ActionIcon, Popover, TextInput } from "@mantine/core";
import { DatePicker } from "@mantine/dates";
import { IconCalendar } from "@tabler/icons-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { Day } from "@/ipc/bindings";
import { formatDay, parseDay } from "@/lib/dates";
import { useToday } from "./today";

type Props = {
  label: string;
  value: Day | null;
  onChange: (value: Day | null) => void;
  description?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Asked for later, not by this form: an asterisk, and these words for screen readers. */
  mark?: string | undefined;
  disabled?: boolean;
  id?: string;
  testId?: string;
};

const TODAY_MARK = { outline: "1px solid var(--c-accent)", outlineOffset: -1 };

/**
 * A date as people here write it. The kit's own inputs read `05.03.2015` as 3 May and `31.02.2015` as 3 March without a
 * word; this one reads strictly, keeps what it cannot read on the screen, says so, and makes the form invalid until it is mended.
 */
export function DayInput({ label, value, onChange, description, error, required, mark, disabled, id, testId }: Props) {
  const { t, lang } = useWords();
  const today = useToday();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [focused, setFocused] = useState(false);
  const [opened, setOpened] = useState(false);

  // What was typed stays on the screen as long as it means the value that the form holds.
  const written = typed !== null && parseDay(typed) === value ? typed : value === null ? "" : formatDay(value, lang);
  const unreadable = written.trim() !== "" && parseDay(written) === null;
  const shown = focused || unreadable || value === null ? written : formatDay(value, lang);

  useEffect(() => {
    input.current?.setCustomValidity(unreadable ? t("common.noSuchDate") : "");
  }, [unreadable, t]);

  const calendar = (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" withRoles={false} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          disabled={disabled ?? false}
          aria-label={t("common.openCalendar", { label })}
          aria-expanded={opened}
          onClick={() => setOpened((was) => !was)}
        >
          <IconCalendar size={18} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={t("common.calendar")}>
        <DatePicker
          value={value}
          defaultDate={value ?? today}
          getDayProps={(day) => (day === today ? { "aria-current": "date", style: TODAY_MARK } : {})}
          onChange={(day) => {
            setTyped(null);
            onChange(day);
            setOpened(false);
          }}
          hideOutsideDates
          ariaLabels={{
            nextMonth: t("common.nextMonth"),
            previousMonth: t("common.previousMonth"),
            nextYear: t("common.nextYear"),
            previousYear: t("common.previousYear"),
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );

  return (
    <TextInput
      ref={input}
      label={
        mark === undefined ? (
          label
        ) : (
          <>
            {label}
            <span className="visually-hidden"> ({mark})</span>
          </>
        )
      }
      withAsterisk={(required ?? false) || mark !== undefined}
      description={description}
      placeholder={t("common.datePlaceholder")}
      value={shown}
      error={unreadable ? !focused && t("common.noSuchDate") : error}
      required={required ?? false}
      disabled={disabled ?? false}
      rightSection={calendar}
      autoComplete="off"
      {...(id === undefined ? {} : { id })}
      data-testid={testId}
      onFocus={() => {
        setTyped(shown);
        setFocused(true);
      }}
      onBlur={() => setFocused(false)}
      onChange={(event) => {
        const text = event.currentTarget.value;
        setTyped(text);
        const day = parseDay(text);
        if (day !== value) onChange(day);
      }}
    />
  );
}
