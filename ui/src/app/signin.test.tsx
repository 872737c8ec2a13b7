import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CommandName, Transport } from "@/ipc/client";
import { FAKE_PASSWORDS } from "@/ipc/fake/people";
import { openDesk } from "@/testing/desk";

type User = Awaited<ReturnType<typeof openDesk>>["user"];

async function signIn(user: User, login = "pelnomocnik", password = FAKE_PASSWORDS[login] ?? "") {
  await user.clear(await screen.findByTestId("login"));
  await user.type(screen.getByTestId("login"), login);
  await user.clear(screen.getByTestId("password"));
  await user.type(screen.getByTestId("password"), password);
  await user.click(screen.getByTestId("sign-in"));
}

/** Counts what the desk asks for. */
function counting(asked: CommandName[]) {
  return (fake: Transport): Transport => ({
    on: fake.on,
    call: (command, request) => {
      asked.push(command);
      return fake.call(command, request);
    },
  });
}

describe("signing in", () => {
  it("leads to the screen that was asked for, and names who is there", async () => {
    const { user } = await openDesk("/cases/case-22", "people");
    expect(screen.getByRole("heading", { level: 1, name: "Zaloguj się" })).toBeInTheDocument();
    expect(screen.getByText("Starostwo Powiatowe (przykładowe)")).toBeInTheDocument();
    expect(screen.queryByTestId("nav-dashboard")).not.toBeInTheDocument();
    await signIn(user);
    expect(await screen.findByRole("heading", { level: 1, name: /DK\/9\/2014/ })).toBeInTheDocument();
    expect(screen.getByTestId("person-menu")).toHaveTextContent("Anna Przykładowa");
  });

  it("tells a wrong login and a wrong password as one, and empties the password", async () => {
    const { user } = await openDesk("/", "people");
    await signIn(user, "pelnomocnik", "nie to hasło");
    expect(await screen.findByTestId("error")).toHaveTextContent("Login lub hasło są nieprawidłowe.");
    expect(screen.getByTestId("password")).toHaveValue("");
    expect(screen.getByTestId("password")).toHaveFocus();
    await signIn(user, "nieznany", "nie to hasło");
    expect(await screen.findByTestId("error")).toHaveTextContent("Login lub hasło są nieprawidłowe.");
  });

  it("speaks the other language before anybody is signed in", async () => {
    const { user } = await openDesk("/", "people");
    await user.click(screen.getByTestId("lang-en"));
    expect(await screen.findByRole("heading", { level: 1, name: "Sign in" })).toBeInTheDocument();
    await signIn(user, "naczelnik", "wrong");
    expect(await screen.findByTestId("error")).toHaveTextContent("The login or the password is wrong.");
  });

  it("shows the password when asked, and warns of Caps Lock", async () => {
    const { user } = await openDesk("/", "people");
    const password = await screen.findByTestId("password");
    expect(password).toHaveAttribute("type", "password");
    await user.click(screen.getByLabelText("Pokaż hasło"));
    expect(password).toHaveAttribute("type", "text");
    fireEvent.keyDown(password, { key: "A", modifierCapsLock: true });
    expect(screen.getByText("Włączony jest Caps Lock.")).toBeInTheDocument();
    fireEvent.keyUp(password, { key: "CapsLock", modifierCapsLock: false });
    expect(screen.queryByText("Włączony jest Caps Lock.")).not.toBeInTheDocument();
  });
});

