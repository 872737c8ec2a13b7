import { getRouteApi } from "@tanstack/react-router";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useAsk } from "@/ipc/queries";
import { readStepSearch } from "@/lib/places";
import { CardView } from "./CardView";
import { DraftPage } from "./DraftPage";

const route = getRouteApi("/cases/$id");

/** One page that reads like the paper form; a draft is the same page with its fields open. */
export function CasePage() {
  const { id } = route.useParams();
  const reached = readStepSearch(route.useSearch());
  const asked = useAsk("case", { id });
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const view = asked.data;
  const editable = view.life.moves.some(({ move, allowed }) => move === "save" && allowed);
  return editable ? <DraftPage key={id} view={view} /> : <CardView key={id} view={view} reached={reached} />;
}
