import { Button } from "@mantine/core";
import { IconRadar2 } from "@tabler/icons-react";
import { useId, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseForm, CaseView, SimilarView } from "@/ipc/bindings";
import classes from "../case.module.css";
import { LinkNow } from "./LinkNow";
import { Peek } from "./Peek";
import { useRemembered } from "./recurrences";
import { useSimilar } from "./useSimilar";

type Props = {
  form: CaseForm;
  /** The card that is written on; null while the register does not know it. */
  view: CaseView | null;
  /** A registered card was linked, and stands at another revision. */
  onLinked?: (() => void) | undefined;
};

/** Earlier cards that a finding may repeat, offered quietly while it is written. */
export function Radar({ form, view, onLinked }: Props) {
  const { t } = useWords();
  const heading = useId();
  const found = useSimilar(form, view?.id ?? null);
  const [peeked, setPeeked] = useState<string | null>(null);
  const list = (
    <section className={classes.radar} aria-labelledby={heading} data-testid="radar">
      <h3 className={classes.subTitle} id={heading}>
        <IconRadar2 size={18} aria-hidden /> {t("radar.title")}
      </h3>
      <p className={classes.entryWhen}>{t("radar.lead")}</p>
      <ul className={classes.radarList}>
        {found.map((similar) => (
          <Similar
            key={similar.case.id}
            similar={similar}
            view={view}
            onLinked={onLinked}
            onPeek={() => setPeeked(similar.case.id)}
          />
        ))}
      </ul>
    </section>
  );
  return (
    <>
      {found.length === 0 ? null : list}
      {/* The region stays in the page, so that a screen reader hears what comes into it. */}
      <p className="visually-hidden" aria-live="polite">
        {found.length === 0 ? "" : `${t("radar.title")}: ${t("radar.found", { count: found.length })}`}
      </p>
      {peeked === null ? null : <Peek id={peeked} onClose={() => setPeeked(null)} />}
    </>
  );
}

type SimilarProps = Pick<Props, "view" | "onLinked"> & { similar: SimilarView; onPeek: () => void };

function Similar({ similar, view, onLinked, onPeek }: SimilarProps) {
  const { t } = useWords();
  const { id, number, title } = similar.case;
  const named = { number: number ?? title };
  const why = [
    similar.sameProcessAndClause ? t("radar.sameProcess") : "",
    similar.words.length === 0 ? "" : t("radar.words", { words: similar.words.join(", ") }),
  ];
  return (
    <li data-testid={`similar-${number ?? id}`}>
      <div>
        <strong>{number}</strong> {title}
        <div className={classes.entryWhen}>{why.filter((part) => part !== "").join(" · ")}</div>
      </div>
      <Button size="compact-sm" variant="subtle" onClick={onPeek} aria-label={t("radar.peekNamed", named)}>
        {t("radar.peek")}
      </Button>
      {view === null || view.row.status === "draft" ? (
        <Remember draft={view?.id ?? "new"} id={id} number={named.number} />
      ) : (
        <LinkNow view={view} id={id} number={named.number} onLinked={onLinked} />
      )}
    </li>
  );
}

/** A draft cannot be linked yet: what was chosen is kept until it gets its number. */
function Remember({ draft, id, number }: { draft: string; id: string; number: string }) {
  const { t } = useWords();
  const { ids, toggle } = useRemembered(draft);
  const chosen = ids.includes(id);
  return (
    <span className={classes.nowMoves}>
      {chosen ? <span className={classes.entryWhen}>{t("radar.remembered")}</span> : null}
      <Button
        size="compact-sm"
        variant="default"
        onClick={() => toggle(id)}
        aria-label={t(chosen ? "radar.forgetNamed" : "radar.recursNamed", { number })}
        data-testid={`recurs-${number}`}
      >
        {t(chosen ? "radar.forget" : "radar.recurs")}
      </Button>
    </span>
  );
}
