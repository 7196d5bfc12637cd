/**
 * A page that is hidden is covered at once, and stays so until she presses: another window, another app or a locked screen is all that it
 * takes, and the picture that the device keeps of it for its list of apps then shows an empty notes page. Shift three times leaves from
 * here too. `cover` holds the button that opens the page again.
 */
export function coverWhenHidden(page: HTMLElement, cover: HTMLElement): void {
  let focused: Element | null = null;
  const open = cover.querySelector("button");
  const setCovered = (isCovered: boolean): void => {
    cover.hidden = !isCovered;
    page.classList.toggle("covered", isCovered);
  };
  open?.addEventListener("click", () => {
    setCovered(false);
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") return open?.focus();
    if (cover.hidden) focused = document.activeElement;
    setCovered(true);
  });
}
