import { screen, waitFor, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Request, Transport } from "@/ipc/client";
import { openDesk } from "@/testing/desk";

type User = Awaited<ReturnType<typeof openDesk>>["user"];

async function fillPerson(user: User, name: string, login: string, post: string, password: string) {
  await user.click(await screen.findByTestId("people-add"));
  await user.type(await screen.findByTestId("person-name"), name);
  await user.type(screen.getByTestId("person-login"), login);
  await user.click(screen.getByTestId(`person-post-${post}`));
  await user.type(screen.getByTestId("person-password"), password);
  await user.click(screen.getByTestId("person-save"));
}

describe("people", () => {
  it("are told how sign-in begins, and the first password is the representative's", async () => {
    const { user } = await openDesk("/settings?tab=people");
    expect(await screen.findByText(/Gdy tylko ktoś dostanie hasło, logować się będą wszyscy/)).toBeInTheDocument();
    await fillPerson(user, "Jan Wzorowy", "naczelnik", "Sekretarz Powiatu", "wysoka drabina 12");
    expect(await screen.findByTestId("error")).toHaveTextContent("Pierwsze hasło ustawia Pełnomocnik ds. SZJ");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await fillPerson(user, "Anna Przykładowa", "pelnomocnik", "Pełnomocnik ds. SZJ", "zielona parasolka 7");
    expect(await screen.findByText("Zapisano. Od teraz wszyscy się logują.")).toBeInTheDocument();
    expect(await screen.findByTestId("person-menu")).toHaveTextContent("Anna Przykładowa");
    expect(screen.getByTestId("person-pelnomocnik")).toHaveTextContent("loguje się");
    expect(screen.queryByText(/Gdy tylko ktoś dostanie hasło/)).not.toBeInTheDocument();
  });

  it("see the rules of a password before, and the reason after", async () => {
    const { user } = await openDesk("/settings?tab=people");
    await user.click(await screen.findByTestId("people-add"));
    expect(await screen.findByText(/Co najmniej 12 znaków/)).toBeInTheDocument();
    await user.click(screen.getByRole("button", { name: "Anuluj" }));
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await fillPerson(user, "Anna Przykładowa", "pelnomocnik", "Pełnomocnik ds. SZJ", "krótkie");
    expect(await screen.findByText("To hasło jest za słabe: ma mniej niż 12 znaków.")).toBeInTheDocument();
    expect(screen.getByTestId("person-name")).toHaveValue("Anna Przykładowa");
  });

  it("cannot share a login, and their own password is changed elsewhere", async () => {
    const { user } = await openDesk("/settings?tab=people", "people");
    await user.type(await screen.findByTestId("login"), "pelnomocnik");
    await user.type(screen.getByTestId("password"), "zielona parasolka 7");
    await user.click(screen.getByTestId("sign-in"));
    await fillPerson(user, "Kto Inny", "naczelnik", "Sekretarz Powiatu", "wysoka drabina 12");
    expect(await screen.findByTestId("error")).toHaveTextContent("Login naczelnik ma już ktoś inny.");
    await user.keyboard("{Escape}");
    await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
    await user.click(screen.getByTestId("edit-person-pelnomocnik"));
    expect(await screen.findByText(/Własne hasło zmienia się w menu przy nazwisku/)).toBeInTheDocument();
    expect(screen.queryByTestId("person-password")).not.toBeInTheDocument();
  });
});

