import { invoke } from "@tauri-apps/api/core";
import { listen } from "@tauri-apps/api/event";
import type { Commands, Events, IpcError } from "./bindings";

export type CommandName = keyof Commands;
export type Request<C extends CommandName> = Commands[C][0];
export type Response<C extends CommandName> = Commands[C][1];
export type EventName = keyof Events;

/** A refusal or a failure that crossed the seam. The screens own its words (`errorText`). */
export class DeskError extends Error implements IpcError {
  readonly kind: IpcError["kind"];
  readonly params: IpcError["params"];

  constructor(error: IpcError) {
    super(error.params.reason === undefined ? error.kind : `${error.kind}/${error.params.reason}`);
    this.name = "DeskError";
    this.kind = error.kind;
    this.params = error.params;
  }
}

export interface Transport {
  call<C extends CommandName>(command: C, request: Request<C>): Promise<Response<C>>;
  on<E extends EventName>(event: E, handler: (payload: Events[E]) => void): Promise<() => void>;
}

const window_: Transport = {
  call: (command, request) => invoke(command, request === null ? undefined : { request }),
  on: (event, handler) => listen<Events[typeof event]>(event, ({ payload }) => handler(payload)),
};

let transport: Transport = window_;

/** Tests and the dev server put a fake office behind the same seam. */
export function replaceTransport(other: Transport): void {
  transport = other;
}

const signedOut = new Set<() => void>();

/** Tells whenever a command was refused because nobody is signed in; the returned function ends it. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

function isIpcError(value: unknown): value is IpcError {
  return typeof value === "object" && value !== null && "kind" in value && "params" in value;
}

export async function call<C extends CommandName>(command: C, request: Request<C>): Promise<Response<C>> {
  try {
    return await transport.call(command, request);
  } catch (error) {
    if (isIpcError(error)) {
      if (error.kind === "signedOut") for (const listener of signedOut) listener();
      throw new DeskError(error);
    }
    // The window refused the call itself (a wrong argument, a missing permission): our mistake, not the user's.
    throw new DeskError({ kind: "internal", params: { detail: String(error) } });
  }
}

/** Subscribes to an event; the returned function ends the subscription, also when it is called before the window answered. */
export function on<E extends EventName>(event: E, handler: (payload: Events[E]) => void): () => void {
  let ended = false;
  let end: (() => void) | null = null;
  transport.on(event, handler).then(
    (unlisten) => {
      if (ended) unlisten();
      else end = unlisten;
    },
    (error: unknown) => console.error("cannot subscribe", event, error),
  );
  return () => {
    ended = true;
    end?.();
  };
}
