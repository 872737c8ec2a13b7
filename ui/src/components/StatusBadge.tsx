import {
  IconArchive,
  IconBan,
  IconChecklist,
  IconCircleCheck,
  IconCircleMinus,
  IconCircleX,
  IconClipboardList,
  IconInbox,
  IconPencil,
  IconProgress,
  IconScale,
  IconSearch,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useWords } from "@/i18n/i18n";
import type { CaseStatus } from "@/ipc/bindings";
import classes from "./components.module.css";

type Tone = "accent" | "ok" | "quiet";
type Look = { icon: ComponentType<{ size?: number; "aria-hidden"?: boolean }>; tone: Tone };

/** Red belongs to what is overdue and to refusals, so no state uses it; the word always stands beside the icon. */
const LOOKS: Record<CaseStatus, Look> = {
  draft: { icon: IconPencil, tone: "quiet" },
  registered: { icon: IconInbox, tone: "accent" },
  analysis: { icon: IconSearch, tone: "accent" },
  plan_pending: { icon: IconClipboardList, tone: "accent" },
  in_progress: { icon: IconProgress, tone: "accent" },
  implemented: { icon: IconChecklist, tone: "accent" },
  effectiveness: { icon: IconScale, tone: "accent" },
  closed_effective: { icon: IconCircleCheck, tone: "ok" },
  closed_ineffective: { icon: IconCircleX, tone: "quiet" },
  closed_no_action: { icon: IconCircleMinus, tone: "quiet" },
  closed_imported: { icon: IconArchive, tone: "quiet" },
  cancelled: { icon: IconBan, tone: "quiet" },
};

export function StatusBadge({ status, pill = false }: { status: CaseStatus; pill?: boolean }) {
  const { t } = useWords();
  const { icon: Icon, tone } = LOOKS[status];
  return (
    <span className={`${classes.badge} ${classes[tone]} ${pill ? classes.pill : ""}`} data-status={status}>
      <Icon size={16} aria-hidden />
      <span className={classes.badgeText}>{t(`statuses.${status}`)}</span>
    </span>
  );
}
