import { screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { leaveStep } from "@/features/import/step";
import { replaceTransport } from "@/ipc/client";
import { fakeOffice } from "@/ipc/fake/office";
import { openDesk } from "@/testing/desk";

describe("a draft", () => {
  it("says what is missing and leads to the field", async () => {
    const { user } = await openDesk("/cases/draft-0");
    await user.click(await screen.findByRole("button", { name: /brak stwierdzenia niezgodności/ }));
    expect(screen.getByTestId("field-statement")).toHaveFocus();
  });

  it("keeps text that was not saved, until it is", async () => {
    const { user, unmount } = await openDesk("/cases/draft-0");
    await user.type(await screen.findByTestId("field-statement"), "Pieczęć jest nieczytelna");
    expect(screen.getByText("Są niezapisane zmiany.")).toBeInTheDocument();
    unmount();
    const again = await openDesk("/cases/draft-0");
    expect(await screen.findByTestId("field-statement")).toHaveValue("Pieczęć jest nieczytelna");
    expect(screen.getByText("Przywrócono tekst, którego nie zdążono zapisać.")).toBeInTheDocument();
    await again.user.click(screen.getByTestId("save-draft"));
    expect(await screen.findByText("Wszystko zapisane.")).toBeInTheDocument();
    expect(localStorage.getItem("capa.draft.draft-0")).toBeNull();
  });

  it("keeps the text when somebody else changed the card, and can save it over", async () => {
    const { user } = await openDesk("/cases/draft-0");
    const statement = await screen.findByTestId("field-statement");
    await user.type(statement, "Mój tekst");
    await user.clear(screen.getByTestId("field-title"));
    await user.type(screen.getByTestId("field-title"), "konflikt");
    await user.click(screen.getByTestId("save-draft"));
    expect(await screen.findByTestId("conflict")).toHaveTextContent("Ktoś w tym czasie zmienił tę kartę");
    await user.click(screen.getByTestId("keep-mine"));
    await waitFor(() => expect(screen.queryByTestId("conflict")).not.toBeInTheDocument());
    expect(screen.getByTestId("field-statement")).toHaveValue("Mój tekst");
    await user.type(screen.getByTestId("field-title"), " zażegnany");
    await user.click(screen.getByTestId("save-draft"));
    expect(await screen.findByText("Wszystko zapisane.")).toBeInTheDocument();
  });

  it("refuses to register an incomplete card, with the reason", async () => {
    const { user } = await openDesk("/cases/draft-0");
    await user.click(await screen.findByTestId("register-case"));
    expect(await screen.findByTestId("error")).toHaveTextContent("brak osoby odpowiedzialnej");
  });

  it("comes back after it was discarded", async () => {
    const { user } = await openDesk("/cases/draft-0");
    await user.click(await screen.findByTestId("discard-draft"));
    expect(await screen.findByText("Szkic odrzucono.")).toBeInTheDocument();
    await waitFor(() => expect(screen.getByTestId("total")).toHaveTextContent("25 kart"));
    await user.click(screen.getByTestId("undo"));
    expect(await screen.findByTestId("field-title")).toHaveValue("Nieczytelna pieczęć na decyzjach");
  });

  it("is made from a new card", async () => {
    const { user } = await openDesk("/cases/new");
    await user.type(await screen.findByTestId("field-title"), "Brak podpisu");
    await user.click(screen.getByTestId("add-action"));
    await user.type(screen.getByTestId("action-what-1"), "Szkolenie");
    await user.click(screen.getByTestId("save-draft"));
    expect(await screen.findByRole("heading", { level: 1, name: "Brak podpisu" })).toBeInTheDocument();
    expect(screen.getByTestId("action-what-1")).toHaveValue("Szkolenie");
    expect(localStorage.getItem("capa.draft.new")).toBeNull();
  });
});

describe("undo", () => {
  it("brings a removed audit back", async () => {
    const { user } = await openDesk("/certificate");
    await user.click(await screen.findByRole("button", { name: "Usuń: audit nadzoru II 03.02.2015" }));
    await waitFor(() => expect(screen.queryByTestId("edit-audit-surveillance_2")).not.toBeInTheDocument());
    await user.click(await screen.findByTestId("undo"));
    expect(await screen.findByTestId("edit-audit-surveillance_2")).toBeInTheDocument();
  });
});

describe("the import", () => {
  afterEach(leaveStep);

  it("shows a plan before anything is written, then the summary", async () => {
    const { user } = await openDesk("/import", "empty");
    await user.click(screen.getByTestId("pick-register"));
    expect(await screen.findByTestId("total-new")).toHaveTextContent("27");
    expect(screen.getByText("Wiersz 9, kolumna Termin")).toBeInTheDocument();
    await user.click(screen.getByTestId("run-import"));
    expect(await screen.findByTestId("import-done")).toBeInTheDocument();
    expect(screen.getByTestId("nav-register")).toBeInTheDocument();
  });

  it("says in words why a file was refused", async () => {
    const { user } = await openDesk("/import");
    await user.type(screen.getByTestId("import-path"), "/tmp/haslo.xlsx");
    await user.click(screen.getByTestId("read-path"));
    expect(await screen.findByTestId("error")).toHaveTextContent("Plik jest zabezpieczony hasłem.");
  });
});

describe("a folder that cannot be opened", () => {
  it("says why, and asks before it accepts a cut history", async () => {
    const { user } = await openDesk("/", "failed-history_cut");
    expect(screen.getByTestId("folder-failed")).toHaveTextContent("ktoś przywrócił starszą kopię");
    await user.click(screen.getByTestId("accept-history"));
    replaceTransport(fakeOffice(""));
    await user.click(await screen.findByTestId("confirm"));
    expect(await screen.findByTestId("nav-dashboard")).toBeInTheDocument();
  });
});
