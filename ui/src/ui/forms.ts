/** Whether every field of a form can be read; moves the focus to the first that cannot, where its message stands. */
export function isReadable(form: HTMLFormElement): boolean {
  for (const element of form.elements) {
    if (element instanceof HTMLInputElement && element.validity.customError) {
      element.focus();
      return false;
    }
  }
  return true;
}
