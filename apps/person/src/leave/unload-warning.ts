/** Has the browser ask before the page is closed or loaded again. */
export function startUnloadWarning(): void {
  addEventListener("beforeunload", warn);
}

/** Leaving quickly asks nothing. */
export function stopUnloadWarning(): void {
  removeEventListener("beforeunload", warn);
}

function warn(event: BeforeUnloadEvent): void {
  event.preventDefault();
}
