import { ActionIcon, Button, Fieldset, MultiSelect, Select, Stack, Text } from "@mantine/core";
import { IconArrowUp, IconPlus, IconTrash } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useWords } from "@/i18n/i18n";
import type { Choice, TeamForm } from "@/ipc/bindings";
import { useAsk } from "@/ipc/queries";
import classes from "./audits.module.css";

type Props = { team: TeamForm[]; audited: Choice[]; onChange: (team: TeamForm[]) => void };

/** Who audits what; the first one leads. */
export function TeamEditor({ team, audited, onChange }: Props) {
  const { t } = useWords();
  const change = (index: number, part: Partial<TeamForm>) =>
    onChange(team.map((member, other) => (other === index ? { ...member, ...part } : member)));
  const lead = (index: number) =>
    onChange([...team.slice(index, index + 1), ...team.filter((_, other) => other !== index)]);
  return (
    <Fieldset legend={t("audits.team")}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t("audits.teamHint")}
        </Text>
        {team.map((member, index) => (
          <Member
            // A post is chosen anew in its own row: the place is what stays.
            key={index}
            member={member}
            index={index}
            taken={team.map(({ post }) => post)}
            audited={audited}
            onChange={(part) => change(index, part)}
            onLead={() => lead(index)}
            onRemove={() => onChange(team.filter((_, other) => other !== index))}
          />
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() => onChange([...team, { post: "", processes: [] }])}
            data-testid="team-add"
          >
            {t("audits.addMember")}
          </Button>
        </div>
      </Stack>
    </Fieldset>
  );
}

type MemberProps = {
  member: TeamForm;
  index: number;
  taken: string[];
  audited: Choice[];
  onChange: (part: Partial<TeamForm>) => void;
  onLead: () => void;
  onRemove: () => void;
};

function Member({ member, index, taken, audited, onChange, onLead, onRemove }: MemberProps) {
  const { t } = useWords();
  const field = useRef<HTMLInputElement>(null);
  // Whoever adds somebody goes on with who it is.
  const [added] = useState(member.post === "");
  useEffect(() => {
    if (added) field.current?.focus();
  }, [added]);
  const posts = useAsk("choices", null).data?.posts ?? [];
  const auditors = useAsk("audits", { year: null }).data?.auditors ?? [];
  const name = posts.find(({ id }) => id === member.post)?.name ?? t("common.unnamed");
  const isAuditor = (id: string) => auditors.some(({ post }) => post.id === id);
  const shown = auditors.some(({ post, competent }) => competent && post.id === member.post);
  const free = posts.filter(({ id }) => id === member.post || !taken.includes(id));
  const group = (label: string, of: Choice[]) => ({
    group: label,
    items: of.map(({ id, name: post }) => ({ value: id, label: post })),
  });
  const groups = [
    group(
      t("audits.auditors"),
      free.filter(({ id }) => isAuditor(id)),
    ),
    group(
      t("audits.otherPosts"),
      free.filter(({ id }) => !isAuditor(id)),
    ),
  ];
  return (
    <div className={classes.member} data-testid={`team-${index + 1}`}>
      <Select
        label={t(index === 0 ? "audits.leadAuditor" : "audits.auditor")}
        data={groups.filter(({ items }) => items.length > 0)}
        value={member.post === "" ? null : member.post}
        searchable
        allowDeselect={false}
        onChange={(post) => (post === null ? undefined : onChange({ post }))}
        description={member.post !== "" && !shown ? t("audits.competenceHint") : undefined}
        inputWrapperOrder={["label", "input", "description", "error"]}
        ref={field}
        openOnFocus={false}
        data-testid={`team-post-${index + 1}`}
      />
      <MultiSelect
        label={t("audits.ownProcesses")}
        placeholder={member.processes.length === 0 ? t("audits.allProcesses") : ""}
        data={audited.map(({ id, code, name: process }) => ({ value: id, label: `${code} ${process}` }))}
        value={member.processes}
        onChange={(processes) => onChange({ processes })}
        searchable
        data-testid={`team-processes-${index + 1}`}
      />
      <div className={classes.rowTools}>
        {index === 0 ? null : (
          <ActionIcon variant="subtle" color="gray" aria-label={t("audits.makeLead", { name })} onClick={onLead}>
            <IconArrowUp size={18} aria-hidden />
          </ActionIcon>
        )}
        <ActionIcon variant="subtle" color="gray" aria-label={t("common.removeNamed", { name })} onClick={onRemove}>
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
    </div>
  );
}
