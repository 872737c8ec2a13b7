import { Button, Checkbox, Stack, Text, TextInput, Title } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useWords } from "@/i18n/i18n";
import type { DeskError } from "@/ipc/client";
import { forgetAnswers, useTell } from "@/ipc/queries";
import { lastLock, noteLock } from "@/lib/lock";
import classes from "./signin.module.css";
import { useWait } from "./useWait";

/** People sign in at this office, and nobody is signed in now. The address stays, and with it the screen behind. */
export function SignInPage({ office }: { office: string }) {
  const { t } = useWords();
  const client = useQueryClient();
  const [lock] = useState(lastLock);
  // Neither answers nor messages of the one before stay for the next one.
  useEffect(() => {
    forgetAnswers(client);
    notifications.clean();
  }, [client]);
  return (
    <div className={classes.page} data-testid="sign-in-page">
      <p className={classes.office}>{office}</p>
      <Title order={1}>{t("signin.title")}</Title>
      {lock === null ? null : (
        <>
          <Text role="status" mt="xs">
            {lock.how === "idle" ? t("signin.lockedIdle", { minutes: lock.minutes }) : t("signin.lockedByHand")}
          </Text>
          <Text size="sm" c="dimmed">
            {t("signin.kept")}
          </Text>
        </>
      )}
      <SignInForm />
      <Text size="sm" c="dimmed" mt="lg">
        {t("signin.forgot")}
      </Text>
    </div>
  );
}

function SignInForm() {
  const { t } = useWords();
  const enter = useTell("sign_in");
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [show, setShow] = useState(false);
  const [caps, setCaps] = useState(false);
  const [wait, startWait] = useWait();
  const field = useRef<HTMLInputElement>(null);
  const waiting = wait !== null && wait > 0;

  const failed = (error: DeskError) => {
    setPassword("");
    field.current?.focus();
    if (error.params.reason === "wait") startWait(Number(error.params.seconds ?? 0));
  };
  const submit = () => {
    if (waiting || login.trim() === "" || password === "") return;
    startWait(null);
    enter.mutate({ login: login.trim(), password }, { onSuccess: () => noteLock(null), onError: failed });
  };
  const readCaps = (event: React.KeyboardEvent) => setCaps(event.getModifierState("CapsLock"));

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack mt="md">
        <TextInput
          label={t("signin.login")}
          value={login}
          onChange={(event) => setLogin(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          data-testid="login"
        />
        <TextInput
          ref={field}
          label={t("signin.password")}
          type={show ? "text" : "password"}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          onKeyDown={readCaps}
          onKeyUp={readCaps}
          description={caps ? t("signin.capsLock") : undefined}
          autoComplete="current-password"
          spellCheck={false}
          data-testid="password"
        />
        <Checkbox label={t("signin.show")} checked={show} onChange={(event) => setShow(event.currentTarget.checked)} />
        {wait === null ? (
          <ErrorNote error={enter.error} />
        ) : (
          <Text role="status" data-testid="sign-in-wait">
            {waiting ? t("signin.wait", { count: wait }) : t("signin.waitOver")}
          </Text>
        )}
        <Button type="submit" loading={enter.isPending} disabled={waiting} data-testid="sign-in">
          {t("signin.submit")}
        </Button>
      </Stack>
    </form>
  );
}
