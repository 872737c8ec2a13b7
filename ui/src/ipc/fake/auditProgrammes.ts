import type { AuditsView, AuditView, MayView, ProgrammeRow, ProgrammeView } from "../bindings";
import type { Request } from "../client";
import { TODAY } from "./certificate";
import { refuse } from "./refuse";

type Stored = {
  id: string;
  revision: number;
  months: Map<string, number[]>;
  approval: ProgrammeView["approval"];
  note: string;
};

/** The yearly programmes of internal audits of the fake office. */
export class FakeProgrammes {
  #years = new Map<number, Stored>([
    [
      2014,
      {
        id: "programme-2014",
        revision: 1,
        months: new Map([
          ["process-P09", [6]],
          ["process-P12", [6]],
          ["process-P06", [10]],
        ]),
        approval: { on: "2013-12-16", by: "Starosta", document: "SE.0142.3.2013" },
        note: "",
      },
    ],
  ]);

  view(year: number, processes: ProgrammeRow["process"][], audits: AuditView[]): ProgrammeView {
    const stored = this.#years.get(year);
    return {
      id: stored?.id ?? null,
      revision: stored?.revision ?? 0,
      year,
      note: stored?.note ?? "",
      approval: stored?.approval ?? null,
      rows: processes.map((process) => {
        const months = stored?.months.get(process.id) ?? [];
        const own = audits.filter(
          (one) => one.kind === "internal" && one.processes.some(({ id }) => id === process.id),
        );
        const cells = Array.from({ length: 12 }, (_, index) =>
          cellOf(own, year, index + 1, months.includes(index + 1)),
        );
        return { process, months, cells };
      }),
    };
  }

  save({ id, revision, year, lines, note, reason }: Request<"save_audit_programme">): void {
    const was = this.#years.get(year);
    if ((was?.id ?? null) !== id || (was?.revision ?? 0) !== revision) refuse("conflict");
    if (was?.approval && reason.trim() === "") refuse("ruleViolated", "reason_required");
    const months = new Map(lines.map((line) => [line.process, line.months]));
    this.#years.set(year, { id: id ?? `programme-${year}`, revision: revision + 1, months, approval: null, note });
  }

  /** Answers the year whose programme was approved. */
  approve({ id, revision, standing }: Request<"approve_audit_programme">, may: MayView): AuditsView["year"] {
    const [year, was] = [...this.#years].find(([, one]) => one.id === id) ?? refuse("notFound");
    if (was.revision !== revision) refuse("conflict");
    const paper = standing.recordedFor;
    const post = may.forPosts.find((one) => one.id === paper?.post);
    if (paper === null || post === undefined)
      return refuse("ruleViolated", "recorded_for_needed", { post: "Starosta" });
    was.approval = { on: paper.on ?? TODAY, by: post.name, document: paper.document };
    was.revision += 1;
    return year;
  }
}

function cellOf(own: AuditView[], year: number, month: number, planned: boolean): ProgrammeRow["cells"][number] {
  const key = `${year}-${String(month).padStart(2, "0")}`;
  const here = own.filter(({ startsOn }) => startsOn.startsWith(key));
  if (here.length > 0) return here.some(({ held }) => held) ? "held" : "scheduled";
  return planned ? (key < TODAY.slice(0, 7) ? "missed" : "planned") : null;
}
