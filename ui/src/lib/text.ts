import type { Lang } from "@/ipc/bindings";

/** Letters without their marks, so that "dzialanie" finds "Działanie"; the one Polish letter that Unicode does not take apart is ł. */
export function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l");
}

/** A file's size as people read it: `812 B`, `24 kB`, `1,2 MB` (`1.2 MB` in English). */
export function fileSize(bytes: number, lang: Lang): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${lang === "pl" ? megabytes.replace(".", ",") : megabytes} MB`;
}
