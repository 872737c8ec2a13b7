import { IconPlus } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { LinkButton } from "@/components/LinkButton";
import { useWords } from "@/i18n/i18n";
import type { CaseFilter, CaseRow, SortKey } from "@/ipc/bindings";
import { filterOfSearch, type RegisterSearch, readRegisterSearch, searchOfFilter } from "@/lib/filters";
import { useStored } from "@/lib/storage";
import { EmptyState } from "@/ui/EmptyState";
import { PageHead } from "@/ui/PageHead";
import { BulkBar } from "./BulkBar";
import { CaseGrid } from "./CaseGrid";
import { PREF_PANE } from "./columns";
import { ExportButton } from "./ExportButton";
import { FilterBar } from "./FilterBar";
import { FilterChips } from "./FilterChips";
import { Pane } from "./Pane";
import classes from "./register.module.css";
import { useMarks } from "./useMarks";
import { useHeadPage } from "./useRows";

const route = getRouteApi("/cases");

export function RegisterPage() {
  const { t } = useWords();
  const raw = route.useSearch();
  const navigate = route.useNavigate();
  // The router hands on what it could not validate; read once more, so that a mistyped address cannot break the list.
  const search = useMemo(() => readRegisterSearch(raw), [raw]);
  const filter = useMemo(() => filterOfSearch(search), [search]);
  const sort: SortKey = search.sort ?? "number";
  const descending = search.desc ?? false;
  const list = useMemo(() => ({ filter, sort, descending }), [filter, sort, descending]);
  const head = useHeadPage(list);
  const [pane] = useStored(PREF_PANE, true);
  const [selected, setSelected] = useState<CaseRow | null>(null);

  const show = (next: CaseFilter) => {
    const target: RegisterSearch = searchOfFilter(next);
    if (search.sort !== undefined) target.sort = search.sort;
    if (search.desc !== undefined) target.desc = search.desc;
    void navigate({ search: target, replace: true });
  };
  const sortBy = (key: SortKey) => {
    const target: RegisterSearch = { ...searchOfFilter(filter), sort: key };
    if (key === sort && !descending) target.desc = true;
    void navigate({ search: target, replace: true });
  };
  const marks = useMarks(list);
  const filtered = Object.keys(searchOfFilter(filter)).length > 0;

  return (
    <div className={classes.page}>
      <PageHead title={t("register.title")}>
        <LinkButton to="/import" variant="default" data-testid="import">
          {t("register.import")}
        </LinkButton>
        <ExportButton filter={filter} />
        <LinkButton to="/cases/new" leftSection={<IconPlus size={16} aria-hidden />} data-testid="new-case">
          {t("register.newCase")}
        </LinkButton>
      </PageHead>
      <FilterBar filter={filter} onChange={show} />
      <FilterChips filter={filter} total={head.data?.total} onChange={show} />
      <BulkBar marks={marks} />
      <ErrorNote error={head.error} onRetry={() => head.refetch()} />
      {head.data?.total === 0 ? (
        <EmptyState action={filtered ? null : <LinkButton to="/import">{t("register.import")}</LinkButton>}>
          {t(filtered ? "register.emptyFilter" : "register.empty")}
        </EmptyState>
      ) : (
        <div className={pane ? classes.body : `${classes.body} ${classes.whole}`}>
          <CaseGrid list={list} marks={marks} onSort={sortBy} onSelect={setSelected} />
          {pane ? <Pane row={selected} /> : null}
        </div>
      )}
    </div>
  );
}
