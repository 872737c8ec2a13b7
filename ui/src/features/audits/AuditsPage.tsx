import { useWords } from "@/i18n/i18n";
import { PageHead } from "@/ui/PageHead";

export function AuditsPage() {
  const { t } = useWords();
  return <PageHead title={t("audits.title")} />;
}
