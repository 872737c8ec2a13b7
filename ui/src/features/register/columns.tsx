import { CaseLink } from "@/components/CaseLink";
import { DayText } from "@/components/DayText";
import { DueLine } from "@/components/DueDate";
import { KindMark } from "@/components/KindMark";
import { StatusBadge } from "@/components/StatusBadge";
import { type Key, useWords } from "@/i18n/i18n";
import type { CaseRow, SortKey } from "@/ipc/bindings";

export type ColumnId =
  | "number"
  | "title"
  | "status"
  | "owner"
  | "department"
  | "due"
  | "source"
  | "clause"
  | "grade"
  | "registered";

export type Column = {
  id: ColumnId;
  header: Key;
  width: string;
  sort: SortKey | null;
  Cell: (props: { row: CaseRow }) => React.ReactNode;
};

function NumberCell({ row }: { row: CaseRow }) {
  return row.number === null ? (
    <>
      <KindMark kind={row.kind} /> <CaseLink id={row.id} number={null} />
    </>
  ) : (
    <CaseLink id={row.id} number={row.number} />
  );
}

function SourceCell({ row }: { row: CaseRow }) {
  const { t } = useWords();
  return row.source === null ? null : t(`sources.${row.source}`);
}

function GradeCell({ row }: { row: CaseRow }) {
  const { t } = useWords();
  return row.grade === null ? null : t(`grades.${row.grade}`);
}

/** The due date stands beside the title: what burns must be seen without scrolling sideways. */
export const COLUMNS: Column[] = [
  { id: "number", header: "register.colNumber", width: "96px", sort: "number", Cell: NumberCell },
  {
    id: "title",
    header: "register.colTitle",
    width: "minmax(210px, 1fr)",
    sort: "title",
    Cell: ({ row }) => <span title={row.title}>{row.title}</span>,
  },
  { id: "due", header: "register.colDue", width: "262px", sort: "due", Cell: ({ row }) => <DueLine due={row} /> },
  {
    id: "status",
    header: "register.colStatus",
    width: "206px",
    sort: "status",
    Cell: ({ row }) => <StatusBadge status={row.status} />,
  },
  {
    id: "owner",
    header: "register.colOwner",
    width: "190px",
    sort: "owner",
    Cell: ({ row }) => <span title={row.owner ?? ""}>{row.owner}</span>,
  },
  {
    id: "department",
    header: "register.colDepartment",
    width: "86px",
    sort: "department",
    Cell: ({ row }) => row.department,
  },
  { id: "source", header: "register.colSource", width: "176px", sort: "source", Cell: SourceCell },
  { id: "clause", header: "register.colClause", width: "104px", sort: "clause", Cell: ({ row }) => row.clause },
  { id: "grade", header: "register.colGrade", width: "150px", sort: null, Cell: GradeCell },
  {
    id: "registered",
    header: "register.colRegistered",
    width: "128px",
    sort: "registered",
    Cell: ({ row }) => <DayText day={row.registeredOn} />,
  },
];

export const USUAL_COLUMNS: ColumnId[] = [
  "number",
  "title",
  "status",
  "owner",
  "department",
  "due",
  "source",
  "clause",
];
export const PREF_COLUMNS = "columns";
export const PREF_PANE = "pane";
