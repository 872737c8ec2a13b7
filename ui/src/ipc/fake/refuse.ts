import type { IpcError } from "../bindings";

/** Refuses as the window does. */
export function refuse(kind: IpcError["kind"], reason?: string, params: IpcError["params"] = {}): never {
  throw { kind, params: reason === undefined ? params : { reason, ...params } } satisfies IpcError;
}
