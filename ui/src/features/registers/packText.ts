import type { Translate } from "@/i18n/i18n";
import type { Lang, PackView } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import { clausesText } from "./Clauses";

/** The pack as plain text, for a letter or the minutes. */
export function packText(t: Translate, lang: Lang, pack: PackView): string {
  const head = [
    t("registers.packTitle"),
    t("registers.packPeriod", { from: formatDay(pack.from, lang), to: formatDay(pack.to, lang) }),
  ];
  const sections = pack.sections.map((section) => {
    const rows = section.rows.map(({ label, value, cases }) => {
      const listed = cases.map(({ number, title }) => `  - ${`${number ?? t("register.noNumber")} ${title}`.trim()}`);
      return [`- ${label}: ${value}`, ...listed].join("\n");
    });
    const body = rows.length === 0 ? [t("registers.packNothing")] : rows;
    return [`${section.title} (${clausesText(t, section)})`, ...body].join("\n");
  });
  return `${[head.join("\n"), ...sections].join("\n\n")}\n`;
}
