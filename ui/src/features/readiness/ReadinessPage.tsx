import { useWords } from "@/i18n/i18n";
import { PageHead } from "@/ui/PageHead";

export function ReadinessPage() {
  const { t } = useWords();
  return <PageHead title={t("readiness.title")} />;
}
