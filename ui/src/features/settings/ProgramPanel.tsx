import { SegmentedControl, Stack, Switch, Text, useMantineColorScheme } from "@mantine/core";
import { useWords } from "@/i18n/i18n";
import type { Lang, Session } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import { PREF_SINGLE_KEYS } from "@/lib/keys";
import { useStored } from "@/lib/storage";
import { Panel } from "@/ui/Panel";

/** What belongs to this desk, not to the office. */
export function ProgramPanel({ session }: { session: Session }) {
  const { t } = useWords();
  const language = useTell("set_language");
  const [singleKeys, setSingleKeys] = useStored(PREF_SINGLE_KEYS, true);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Panel title={t("settings.program")}>
      <Stack gap="sm">
        <Labelled label={t("app.language")}>
          <SegmentedControl
            aria-label={t("app.language")}
            data={[
              { value: "pl", label: t("app.langPl") },
              { value: "en", label: t("app.langEn") },
            ]}
            value={session.lang}
            onChange={(lang) => language.mutate({ lang: lang as Lang })}
          />
        </Labelled>
        <Labelled label={t("app.theme")}>
          <SegmentedControl
            aria-label={t("app.theme")}
            data={[
              { value: "auto", label: t("app.themeAuto") },
              { value: "light", label: t("app.themeLight") },
              { value: "dark", label: t("app.themeDark") },
            ]}
            value={colorScheme}
            onChange={(scheme) => setColorScheme(scheme as typeof colorScheme)}
          />
        </Labelled>
        <Switch
          label={t("settings.singleKeys")}
          description={t("settings.singleKeysHint")}
          checked={singleKeys}
          onChange={(event) => setSingleKeys(event.currentTarget.checked)}
        />
        <Text>
          {t("settings.notifications")}:{" "}
          <strong>{t(session.notifications ? "settings.notificationsOn" : "settings.notificationsOff")}</strong>
        </Text>
        <Text style={{ overflowWrap: "anywhere" }}>
          {t("settings.folder")}: <strong>{session.dataFolder}</strong>
        </Text>
        <Text>
          {t("settings.version")}: <strong>{session.version}</strong>
        </Text>
      </Stack>
    </Panel>
  );
}

function Labelled({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <Text size="sm" fw={500} mb={4}>
        {label}
      </Text>
      {children}
    </div>
  );
}
