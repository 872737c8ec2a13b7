import { Checkbox, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { Choice, PostView, Role } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";

const ROLES: Role[] = [
  "representative",
  "coordinator",
  "top_management",
  "department_head",
  "internal_auditor",
  "reporter",
];

type Props = { post: PostView | null; units: Choice[]; onClose: () => void };

/** A post, its unit, and what it may do beyond what it owns: each role with what it means. */
export function PostDialog({ post, units, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_post");
  const [name, setName] = useState(post?.name ?? "");
  const [department, setDepartment] = useState(post?.department ?? null);
  const [roles, setRoles] = useState<Role[]>(post?.roles ?? []);
  const submit = () =>
    save.mutate(
      { id: post?.id ?? null, revision: post?.revision ?? 0, name: name.trim(), department, roles },
      {
        onSuccess: () => {
          toasts.said(t("people.saved"));
          onClose();
        },
      },
    );
  return (
    <FormDialog
      title={t(post === null ? "people.addPost" : "people.editPost")}
      saveId="post-save"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("people.postName")}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        data-testid="post-name"
      />
      <Select
        label={t("people.unit")}
        data={units.map(({ id, code, name: unit }) => ({ value: id, label: `${code} – ${unit}` }))}
        value={department}
        onChange={setDepartment}
        searchable
        clearable
        clearButtonProps={{ "aria-label": t("common.clear") }}
      />
      <Checkbox.Group
        label={t("people.roles")}
        value={roles}
        onChange={(chosen) => setRoles(ROLES.filter((role) => chosen.includes(role)))}
      >
        <Stack gap="xs" mt={6}>
          {ROLES.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={t(`roles.${role}`)}
              description={t(`roles.hint_${role}`)}
              data-testid={`role-${role}`}
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </FormDialog>
  );
}