describe("a window left alone", () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());

  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const MINUTE = 60_000;

  it("counts down the seconds until the next attempt", async () => {
    const { user } = await openDesk("/", "people");
    for (let attempt = 0; attempt < 4; attempt += 1) {
      await signIn(user, "pelnomocnik", "nie to hasło");
      await waitFor(() => expect(screen.getByTestId("password")).toHaveValue(""));
    }
    expect(await screen.findByText(/^Następna próba możliwa za [345] sekund[y]?\.$/)).toBeInTheDocument();
    expect(screen.getByTestId("sign-in")).toBeDisabled();
    await pass(6_000);
    expect(await screen.findByText("Można spróbować ponownie.")).toBeInTheDocument();
    expect(screen.getByTestId("sign-in")).toBeEnabled();
    await signIn(user, "pelnomocnik", "nie to hasło");
    expect(await screen.findByTestId("error")).toHaveTextContent("Login lub hasło są nieprawidłowe.");
  });

  it("locks after its minutes, and not while somebody is there", async () => {
    const asked: CommandName[] = [];
    const { user } = await openDesk("/cases", "people", counting(asked));
    await signIn(user);
    await screen.findByTestId("case-grid");
    await pass(14 * MINUTE);
    fireEvent.pointerMove(document.body);
    await pass(14 * MINUTE);
    expect(screen.getByTestId("case-grid")).toBeInTheDocument();
    expect(asked).not.toContain("sign_out");
    await pass(2 * MINUTE);
    expect(await screen.findByText("Okno zablokowane po 15 min bezczynności.")).toBeInTheDocument();
    expect(asked).toContain("sign_out");
    expect(screen.queryByTestId("case-grid")).not.toBeInTheDocument();
    await signIn(user);
    expect(await screen.findByTestId("case-grid")).toBeInTheDocument();
  });

  it("tells that somebody is there at most each twenty seconds", async () => {
    const asked: CommandName[] = [];
    const { user } = await openDesk("/", "people", counting(asked));
    await signIn(user);
    await screen.findByTestId("person-menu");
    await pass(MINUTE);
    const told = () => asked.filter((command) => command === "keep_awake").length;
    const before = told();
    for (let press = 0; press < 10; press += 1) {
      fireEvent.keyDown(document.body, { key: "Shift" });
      await pass(1_000);
    }
    expect(told()).toBe(before + 1);
    await pass(15_000);
    fireEvent.keyDown(document.body, { key: "Shift" });
    expect(told()).toBe(before + 2);
  });

  it("does not take the key that wakes a computer for somebody who was there all night", async () => {
    const asked: CommandName[] = [];
    const { user } = await openDesk("/", "people", counting(asked));
    await signIn(user);
    await screen.findByTestId("person-menu");
    const told = asked.filter((command) => command === "keep_awake").length;
    // Asleep: the clock goes on, the timers do not.
    vi.setSystemTime(Date.now() + 8 * 60 * MINUTE);
    fireEvent.keyDown(document.body, { key: "Shift" });
    expect(await screen.findByText("Okno zablokowane po 15 min bezczynności.")).toBeInTheDocument();
    expect(asked.filter((command) => command === "keep_awake")).toHaveLength(told);
  });

  it("never locks where nobody signs in", async () => {
    const asked: CommandName[] = [];
    await openDesk("/", "", counting(asked));
    await screen.findByTestId("count-overdue");
    await pass(60 * MINUTE);
    fireEvent.keyDown(document.body, { key: "Shift" });
    expect(asked).not.toContain("sign_out");
    expect(asked).not.toContain("keep_awake");
    expect(screen.queryByTestId("person-menu")).not.toBeInTheDocument();
  });
});

