import type { Inbox } from "../bindings";

/** What was delivered by the sample day. */
export function inboxOf(): Inbox {
  const entry = (key: string, sentence: string, label: string, id: string, dueOn: string, read: boolean) => ({
    key,
    rule: "due",
    subject: { kind: "case" as const, id, label },
    sentence,
    fireOn: dueOn,
    dueOn,
    deliveredAt: "2015-01-12T07:05:00Z",
    read,
    state: "current" as const,
  });
  return {
    entries: [
      {
        ...entry("a", "Audit nadzoru II za 30 dni (03.02.2015).", "Certyfikat", "certificate-1", "2015-02-03", false),
        subject: { kind: "certificate", id: "certificate-1", label: "Audit nadzoru II" },
      },
      entry("b", "DK/9/2014: termin minął wczoraj (19.12.2014).", "DK/9/2014", "case-22", "2014-12-19", false),
      entry("c", "DZ/2/2014: termin minął wczoraj (28.11.2014).", "DZ/2/2014", "case-19", "2014-11-28", false),
      {
        ...entry("d", "DK/8/2014: termin za 7 dni (14.11.2014).", "DK/8/2014", "case-21", "2014-11-14", true),
        state: "moved",
      },
    ],
    unread: 3,
  };
}
