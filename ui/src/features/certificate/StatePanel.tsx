import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { CertificateRecord, MayView } from "@/ipc/bindings";
import { Panel } from "@/ui/Panel";
import { HappenedDialog } from "./HappenedDialog";
import type { Happening } from "./happening";
import { Past } from "./Past";
import { StateLine } from "./StateLine";

/** What the state of a certificate leaves to write down; the rules refuse the rest. */
function happenings({ state, suspensions }: CertificateRecord): Happening[] {
  if (state === "withdrawn") return [];
  const suspended = suspensions.some(({ liftedOn }) => liftedOn === null);
  return [suspended ? "lift" : "suspend", "transfer", "withdraw"];
}

/** How the running certificate stands, what happened to it, and what can be written down next. */
export function StatePanel({ certificate, may }: { certificate: CertificateRecord; may: MayView }) {
  const { t } = useWords();
  const [writing, setWriting] = useState<Happening | null>(null);
  return (
    <Panel
      title={t("certificate.state")}
      testId="certificate-state-panel"
      actions={
        may.allowed ? (
          <Group gap={8}>
            {happenings(certificate).map((what) => (
              <Button key={what} variant="default" onClick={() => setWriting(what)} data-testid={what}>
                {t(`happenings.${what}`)}
              </Button>
            ))}
          </Group>
        ) : undefined
      }
    >
      <StateLine certificate={certificate} testId="certificate-state" />
      <Past certificate={certificate} />
      {writing === null ? null : (
        <HappenedDialog certificate={certificate} what={writing} onClose={() => setWriting(null)} />
      )}
    </Panel>
  );
}