describe("locking and coming back", () => {
  it("works from inside a field with Ctrl+L, and keeps what was typed", async () => {
    const { user } = await openDesk("/cases/draft-0", "people");
    await signIn(user);
    await user.type(await screen.findByTestId("field-statement"), "Pieczęć jest nieczytelna");
    await user.keyboard("{Control>}l{/Control}");
    expect(await screen.findByText("Okno zablokowano.")).toBeInTheDocument();
    await signIn(user);
    expect(await screen.findByTestId("field-statement")).toHaveValue("Pieczęć jest nieczytelna");
  });

  it("asks to sign in when any command finds nobody there", async () => {
    let gone = false;
    const { user } = await openDesk("/", "people", (fake) => ({
      on: fake.on,
      call: async (command, request) => {
        if (command === "inbox" && !gone) {
          gone = true;
          await fake.call("sign_out", null);
        }
        return fake.call(command, request);
      },
    }));
    await signIn(user);
    await user.click(await screen.findByTestId("nav-inbox"));
    expect(await screen.findByTestId("login")).toBeInTheDocument();
    await signIn(user);
    expect(await screen.findByRole("heading", { level: 1, name: "Skrzynka przypomnień" })).toBeInTheDocument();
  });

  it("shows the next person nothing of the one before", async () => {
    const { user } = await openDesk("/work", "people");
    await signIn(user);
    expect(await screen.findByText(/^Czeka na mnie/)).toBeInTheDocument();
    await user.click(screen.getByTestId("person-menu"));
    await user.click(await screen.findByTestId("lock"));
    await signIn(user, "naczelnik");
    expect(await screen.findByText(/^Do zrobienia/)).toBeInTheDocument();
    expect(screen.queryByTestId("others")).not.toBeInTheDocument();
    expect(screen.getByTestId("person-menu")).toHaveTextContent("Jan Wzorowy");
  });

  it("changes one's own password with the old one", async () => {
    const { user } = await openDesk("/", "people");
    await signIn(user);
    await user.click(await screen.findByTestId("person-menu"));
    await user.click(await screen.findByTestId("own-password"));
    await user.type(await screen.findByTestId("old-password"), "nie to");
    await user.type(screen.getByTestId("new-password"), "krótkie");
    await user.click(screen.getByTestId("save-password"));
    expect(await screen.findByTestId("error")).toHaveTextContent("nieprawidłowe");
    await user.clear(screen.getByTestId("old-password"));
    await user.type(screen.getByTestId("old-password"), FAKE_PASSWORDS.pelnomocnik ?? "");
    await user.click(screen.getByTestId("save-password"));
    expect(await screen.findByText("To hasło jest za słabe: ma mniej niż 12 znaków.")).toBeInTheDocument();
    await user.clear(screen.getByTestId("new-password"));
    await user.type(screen.getByTestId("new-password"), "ciepła herbata o piątej");
    await user.click(screen.getByTestId("save-password"));
    expect(await screen.findByText("Hasło zmieniono.")).toBeInTheDocument();
    await user.keyboard("{Control>}l{/Control}");
    await signIn(user, "pelnomocnik", "ciepła herbata o piątej");
    expect(await screen.findByTestId("person-menu")).toBeInTheDocument();
  });

  it("leaves no message of the one before on the screen", async () => {
    const { user } = await openDesk("/cases", "people");
    await signIn(user);
    await user.click(await screen.findByTestId("mark-DK/9/2014"));
    await user.click(screen.getByTestId("bulk-remind"));
    expect(await screen.findByText("Dodano 1 przypomnienie do Skrzynki.")).toBeInTheDocument();
    await user.keyboard("{Control>}l{/Control}");
    await screen.findByTestId("login");
    await waitFor(() => expect(screen.queryByText("Dodano 1 przypomnienie do Skrzynki.")).not.toBeInTheDocument());
  });

  it("is among the commands of Ctrl+K only where people sign in", async () => {
    const { user, unmount } = await openDesk("/", "people");
    await signIn(user);
    await screen.findByTestId("person-menu");
    await user.keyboard("{Control>}k{/Control}");
    await user.type(await screen.findByTestId("palette-input"), "zablokuj");
    await user.keyboard("{Enter}");
    expect(await screen.findByTestId("login")).toBeInTheDocument();
    unmount();
    const again = await openDesk("/");
    await again.user.keyboard("{Control>}k{/Control}");
    await again.user.type(await screen.findByTestId("palette-input"), "zablokuj");
    expect(screen.queryByRole("option", { name: "Zablokuj okno" })).not.toBeInTheDocument();
  });
});
