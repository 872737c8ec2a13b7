import { Alert, Button } from "@mantine/core";
import { IconInfoCircle, IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { Loading } from "@/components/Loading";
import { useWords } from "@/i18n/i18n";
import type { PersonView, Session } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { PersonDialog } from "./PersonDialog";

/** Who works with the program and who of them signs in. */
export function PeoplePanel({ session }: { session: Session }) {
  const { t } = useWords();
  const asked = useAsk("people", null);
  const [edited, setEdited] = useState<PersonView | "new" | null>(null);
  if (asked.data === undefined) {
    return asked.error === null ? <Loading /> : <ErrorNote error={asked.error} onRetry={() => asked.refetch()} />;
  }
  const { people, posts } = asked.data;
  return (
    <Panel
      title={t("people.title")}
      actions={
        <Button
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEdited("new")}
          data-testid="people-add"
        >
          {t("people.add")}
        </Button>
      }
    >
      {session.signIn ? null : (
        <Alert variant="light" mb="md" icon={<IconInfoCircle aria-hidden />} title={t("people.firstTitle")}>
          {t("people.firstText")}
        </Alert>
      )}
      {people.length === 0 ? (
        <EmptyState>{t("people.empty")}</EmptyState>
      ) : (
        <PlainTable
          label={t("people.title")}
          head={[
            t("people.name"),
            t("people.login"),
            t("people.posts"),
            t("people.state"),
            <span key="edit" className="visually-hidden">
              {t("common.edit")}
            </span>,
          ]}
        >
          {people.map((person) => (
            <PersonRow key={person.id} person={person} onEdit={() => setEdited(person)} />
          ))}
        </PlainTable>
      )}
      {edited === null ? null : (
        <PersonDialog
          person={edited === "new" ? null : edited}
          posts={posts}
          session={session}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  );
}

function PersonRow({ person, onEdit }: { person: PersonView; onEdit: () => void }) {
  const { t } = useWords();
  const state = !person.active ? "people.inactive" : person.signsIn ? "people.signsIn" : "people.noPassword";
  return (
    <tr data-testid={`person-${person.login}`}>
      <th scope="row">{person.name}</th>
      <td>{person.login}</td>
      <td>{person.posts.map(({ name }) => name).join(", ")}</td>
      <td>{t(state)}</td>
      <td>
        <Button
          size="xs"
          variant="default"
          onClick={onEdit}
          aria-label={t("common.editNamed", { name: person.name })}
          data-testid={`edit-person-${person.login}`}
        >
          {t("common.edit")}
        </Button>
      </td>
    </tr>
  );
}
