import { IconSignature } from "@tabler/icons-react";
import { ChangeLines } from "@/components/ChangeLines";
import type { Names, TrailEntry } from "@/components/fieldWords";
import { useWords } from "@/i18n/i18n";
import { actorName } from "@/i18n/phrases";
import type { FieldChangeView } from "@/ipc/bindings";
import { formatDay, formatInstant } from "@/lib/dates";
import classes from "./case.module.css";
import { whatText } from "./historyFilter";

type Props = { entry: TrailEntry; changes: FieldChangeView[]; names: Names };

/** One act: what was done, by whom and in which role, why, and what it changed. */
export function HistoryEntry({ entry, changes, names }: Props) {
  const { t, lang, has } = useWords();
  const { what, at, actor, reason, recordedFor, signedOff } = entry;
  const person = actorName(t, has, actor);
  const roleKey = `history.role_${entry.role}`;
  const role = has(roleKey) ? t(roleKey) : (entry.role ?? "");
  return (
    <li className={classes.entry}>
      <div className={classes.entryWhat}>{whatText(t, has, what)}</div>
      <div className={classes.entryWhen}>
        {t("card.historyAt", { at: formatInstant(at, lang), actor: person })}
        {role === "" || role.toLowerCase() === person.toLowerCase() ? null : ` (${role})`}
      </div>
      {recordedFor ? (
        <div className={classes.entryWhen}>
          {recordedFor.document === ""
            ? t("history.recordedFor", { post: recordedFor.post, on: formatDay(recordedFor.on, lang) })
            : t("history.recordedForPaper", {
                post: recordedFor.post,
                on: formatDay(recordedFor.on, lang),
                document: recordedFor.document,
              })}
        </div>
      ) : null}
      {signedOff ? (
        <div className={classes.signed}>
          <IconSignature size={16} aria-hidden /> {t("history.signedOff")}
        </div>
      ) : null}
      {reason === null || reason === "" ? null : <div>{t("card.historyReason", { reason })}</div>}
      <ChangeLines changes={changes} names={names} />
    </li>
  );
}
