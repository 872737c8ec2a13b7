import { Button, Group, PasswordInput, Stack, Text } from "@mantine/core";
import { type KeyboardEvent, useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useWords } from "@/i18n/i18n";
import type { CaseView, Day } from "@/ipc/bindings";
import { isReadable } from "@/ui/forms";
import { DESCRIPTORS, type FieldName } from "./descriptor";
import { MoveAbout } from "./MoveAbout";
import { MoveFields } from "./MoveFields";
import { RecordedFor } from "./RecordedFor";
import { dueChoices, type MoveTarget } from "./target";
import { useMakeMove } from "./useMakeMove";
import { isBlankValue, standingOf, stepOf, useMoveValues } from "./values";

type Props = { view: CaseView; target: MoveTarget; today: Day; onClose: () => void; onDone: () => void };

/** The fields of a move, who stands behind it, and the button that makes it. */
export function MoveForm({ view, target, today, onClose, onDone }: Props) {
  const { t } = useWords();
  const { move } = target;
  const kept = useMoveValues(view, target, today);
  const { values, change } = kept;
  const [actionId, setActionId] = useState(target.actionId ?? dueChoices(view)[0]?.id ?? null);
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const { make, error, busy } = useMakeMove();
  const descriptor = DESCRIPTORS[move.move];
  if (descriptor === undefined) return null;

  const reviewed = view.effectiveness.dueOn;
  const early = reviewed !== null && (values.recordedFor?.on ?? today) < reviewed;
  const fields = descriptor.fields.filter((name) => name !== "earlyReason" || early);
  const needs: FieldName[] = [...descriptor.needs, ...(fields.includes("earlyReason") ? ["earlyReason" as const] : [])];
  const lacks = needs.some((name) => isBlankValue(values, name)) || (move.signOff && password === "");

  const submit = async (form: HTMLFormElement) => {
    setTried(true);
    if (!isReadable(form)) return;
    if (lacks) {
      // After the refusals are drawn, the first of them gets the focus.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    const of = fields.includes("dueOn") ? { ...target, actionId } : target;
    const step = stepOf(of, values);
    if (step === null) return;
    const standing = standingOf(values, password, move.signOff);
    const made = await make({ id: view.id, revision: view.revision, step, standing });
    // The password is typed anew for every try.
    setPassword("");
    if (!made) return;
    kept.forget();
    onDone();
  };
  const press = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };

  return (
    <form
      noValidate
      onKeyDown={press}
      onSubmit={(event) => {
        event.preventDefault();
        void submit(event.currentTarget);
      }}
    >
      <Stack gap="md">
        <MoveAbout view={view} target={target} actionId={actionId} onAction={setActionId} />
        <MoveFields
          view={view}
          move={move.move}
          fields={fields}
          needs={needs}
          tried={tried}
          kept={kept}
          today={today}
        />
        <RecordedFor
          posts={move.recordFor}
          must={move.mustRecord}
          value={values.recordedFor}
          today={today}
          onChange={(recordedFor) => change({ recordedFor })}
        />
        {move.signOff ? (
          <PasswordInput
            label={t("moves.password")}
            description={t("moves.passwordHint")}
            required
            value={password}
            autoComplete="off"
            onChange={(event) => setPassword(event.currentTarget.value)}
            error={tried && password === "" && error === null ? t("common.required") : undefined}
            visibilityToggleButtonProps={{ "aria-label": t("moves.passwordShow") }}
            data-testid="move-password"
          />
        ) : null}
        {kept.recovered ? (
          <Group justify="space-between" role="status">
            <Text size="sm" c="dimmed">
              {t("card.recovered")}
            </Text>
            <Button size="compact-sm" variant="subtle" color="gray" onClick={kept.startAgain}>
              {t("card.dropRecovered")}
            </Button>
          </Group>
        ) : null}
        <ErrorNote error={error} />
        <Group justify="flex-end">
          {fields.length > 0 ? (
            <Text size="sm" c="dimmed" mr="auto">
              {t("moves.keys")}
            </Text>
          ) : null}
          <Button variant="default" onClick={onClose}>
            {t("common.cancel")}
          </Button>
          <Button
            type="submit"
            loading={busy}
            {...(descriptor.ends ? { color: "red.9" } : {})}
            {...(fields.length === 0 && !move.signOff ? { "data-autofocus": true } : {})}
            data-testid="move-submit"
          >
            {t(`moves.do_${move.move}`)}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
