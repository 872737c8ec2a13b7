import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useSession } from "@/components/useSession";
import { useWords } from "@/i18n/i18n";
import { useAsk } from "@/ipc/queries";
import { PageHead } from "@/ui/PageHead";
import { BatchesPanel } from "./BatchesPanel";
import { OfficePanel } from "./OfficePanel";
import { ProgramPanel } from "./ProgramPanel";

export function SettingsPage() {
  const { t } = useWords();
  const session = useSession();
  const office = useAsk("office", null);
  if (office.data === undefined || session === undefined) {
    return office.error === null ? <Loading /> : <ErrorNote error={office.error} onRetry={() => office.refetch()} />;
  }
  return (
    <>
      <PageHead title={t("settings.title")} />
      <div style={{ display: "grid", gap: 14, maxWidth: 980 }}>
        <ProgramPanel session={session} />
        <OfficePanel key={office.data.revision} office={office.data} />
        <BatchesPanel batches={office.data.batches} />
      </div>
    </>
  );
}
