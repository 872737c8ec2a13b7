import type { CommandName, Request, Response } from "../client";

/** What a fake office answers, command by command. */
export type AllHandlers = { [C in CommandName]: (request: Request<C>) => Response<C> };

/** A command that this fake office does not answer. */
export function unanswered(): never {
  throw new Error("the fake office does not answer this");
}
