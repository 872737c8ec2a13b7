/** Letters without their marks, so that "dzialanie" finds "Działanie"; the one Polish letter that Unicode does not take apart is ł. */
export function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l");
}
