import { ActionIcon, Textarea } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useWords } from "@/i18n/i18n";
import classes from "./cause.module.css";
import { onEnter } from "./keys";

type Props = {
  id: string;
  label: string;
  text: string;
  disabled: boolean;
  onChange: (text: string) => void;
  onNext: () => void;
  onRemove: () => void;
};

/** What lies under a cause. */
export function Subcause({ id, label, text, disabled, onChange, onNext, onRemove }: Props) {
  const { t } = useWords();
  return (
    <li className={classes.subcause}>
      <Textarea
        id={id}
        size="xs"
        aria-label={label}
        placeholder={t("cause.subcausePlaceholder")}
        autosize
        minRows={1}
        value={text}
        disabled={disabled}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={onEnter(onNext)}
      />
      <ActionIcon
        size="sm"
        variant="subtle"
        color="gray"
        disabled={disabled}
        aria-label={t("common.removeNamed", { name: label })}
        onClick={onRemove}
      >
        <IconTrash size={14} aria-hidden />
      </ActionIcon>
    </li>
  );
}
