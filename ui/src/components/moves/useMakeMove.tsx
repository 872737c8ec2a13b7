import { Button, Group } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useWords } from "@/i18n/i18n";
import type { Saved } from "@/ipc/bindings";
import type { Request } from "@/ipc/client";
import { query, useTell } from "@/ipc/queries";
import { nextSentence } from "./words";

const TOLD_MS = 12_000;

/** Makes a move; afterwards says what happened, and who is next. */
export function useMakeMove() {
  const { t, has } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const tell = useTell("make_move");

  const say = (text: string, followUp: Saved | null) => {
    const id = notifications.show({
      autoClose: TOLD_MS,
      closeButtonProps: { "aria-label": t("common.close") },
      message: (
        <Group justify="space-between" wrap="nowrap">
          <span>{text}</span>
          {followUp === null ? null : (
            <Button
              size="xs"
              variant="default"
              data-testid="open-follow-up"
              onClick={() => {
                notifications.hide(id);
                void navigate({ to: "/cases/$id", params: { id: followUp.id } });
              }}
            >
              {t("moves.openFollowUp", { number: followUp.number ?? "" })}
            </Button>
          )}
        </Group>
      ),
    });
  };

  const make = async (request: Request<"make_move">): Promise<boolean> => {
    const moved = await tell.mutateAsync(request).catch(() => null);
    if (moved === null) return false;
    const told = t(`moves.done_${request.step.move}`);
    const now = await client.fetchQuery(query("case", { id: request.id })).catch(() => null);
    const [next] = now?.life.next ?? [];
    say([told, next === undefined ? "" : nextSentence(t, has, next)].join(" ").trim(), moved.followUp);
    return true;
  };
  return { make, error: tell.error, busy: tell.isPending, reset: tell.reset };
}
