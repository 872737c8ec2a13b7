import { ActionIcon, Button } from "@mantine/core";
import { IconCornerDownRight, IconMinus, IconPlus, IconStar, IconStarFilled, IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import classes from "./cause.module.css";
import type { BoneCauseForm } from "./types";

const MOST_VOTES = 99;

type Props = {
  cause: BoneCauseForm;
  label: string;
  disabled: boolean;
  onChange: (cause: BoneCauseForm) => void;
  onAddSub: () => void;
  onRemove: () => void;
};

/** What can be done with a cause. Always in sight: nothing here waits for a pointer. */
export function CauseTools({ cause, label, disabled, onChange, onAddSub, onRemove }: Props) {
  const { t } = useWords();
  const { votes, chosen } = cause;
  const icon = { size: "sm", variant: "subtle", color: "gray" } as const;
  return (
    <div className={classes.tools}>
      <ActionIcon
        {...icon}
        disabled={disabled || votes === 0}
        aria-label={t("cause.voteLess", { label })}
        onClick={() => onChange({ ...cause, votes: votes - 1 })}
      >
        <IconMinus size={14} aria-hidden />
      </ActionIcon>
      <span className={classes.votes} role="status">
        <span aria-hidden>{votes}</span>
        <span className="visually-hidden">{t("cause.votes", { count: votes })}</span>
      </span>
      <ActionIcon
        {...icon}
        disabled={disabled || votes === MOST_VOTES}
        aria-label={t("cause.voteMore", { label })}
        onClick={() => onChange({ ...cause, votes: votes + 1 })}
      >
        <IconPlus size={14} aria-hidden />
      </ActionIcon>
      <Button
        size="compact-xs"
        className={classes.choose}
        title={t("cause.chosen")}
        variant={chosen ? "light" : "subtle"}
        color={chosen ? undefined : "gray"}
        leftSection={chosen ? <IconStarFilled size={14} aria-hidden /> : <IconStar size={14} aria-hidden />}
        disabled={disabled}
        aria-pressed={chosen}
        aria-label={`${t("cause.chosen")}: ${label}`}
        onClick={() => onChange({ ...cause, chosen: !chosen })}
      >
        <span className={classes.chosenWord}>{t("cause.chosen")}</span>
      </Button>
      <span className={classes.grow} />
      <ActionIcon {...icon} disabled={disabled} aria-label={t("cause.addSubcause", { label })} onClick={onAddSub}>
        <IconCornerDownRight size={14} aria-hidden />
      </ActionIcon>
      <ActionIcon
        {...icon}
        disabled={disabled}
        aria-label={t("common.removeNamed", { name: label })}
        onClick={onRemove}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </div>
  );
}
