import { Progress, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { Events } from "@/ipc/bindings";
import { on } from "@/ipc/client";
import { Loading } from "./Loading";

/** Shown while a long command runs: how far it is, as soon as the window tells. */
export function LongWork({ text }: { text: string }) {
  const { t, has } = useWords();
  const [progress, setProgress] = useState<Events["progress"] | null>(null);
  useEffect(() => on("progress", setProgress), []);
  if (progress === null || progress.total < 2) return <Loading text={text} />;
  const key = `progress.${progress.stage}`;
  const stage = has(key) ? t(key) : t("progress.default");
  return (
    <Stack gap={6} p="md" role="status">
      <Text size="sm" className="tabular">
        {stage}: {progress.done} / {progress.total}
      </Text>
      <Progress value={(100 * progress.done) / progress.total} aria-label={stage} />
    </Stack>
  );
}
