import { Button, Kbd, Menu } from "@mantine/core";
import { IconKey, IconLock, IconUser } from "@tabler/icons-react";
import { useState } from "react";
import { useLock } from "@/components/useLock";
import { OwnPasswordDialog } from "@/features/signin/OwnPasswordDialog";
import { useWords } from "@/i18n/i18n";
import type { SignedIn } from "@/ipc/bindings";
import { LOCK_KEYS } from "./useShortcuts";

/** Who is signed in, with what belongs to that person alone. */
export function PersonMenu({ person }: { person: SignedIn }) {
  const { t } = useWords();
  const lock = useLock();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Menu position="bottom-end" withinPortal withInitialFocusPlaceholder={false} trapFocus={false}>
        <Menu.Target>
          <Button
            variant="default"
            leftSection={<IconUser size={16} aria-hidden />}
            aria-label={t("signin.menu", { name: person.name })}
            data-testid="person-menu"
          >
            {person.name}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {person.posts.length === 0 ? null : (
            <Menu.Label>{person.posts.map(({ name }) => name).join(", ")}</Menu.Label>
          )}
          <Menu.Item
            leftSection={<IconKey size={16} aria-hidden />}
            onClick={() => setChanging(true)}
            data-testid="own-password"
          >
            {t("signin.ownPassword")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconLock size={16} aria-hidden />}
            rightSection={<Kbd size="xs">{LOCK_KEYS}</Kbd>}
            onClick={() => lock({ how: "hand" })}
            data-testid="lock"
          >
            {t("signin.lock")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {changing ? <OwnPasswordDialog id={person.id} onClose={() => setChanging(false)} /> : null}
    </>
  );
}
