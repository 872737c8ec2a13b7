import { Checkbox, Stack, Switch, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { FormDialog } from "@/components/FormDialog";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { PersonView, PostView, Session } from "@/ipc/bindings";
import { useTell } from "@/ipc/queries";
import classes from "./settings.module.css";

type Props = { person: PersonView | null; posts: PostView[]; session: Session; onClose: () => void };

/** A person: name, login, the posts that give the rights, and a password. */
export function PersonDialog({ person, posts, session, onClose }: Props) {
  const { t } = useWords();
  const toasts = useToasts();
  const save = useTell("save_person");
  const [name, setName] = useState(person?.name ?? "");
  const [login, setLogin] = useState(person?.login ?? "");
  const [held, setHeld] = useState(person?.posts.map(({ id }) => id) ?? []);
  const [active, setActive] = useState(person?.active ?? true);
  const [password, setPassword] = useState("");
  const own = person !== null && person.id === session.person?.id;

  const submit = () =>
    save.mutate(
      {
        id: person?.id ?? null,
        revision: person?.revision ?? 0,
        name: name.trim(),
        login: login.trim(),
        posts: held,
        active,
        password: password === "" ? null : password,
      },
      {
        onSuccess: () => {
          const first = !session.signIn && password !== "";
          toasts.said(
            person?.active === true && !active
              ? t("people.deactivated", { name })
              : t(first ? "people.savedSignsIn" : "people.saved"),
          );
          onClose();
        },
      },
    );

  return (
    <FormDialog
      title={t(person === null ? "people.add" : "people.edit")}
      saveId="person-save"
      saving={save.isPending}
      error={save.error}
      onSave={submit}
      onClose={onClose}
    >
      <TextInput
        label={t("people.name")}
        required
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        data-autofocus
        data-testid="person-name"
      />
      <TextInput
        label={t("people.login")}
        description={t("people.loginHint")}
        required
        value={login}
        onChange={(event) => setLogin(event.currentTarget.value)}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-testid="person-login"
      />
      <Checkbox.Group
        label={t("people.heldPosts")}
        description={t(posts.length === 0 ? "people.noPosts" : "people.heldPostsHint")}
        required
        value={held}
        onChange={setHeld}
      >
        <Stack gap={6} mt={6} className={classes.choices}>
          {posts.map((post) => (
            <Checkbox key={post.id} value={post.id} label={post.name} data-testid={`person-post-${post.name}`} />
          ))}
        </Stack>
      </Checkbox.Group>
      {own ? (
        <Text size="sm" c="dimmed">
          {t("people.ownPasswordElsewhere")}
        </Text>
      ) : (
        <TextInput
          label={t(person?.signsIn === true ? "people.newPassword" : "people.password")}
          description={
            person?.signsIn === true
              ? `${t("people.keepPassword")} ${t("people.passwordRules")}`
              : t("people.passwordRules")
          }
          type="password"
          autoComplete="new-password"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          data-testid="person-password"
        />
      )}
      <Switch
        label={t("people.active")}
        description={t("people.activeHint")}
        checked={active}
        onChange={(event) => setActive(event.currentTarget.checked)}
      />
    </FormDialog>
  );
}
