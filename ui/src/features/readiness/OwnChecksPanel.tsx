import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import type { OwnCheckView, ReadinessView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import classes from "./readiness.module.css";
import { useOwnCheck } from "./useOwnCheck";

/** Checks that the office adds to those of the field: where to begin one, and those that are asked no more. */
export function OwnChecksPanel({ view, onAdd }: { view: ReadinessView; onAdd: () => void }) {
  const { t } = useWords();
  const may = view.mayConfirm.allowed;
  return (
    <Panel
      title={t("readiness.own")}
      testId="own-checks"
      actions={
        may ? (
          <Button
            variant="default"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={onAdd}
            data-testid="add-own-check"
          >
            {t("readiness.ownAdd")}
          </Button>
        ) : null
      }
    >
      <p className={classes.quiet}>{t("readiness.ownHint")}</p>
      {view.retired.length === 0 ? null : (
        <>
          <h3 className={classes.question}>{t("readiness.retiredTitle")}</h3>
          <ul className={classes.list}>
            {view.retired.map((own) => (
              <RetiredLine key={own.id} own={own} may={may} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function RetiredLine({ own, may }: { own: OwnCheckView; may: boolean }) {
  const { t } = useWords();
  const { bringBack, busy } = useOwnCheck();
  return (
    <li className={classes.retired} data-testid={`retired-${own.code}`}>
      <span>
        <span className="tabular">{own.code}</span> {own.question}
      </span>
      {may ? (
        <Button
          size="xs"
          variant="default"
          loading={busy}
          onClick={() => void bringBack(own)}
          aria-label={`${t("readiness.bringBack")}: ${own.code}`}
          data-testid={`bring-back-${own.code}`}
        >
          {t("readiness.bringBack")}
        </Button>
      ) : null}
    </li>
  );
}
