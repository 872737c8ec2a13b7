import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { CertificateForm, IpcError } from "@/ipc/bindings";
import type { CommandName, Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

/** Lets the test look at every request, and refuse some. */
function watched(seen: (command: CommandName, request: unknown) => IpcError | null) {
  return (fake: Transport): Transport => ({
    call: (command, request) => {
      const refusal = seen(command, request);
      return refusal === null ? fake.call(command, request) : Promise.reject(refusal);
    },
    on: fake.on,
  });
}

describe("a folder that only reads after a failed write", () => {
  it.each(["read_only", "closed"])(
    "is opened again from the note (%s), and everything is asked anew",
    async (reason) => {
      let broken = true;
      let asked = 0;
      const { user } = await openDesk(
        "/certificate",
        "",
        watched((command) => {
          if (command === "certificate") asked += 1;
          if (command === "retry_open") broken = false;
          return command === "save_audit" && broken ? { kind: "busy", params: { reason } } : null;
        }),
      );
      await user.click(await screen.findByTestId("edit-audit-surveillance_2"));
      await user.click(await screen.findByTestId("save-audit"));
      const reopen = await screen.findByRole("button", { name: "Otwórz folder ponownie" });
      const before = asked;
      await user.click(reopen);
      expect(await screen.findByText("Folder otwarto ponownie. Można powtórzyć czynność.")).toBeInTheDocument();
      expect(asked).toBeGreaterThan(before);
      await user.click(screen.getByTestId("save-audit"));
      await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    },
  );

  it("is not offered for a refusal that opening does not mend", async () => {
    const { user } = await openDesk(
      "/certificate",
      "",
      watched((command) => (command === "save_audit" ? { kind: "busy", params: { reason: "disk_full" } } : null)),
    );
    await user.click(await screen.findByTestId("edit-audit-surveillance_2"));
    await user.click(await screen.findByTestId("save-audit"));
    expect(await screen.findByTestId("error")).toBeInTheDocument();
    expect(screen.queryByTestId("reopen")).not.toBeInTheDocument();
  });
});

describe("the certificate", () => {
  it("is corrected from what is recorded, and says which one it corrects", async () => {
    const sent: CertificateForm[] = [];
    const { user } = await openDesk(
      "/certificate",
      "",
      watched((command, request) => {
        if (command === "record_certificate") sent.push(request as CertificateForm);
        return null;
      }),
    );
    await user.click(await screen.findByTestId("correct-certificate"));
    const dialog = await screen.findByRole("dialog", { name: "Poprawka certyfikatu" });
    const number = within(dialog).getByTestId("certificate-number");
    expect(number).toHaveValue("PL-2013/0147");
    await user.type(number, "A");
    await user.click(within(dialog).getByTestId("save-certificate"));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    expect(sent).toEqual([
      {
        number: "PL-2013/0147A",
        body: "Jednostka Certyfikująca JC",
        edition: "2008",
        decidedOn: "2013-02-28",
        stage2EndedOn: "2013-01-30",
        validUntil: "2016-02-27",
        base: "decision",
        toleranceDays: 0,
        restored: false,
        corrects: "certificate-1",
      },
    ]);
  });

  it("starts blank for the next cycle and corrects nothing", async () => {
    const sent: CertificateForm[] = [];
    const { user } = await openDesk(
      "/certificate",
      "",
      watched((command, request) => {
        if (command === "record_certificate") sent.push(request as CertificateForm);
        return null;
      }),
    );
    await user.click(await screen.findByTestId("record-certificate"));
    const dialog = await screen.findByRole("dialog", { name: "Wpisz certyfikat" });
    expect(within(dialog).getByTestId("certificate-number")).toHaveValue("");
    await user.type(within(dialog).getByTestId("certificate-decided"), "20.02.2016");
    await user.click(within(dialog).getByTestId("save-certificate"));
    await waitFor(() => expect(sent.map(({ corrects }) => corrects)).toEqual([null]));
  });
});

describe("dates and names on the screens", () => {
  it("shows when the late review was due, as a date and a distance", async () => {
    await openDesk("/");
    const line = await screen.findByTestId("todo-DK/6/2014");
    expect(line).toHaveTextContent("31.12.2014");
    expect(line).toHaveTextContent("12 dni po terminie");
  });

  it("shows how a card's own date was moved, and who signed it in words", async () => {
    await openDesk("/cases/case-22", "", (fake) => ({
      ...fake,
      call: async (command, request) => {
        const answer = await fake.call(command, request);
        if (command === "case") {
          Object.assign(answer as object, {
            targetOn: "2015-01-30",
            originalTargetOn: "2014-11-28",
            targetExtensions: [
              {
                from: "2014-11-28",
                to: "2015-01-30",
                reason: "Remont archiwum",
                askedOn: "2014-11-20",
                decidedOn: "2014-11-21",
                decidedBy: "representative",
                late: false,
              },
            ],
          });
        }
        return answer;
      },
    }));
    const list = await screen.findByRole("list", { name: /^Termin.*: Zmiany terminu$/ });
    expect(list).toHaveTextContent("28.11.2014 → 30.01.2015: Remont archiwum");
    expect(list).toHaveTextContent("Pełnomocnik ds. SZJ");
    expect(screen.getByRole("img", { name: /28\.11\.2014/ })).toBeInTheDocument();
    const history = screen.getByTestId("history");
    expect(history).toHaveTextContent("Pełnomocnik ds. SZJ");
    expect(history).not.toHaveTextContent("representative");
  });
});
