import { Kbd, Text } from "@mantine/core";
import { type Key, useWords } from "@/i18n/i18n";
import { PREF_SINGLE_KEYS } from "@/lib/keys";
import { useStored } from "@/lib/storage";
import { Dialog } from "@/ui/Dialog";
import classes from "./Frame.module.css";
import { LOCK_KEYS } from "./useShortcuts";

export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const [single] = useStored(PREF_SINGLE_KEYS, true);
  const keys: [string, Key][] = [
    ["Ctrl K", "shortcuts.palette"],
    ["N", "shortcuts.newCase"],
    ["/", "shortcuts.search"],
    ["?", "shortcuts.sheet"],
    ["Esc", "shortcuts.back"],
    [`↑ ↓ ${t("shortcuts.arrows")}`, "shortcuts.move"],
    ["Enter", "shortcuts.open"],
    [t("shortcuts.space"), "shortcuts.mark"],
    ["Ctrl A", "shortcuts.markAll"],
    ["M", "shortcuts.work"],
    [LOCK_KEYS, "shortcuts.lock"],
  ];
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t("shortcuts.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <dl className={classes.keys}>
        {keys.map(([key, name]) => (
          <div key={name} style={{ display: "contents" }}>
            <dt>
              <Kbd>{key}</Kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
      {single ? null : (
        <Text mt="md" size="sm" c="dimmed">
          {t("shortcuts.off")}
        </Text>
      )}
    </Dialog>
  );
}
