import { useMemo } from "react";
import type { ActionView } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { type Names, namesOf } from "./fieldWords";

/** The names behind the ids of a card's trail. */
export function useFieldNames(actions: readonly Pick<ActionView, "id">[]): Names {
  const choices = useAsk("choices", null).data;
  return useMemo(() => namesOf(choices, actions), [choices, actions]);
}
