import { useDebouncedValue } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import type { CaseForm, SimilarView } from "@/ipc/bindings";
import { query } from "@/ipc/queries";

/** After so long without a key the register is asked. */
const PAUSE_MS = 600;
/** Fewer letters say nothing. */
const ENOUGH = 8;

const NONE: SimilarView[] = [];

/** Earlier cards that what is being written may repeat. Nothing is asked while somebody types, and nothing of a blank form. */
export function useSimilar(form: CaseForm, except: string | null): SimilarView[] {
  const written = [form.title, form.evidence, form.statement].join(" ").trim();
  const request = {
    text: written,
    process: form.process,
    clause2008: form.clause2008,
    clause2015: form.clause2015,
    on: form.reportedOn,
    except,
  };
  const [settled] = useDebouncedValue(request, PAUSE_MS);
  const clause = settled.clause2008 ?? settled.clause2015;
  const enabled = settled.text.length >= ENOUGH || (settled.process !== null && clause !== null);
  const asked = useQuery({
    ...query("similar_cases", settled),
    enabled,
    // The last answer stays in sight until the next one is there, so that the panel does not flicker.
    placeholderData: (before) => before,
  });
  return enabled ? (asked.data ?? NONE) : NONE;
}
