import { useWords } from "@/i18n/i18n";
import { PageHead } from "@/ui/PageHead";

export function ProgrammePage() {
  const { t } = useWords();
  return <PageHead title={t("programme.title")} />;
}
