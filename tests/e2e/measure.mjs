// How fluid the window stays with a large register: opened, searched and scrolled in a virtual display, with the
// times printed as a table. Nothing here fails by time: what a machine takes tells of the machine too.
//
//   node measure.mjs [folder with the programs]     else the debug build; CAPA_MEASURE_CASES says how many cases
//
// A machine without a graphics card draws with its processor, which the page then lacks: compare a run with
// WEBKIT_DISABLE_COMPOSITING_MODE=1 before reading anything into the frames.
import { readFile, readlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { loadavg } from "node:os";
import { join, resolve } from "node:path";
import { App } from "./harness/app.mjs";
import { Desk } from "./harness/desk.mjs";
import { figure, goTo } from "./harness/journey.mjs";
import { ask, end, until } from "./harness/processes.mjs";
import { byTestId } from "./harness/selectors.mjs";

const PROGRAMS = resolve(process.argv[2] ?? new URL("../../target/debug", import.meta.url).pathname);
const WINDOW = join(PROGRAMS, "capa-desk");
const CASES = Number(process.env.CAPA_MEASURE_CASES ?? 10_000);
const STARTS = 5;
const STEPS = 200;
/** Between two steps of the wheel or of a held key; a frame at 60 Hz takes 16.7. */
const STEP_MS = 33;
/** No Polish text holds these letters, so that every one typed makes the list shorter. */
const MARK = "qvxqvxqv";
const LATE_FRAME_MS = 34;

const SENTENCES = [
  "Podczas audytu wewnętrznego w Wydziale Komunikacji nie okazano działań z poprzedniego przeglądu.",
  "Wykaz upoważnień do przetwarzania danych osobowych nie był aktualizowany od chwili zmiany kierownika.",
  "Zawiadomienie o niezałatwieniu sprawy w terminie wysłano po upływie trzydziestu dni.",
  "Świadectwo wzorcowania przyrządu pomiarowego utraciło ważność, a pomiary prowadzono dalej.",
  "Karty usług na stronie internetowej różnią się od wersji dostępnych w Biurze Obsługi Klienta.",
  "Skarga na długie oczekiwanie przy rejestracji pojazdów okazała się zasadna.",
  "Nie potwierdzono skuteczności szkolenia z obsługi programu kancelaryjnego.",
  "Próbka dziesięciu spraw wykazała cztery decyzje bez wymaganego pouczenia.",
  "Spis spraw prowadzono niezgodnie z jednolitym rzeczowym wykazem akt.",
  "Właściciel procesu nie określił sposobu nadzoru nad zapisami elektronicznymi.",
];
const HEADER = [
  "Nr karty",
  "Data zgłoszenia",
  "Opis niezgodności",
  "Działanie",
  "Odpowiedzialny",
  "Termin realizacji",
  "Status",
];

/** A register of ten years, most of it closed, with about 1.3 KB of text in a row. */
function register(cases) {
  const inYear = Math.ceil(cases / 10);
  const last = new Date().getFullYear();
  const lines = Array.from({ length: cases }, (_, index) => {
    const year = last - 9 + Math.floor(index / inYear);
    const running = (index % inYear) + 1;
    const month = String(1 + Math.floor(((running - 1) * 12) / inYear)).padStart(2, "0");
    const text = (from, count) =>
      Array.from({ length: count }, (_, n) => SENTENCES[(index * 7 + from + n * 3) % SENTENCES.length]).join(" ");
    const mark = MARK.slice(0, index % (MARK.length + 1));
    return [
      `DK/${running}/${year}`,
      `05.${month}.${year}`,
      `${text(0, 8)} Znak ${index} ${mark}`,
      text(5, 5),
      `Kierownik Referatu ${index % 40}`,
      `20.${month}.${year + (index % 3 === 0 ? 1 : 0)}`,
      year === last && running % 2 === 0 ? "w realizacji" : "zamknięta",
    ].join(";");
  });
  return `\uFEFF${[HEADER.join(";"), ...lines].join("\r\n")}\r\n`;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const share = (values, part) => [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) * part)];
const ms = (value) => (value === undefined ? "–" : `${value.toFixed(value < 10 ? 1 : 0)} ms`);

/** Speaks to the driver without a library between, which would add its own time to the start. */
async function driver(port, method, path, body) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const { value } = await answer.json();
  if (!answer.ok) throw new Error(`${method} ${path}: ${value.message}`);
  return value;
}

/** From the start of the process to the first figures that can be read. */
async function startOnce(desk, data) {
  const port = await freePort();
  const env = { TAURI_WEBVIEW_AUTOMATION: "true", CAPA_DATA: data, CAPA_LANG: "pl" };
  const program = desk.run("WebKitWebDriver", [`--port=${port}`, "--host=127.0.0.1"], env);
  await until("WebKitWebDriver answers", () => driver(port, "GET", "/status"));
  const capabilities = { alwaysMatch: { "webkitgtk:browserOptions": { binary: WINDOW, args: [] } } };
  const begun = Date.now();
  const { sessionId } = await driver(port, "POST", "/session", { capabilities });
  const linked = Date.now() - begun;
  const script = "return document.querySelector('[data-testid=count-overdue]')?.textContent ?? null";
  const seen = () => driver(port, "POST", `/session/${sessionId}/execute/sync`, { script, args: [] });
  await until("the figures", seen, { within: 60_000, every: 2 });
  const figures = Date.now() - begun;
  await closeWindow(desk, program);
  await end(program);
  return { linked, figures };
}

