import { getRouteApi } from "@tanstack/react-router";
import { type RegistersTab, readRegistersSearch } from "@/lib/places";

const route = getRouteApi("/registers");
const NEW = "new";

/** The record whose form is open. It stands in the address, so that any screen can link to it. */
export function useOpened<R extends { id: string }>(tab: RegistersTab, records: readonly R[]) {
  const { open } = readRegistersSearch(route.useSearch());
  const navigate = route.useNavigate();
  const go = (next: string | undefined) =>
    void navigate({ search: readRegistersSearch({ tab, open: next }), replace: true });
  return {
    record: records.find(({ id }) => id === open) ?? null,
    fresh: open === NEW,
    add: () => go(NEW),
    show: (id: string) => go(id),
    close: () => go(undefined),
  };
}
