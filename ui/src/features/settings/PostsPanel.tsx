import { Button, Group, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { ErrorNote } from "@/components/ErrorNote";
import { useToasts } from "@/components/toasts";
import { useWords } from "@/i18n/i18n";
import type { PostView } from "@/ipc/bindings";
import { useAsk, useTell } from "@/ipc/queries";
import { EmptyState } from "@/ui/EmptyState";
import { Panel } from "@/ui/Panel";
import { PlainTable } from "@/ui/PlainTable";
import { PostDialog } from "./PostDialog";
import { RemoveButton } from "./RemoveButton";

/** The posts of the office with their unit and what they may do. */
export function PostsPanel() {
  const { t } = useWords();
  const toasts = useToasts();
  const posts = useAsk("people", null).data?.posts ?? [];
  const units = useAsk("choices", null).data?.departments ?? [];
  const remove = useTell("remove_post");
  const [edited, setEdited] = useState<PostView | "new" | null>(null);
  const take = ({ id, revision, name }: PostView) =>
    remove.mutate({ id, revision }, { onSuccess: () => toasts.said(t("people.removed", { name })) });
  return (
    <Panel
      title={t("people.posts")}
      actions={
        <Button
          size="xs"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setEdited("new")}
          data-testid="post-add"
        >
          {t("people.addPost")}
        </Button>
      }
    >
      <Text size="sm" c="dimmed" mb="xs">
        {t("people.postsHint")}
      </Text>
      <ErrorNote error={remove.error} />
      {posts.length === 0 ? (
        <EmptyState>{t("people.postsEmpty")}</EmptyState>
      ) : (
        <PlainTable
          label={t("people.posts")}
          head={[
            t("people.postName"),
            t("people.unit"),
            t("people.roles"),
            <span key="edit" className="visually-hidden">
              {t("common.edit")}
            </span>,
          ]}
        >
          {posts.map((post) => (
            <tr key={post.id} data-testid={`post-${post.name}`}>
              <th scope="row">{post.name}</th>
              <td>{units.find(({ id }) => id === post.department)?.code}</td>
              <td>
                {post.roles.length === 0
                  ? t("people.noRoles")
                  : post.roles.map((role) => t(`roles.${role}`)).join(", ")}
              </td>
              <td>
                <Group gap={4} wrap="nowrap">
                  <Button
                    size="xs"
                    variant="default"
                    onClick={() => setEdited(post)}
                    aria-label={t("common.editNamed", { name: post.name })}
                  >
                    {t("common.edit")}
                  </Button>
                  <RemoveButton name={post.name} onRemove={() => take(post)} />
                </Group>
              </td>
            </tr>
          ))}
        </PlainTable>
      )}
      {edited === null ? null : (
        <PostDialog post={edited === "new" ? null : edited} units={units} onClose={() => setEdited(null)} />
      )}
    </Panel>
  );
}
