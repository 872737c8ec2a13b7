import { Button, Stack, Text } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { ActionView, PickedFile } from "@/ipc/bindings";
import { Dialog } from "@/ui/Dialog";

type Props = {
  files: readonly PickedFile[];
  /** The actions that take files now, by their place on the card. */
  choices: readonly { action: ActionView; no: number }[];
  onChoose: (actionId: string) => void;
  onClose: () => void;
};

/** Files were dropped while no action was open: to which one do they belong? */
export function WhichAction({ files, choices, onChoose, onClose }: Props) {
  const { t } = useWords();
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t("evidence.whichAction")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {t("evidence.chosenFiles", { names: files.map(({ name }) => name).join(", ") })}
        </Text>
        {choices.length === 0 ? <Text>{t("evidence.nowhere")}</Text> : null}
        {choices.map(({ action, no }, index) => (
          <Button
            key={action.id}
            variant="default"
            justify="flex-start"
            styles={{ label: { whiteSpace: "normal", textAlign: "left" } }}
            h="auto"
            py={6}
            {...(index === 0 ? { "data-autofocus": true } : {})}
            onClick={() => onChoose(action.id)}
            data-testid={`drop-on-${no}`}
          >
            {t("evidence.attachHere", { no, what: action.what })}
          </Button>
        ))}
      </Stack>
    </Dialog>
  );
}
