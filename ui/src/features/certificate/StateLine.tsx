import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconClockX,
  IconHourglass,
  IconPlayerPause,
} from "@tabler/icons-react";
import type { ComponentType } from "react";
import { useWords } from "@/i18n/i18n";
import type { CertificateRecord, CertificateState, Day } from "@/ipc/bindings";
import { formatDay } from "@/lib/dates";
import classes from "./certificate.module.css";

type Tone = "ok" | "soon" | "overdue" | "quiet";
type Look = { icon: ComponentType<{ size?: number; "aria-hidden"?: boolean }>; tone: Tone };

const LOOKS: Record<CertificateState, Look> = {
  valid: { icon: IconCircleCheck, tone: "ok" },
  suspended: { icon: IconPlayerPause, tone: "soon" },
  suspension_overdue: { icon: IconAlertTriangle, tone: "overdue" },
  expired_restorable: { icon: IconHourglass, tone: "overdue" },
  expired: { icon: IconClockX, tone: "overdue" },
  withdrawn: { icon: IconCircleX, tone: "overdue" },
};

/** How a certificate stands, in words with its date. */
export function StateLine({ certificate, testId }: { certificate: CertificateRecord; testId?: string }) {
  const { t, lang } = useWords();
  const { state, stateUntil, validUntil, withdrawnOn } = certificate;
  const { icon: Icon, tone } = LOOKS[state];
  const day = (on: Day | null) => (on === null ? t("common.none") : formatDay(on, lang));
  const words = t(`certificateStates.${state}`, {
    until: day(stateUntil),
    end: day(validUntil),
    withdrawn: day(withdrawnOn),
  });
  return (
    <span className={`${classes.state} ${classes[tone]}`} data-state={state} data-testid={testId}>
      <Icon size={18} aria-hidden />
      {words}
    </span>
  );
}
