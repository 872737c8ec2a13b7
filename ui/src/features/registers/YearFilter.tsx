import { Select } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";

const ALL = "all";

/** Which year of a register is shown; a year that no longer holds anything falls back to all. */
export function useYear(found: readonly number[]) {
  const [chosen, setYear] = useState(ALL);
  const years = [...new Set(found)].sort((a, b) => b - a).map(String);
  const year = years.includes(chosen) ? chosen : ALL;
  return { year, years, setYear, holds: (one: number) => year === ALL || String(one) === year };
}

export function YearFilter({ year, years, setYear }: Pick<ReturnType<typeof useYear>, "year" | "years" | "setYear">) {
  const { t } = useWords();
  return (
    <Select
      label={t("registers.year")}
      data={[{ value: ALL, label: t("registers.allYears") }, ...years]}
      value={year}
      allowDeselect={false}
      w={150}
      onChange={(next) => setYear(next ?? ALL)}
      data-testid="year-filter"
    />
  );
}