/** Closes the window as a person does, so that the next start finds a book that was closed in order. */
async function closeWindow(desk, program) {
  const children = await readFile(`/proc/${program.child.pid}/task/${program.child.pid}/children`, "utf8");
  const runs = (id) =>
    readlink(`/proc/${id}/exe`).then(
      (path) => path === WINDOW,
      () => false,
    );
  const ids = children.trim().split(" ");
  const window = (await Promise.all(ids.map(runs))).indexOf(true);
  if (window < 0) throw new Error("the window's process is not to be found");
  await ask("xdotool", ["key", "alt+F4"], desk.env);
  await until("the program ends", async () => !(await runs(ids[window])));
}

function freePort() {
  return new Promise((found, failed) => {
    const server = createServer();
    server.on("error", failed);
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}

/** Types the mark; the page itself tells when a letter came and when the frame with the new total was drawn. */
async function search(app) {
  await app.browser.execute(() => {
    const total = document.querySelector("[data-testid=total]");
    window.measured = { typed: 0, times: [] };
    document.querySelector("[data-testid=search]").addEventListener("input", () => {
      window.measured.typed = performance.now();
    });
    new MutationObserver(() => {
      const { typed } = window.measured;
      requestAnimationFrame(() => window.measured.times.push(performance.now() - typed));
    }).observe(total, { characterData: true, childList: true, subtree: true });
  });
  await app.click(byTestId("search"));
  for (const [index, letter] of [...MARK].entries()) {
    await app.keys(letter);
    await until("the total changes", () => app.browser.execute((n) => window.measured.times.length > n, index));
  }
  const times = await app.browser.execute(() => window.measured.times);
  await app.keys("Escape");
  return times;
}

/** The times between the frames that the page drew while `scroll` ran, and how far the list moved. */
async function frames(app, scroll) {
  await app.browser.execute(() => {
    const grid = document.querySelector("[data-testid=case-grid]");
    const run = { frames: [], from: grid.scrollTop, empty: 0, on: true };
    window.measured = run;
    let last = performance.now();
    const next = (now) => {
      run.frames.push(now - last);
      last = now;
      if (grid.querySelector("[aria-busy=true]") !== null) run.empty += 1;
      if (run.on) requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
  });
  await scroll();
  return app.browser.execute(() => {
    const run = window.measured;
    run.on = false;
    const moved = Math.abs(document.querySelector("[data-testid=case-grid]").scrollTop - run.from);
    return { frames: run.frames.slice(1), moved, empty: run.empty };
  });
}

/** Scrolls with the desk's own wheel and keyboard, as a person does, and not through the driver. */
async function scrolling(desk, app) {
  const grid = await app.find(byTestId("case-grid"));
  await grid.click();
  const repeat = ["--repeat", String(STEPS), "--delay", String(STEP_MS)];
  const wheel = await frames(app, () => ask("xdotool", ["click", ...repeat, "5"], desk.env));
  const keys = await frames(app, () => ask("xdotool", ["key", ...repeat, "Next"], desk.env));
  return { wheel, keys };
}

/** The pointer stands over the list, so that the wheel turns there. */
async function pointAtList(desk) {
  await ask("xdotool", ["mousemove", "500", "600"], desk.env);
}

function printFrames(what, { frames: times, moved, empty }) {
  const late = times.filter((time) => time > LATE_FRAME_MS).length;
  const spread = `95 %: ${ms(share(times, 0.95))}, longest ${ms(share(times, 1))}`;
  const rest = `${late} of ${times.length} over ${LATE_FRAME_MS} ms, ${empty} with rows still to come`;
  print(what, ms(median(times)), `${spread}; ${rest}; moved ${Math.round(moved)} px`);
}

/** One line of the table, at once: who waits sees how far it is. */
function print(what, value, note) {
  console.log(`${what.padEnd(26)} ${value.padStart(16)}  ${note}`);
}

const load = () =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(" ");

async function measure(desk) {
  const data = join(desk.folder, "large");
  const file = join(desk.folder, "rejestr.csv");
  await writeFile(file, register(CASES));
  print("load average before", load(), "1, 5 and 15 minutes");
  const begun = Date.now();
  await ask(join(PROGRAMS, "capa"), ["--data", data, "import", file], desk.env);
  print(`import of ${CASES} rows`, ms(Date.now() - begun), "capa import, the whole process, once");
  // The first start says what the import made due; the others are those of every day.
  const first = await startOnce(desk, data);
  print("first start to figures", ms(first.figures), "once");
  const starts = [];
  for (let start = 0; start < STARTS; start += 1) starts.push(await startOnce(desk, data));
  const all = starts.map(({ figures }) => ms(figures)).join(", ");
  const linked = ms(median(starts.map((start) => start.linked)));
  print("start to figures", ms(median(starts.map((start) => start.figures))), `${all}; driver linked ${linked}`);
  const app = await App.open(desk, { data, binary: WINDOW });
  try {
    await app.find(byTestId("count-overdue"));
    print("overdue on the dashboard", await figure(app, "overdue"), "cases");
    await goTo(app, "register");
    await app.reads(/\d/, { selector: byTestId("total") });
    const letters = await search(app);
    const times = letters.map(ms).join(", ");
    print("letter to drawn total", ms(median(letters)), `${times}; 120 ms of it wait for the next letter`);
    await app.reads(/\d/, { selector: byTestId("total") });
    await pointAtList(desk);
    const { wheel, keys } = await scrolling(desk, app);
    printFrames(`frame, wheel ${STEPS} times`, wheel);
    printFrames(`frame, Page Down ${STEPS} times`, keys);
  } finally {
    await app.close();
  }
  print("load average after", load(), "");
}

const desk = await Desk.open();
try {
  await measure(desk);
} finally {
  await desk.close();
}
