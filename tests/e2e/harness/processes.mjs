// Starting and ending the programs of a virtual desk, so that none outlives the script that started it.
import { execFile, spawn } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";

const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill("SIGKILL");
});
for (const [signal, status] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
]) {
  process.on(signal, () => process.exit(status));
}

/** Starts a program; what it prints is kept in `printed` (and an extra pipe's text in `told`). */
export function start(program, args, { env, extraPipe = false } = {}) {
  const stdio = ["ignore", "pipe", "pipe", ...(extraPipe ? ["pipe"] : [])];
  const child = spawn(program, args, { env, stdio });
  const entry = { child, program, printed: "", told: "", failed: undefined };
  running.add(child);
  child.on("error", (error) => {
    entry.failed = error;
  });
  child.on("exit", () => running.delete(child));
  child.stdout.setEncoding("utf8").on("data", (text) => {
    entry.printed += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text) => {
    entry.printed += text;
  });
  child.stdio[3]?.setEncoding("utf8").on("data", (text) => {
    entry.told += text;
  });
  return entry;
}

/** Ends a program kindly, and for certain if it does not listen. */
export async function end(entry) {
  const { child } = entry;
  if (entry.failed || child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  await Promise.race([gone, pause(2000, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) {
    child.kill("SIGKILL");
    await gone;
  }
}

const execute = promisify(execFile);

/** Runs a program to its end and gives what it printed. */
export async function ask(program, args, env) {
  const { stdout } = await execute(program, args, { env, maxBuffer: 64 * 1024 * 1024 });
  return stdout;
}

/** Runs a program to its end with lines on its standard input, and gives what it printed. */
export async function tell(program, args, env, lines) {
  const told = execute(program, args, { env, maxBuffer: 64 * 1024 * 1024 });
  told.child.stdin.end(lines);
  const { stdout } = await told;
  return stdout;
}

/** Asks again until the answer is there; fails with what was waited for. */
export async function until(what, probe, { within = 15_000, every = 50 } = {}) {
  const limit = Date.now() + within;
  let last;
  for (;;) {
    try {
      const answer = await probe();
      if (answer) return answer;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (Date.now() > limit) {
      const message = `waited ${within / 1000} s in vain: ${what}`;
      throw last ? new Error(`${message} (${last.message})`, { cause: last }) : new Error(message);
    }
    await pause(every);
  }
}
