import { type Key, type Translate, useWords } from "@/i18n/i18n";
import { errorText } from "@/i18n/phrases";
import type { IpcError, Lang } from "@/ipc/bindings";
import { ErrorNote } from "./ErrorNote";

type Has = (key: string) => key is Key;

/** Why a file was not taken or does not open; what is no matter of files has the words of every other error. */
export function fileErrorText(t: Translate, has: Has, lang: Lang, error: IpcError): string {
  const key = `evidence.error_${error.params.reason}`;
  return has(key) ? t(key) : errorText(t, has, lang, error);
}

/** Such a refusal, in place. */
export function FileError({ error }: { error: IpcError | null }) {
  const { t, has, lang } = useWords();
  if (error === null) return null;
  return <ErrorNote error={error} text={fileErrorText(t, has, lang, error)} />;
}