describe("posts", () => {
  it("get roles with their meaning, and are taken out only when nothing stands on them", async () => {
    const { user } = await openDesk("/settings?tab=people");
    await user.click(await screen.findByTestId("post-add"));
    await user.type(await screen.findByTestId("post-name"), "Auditor wewnętrzny I");
    expect(screen.getByText(/ocenia skuteczność działań, których sam nie prowadził/)).toBeInTheDocument();
    await user.click(screen.getByTestId("role-internal_auditor"));
    await user.click(screen.getByTestId("post-save"));
    expect(await screen.findByTestId("post-Auditor wewnętrzny I")).toHaveTextContent("Auditor wewnętrzny");
    await user.click(screen.getByRole("button", { name: "Usuń: Auditor wewnętrzny I" }));
    await user.click(await screen.findByTestId("confirm"));
    await waitFor(() => expect(screen.queryByTestId("post-Auditor wewnętrzny I")).not.toBeInTheDocument());
    const head = "Naczelnik Wydziału Architektury i Budownictwa";
    await user.click(screen.getByRole("button", { name: `Usuń: ${head}` }));
    await user.click(await screen.findByTestId("confirm"));
    expect(await screen.findByTestId("error")).toHaveTextContent(`Nie można usunąć „${head}”`);
    expect(screen.getByTestId(`post-${head}`)).toBeInTheDocument();
  });
});

describe("processes", () => {
  it("are added, and a symbol occurs once", async () => {
    const { user } = await openDesk("/settings?tab=processes");
    for (const code of ["P04", "P13"]) {
      await user.click(await screen.findByTestId("process-add"));
      await user.type(await screen.findByTestId("process-code"), code);
      await user.type(screen.getByTestId("process-name"), "Kontrola zarządcza");
      await user.click(screen.getByTestId("process-save"));
      if (code === "P04") {
        expect(await screen.findByTestId("error")).toHaveTextContent("Symbol P04 się powtarza.");
        await user.keyboard("{Escape}");
        await waitFor(() => expect(screen.queryByRole("dialog")).not.toBeInTheDocument());
      }
    }
    expect(await screen.findByTestId("process-P13")).toHaveTextContent("Kontrola zarządcza");
  });
});

describe("the rules of the office", () => {
  it("are saved with the rest of the office as it stands", async () => {
    const sent: Request<"save_office">[] = [];
    const { user } = await openDesk("/settings?tab=rules", "", (fake: Transport) => ({
      on: fake.on,
      call: (command, request) => {
        if (command === "save_office") sent.push(request as Request<"save_office">);
        return fake.call(command, request);
      },
    }));
    expect(await screen.findByTestId("save-rules")).toBeDisabled();
    await user.click(screen.getByLabelText("Tylko zaznacz w historii"));
    await user.clear(screen.getByTestId("rule-planDays"));
    await user.type(screen.getByTestId("rule-planDays"), "21");
    await user.click(screen.getByTestId("save-rules"));
    expect(await screen.findByText("Ustawienia zapisano.")).toBeInTheDocument();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.name).toBe("Starostwo Powiatowe (przykładowe)");
    expect(sent[0]?.departments.length).toBeGreaterThan(3);
    expect(sent[0]?.settings).toMatchObject({ ownReview: "warn", planDays: 21, idleMinutes: 15 });
  });

  it("stay when another part of the office is saved", async () => {
    const sent: Request<"save_office">[] = [];
    const { user } = await openDesk("/settings", "", (fake: Transport) => ({
      on: fake.on,
      call: (command, request) => {
        if (command === "save_office") sent.push(request as Request<"save_office">);
        return fake.call(command, request);
      },
    }));
    await user.type(await screen.findByTestId("settings-name"), " II");
    await user.click(screen.getByTestId("save-office"));
    await waitFor(() => expect(sent[0]?.settings.planDays).toBe(14));
  });

  it("are reached by the tabs, and the address remembers which", async () => {
    const { user } = await openDesk("/settings");
    await user.click(await screen.findByTestId("settings-tab-rules"));
    expect(await screen.findByTestId("save-rules")).toBeInTheDocument();
    expect(window.location.hash).toBe("#/settings?tab=rules");
    const tabs = screen.getByRole("tablist", { name: "Części ustawień" });
    expect(within(tabs).getAllByRole("tab")).toHaveLength(4);
  });
});
