/**
 * A page that is hidden is covered at once, and stays so until she presses: another window, another app or a locked screen is all that it
 * takes, and the picture that the device keeps of it for its list of apps then shows an empty notes page. Shift three times leaves from
 * here too.
 */
export function coverWhenHidden(place: HTMLElement): void {
  const cover = coverPage();
  let focused: Element | null = null;
  const open = cover.querySelector("button");
  const hide = (): void => {
    // She has left: there is nothing to cover.
    if (document.visibilityState === "visible" || !place.isConnected || cover.isConnected) return;
    focused = document.activeElement;
    place.classList.add("covered");
    document.body.append(cover);
  };
  open?.addEventListener("click", () => {
    cover.remove();
    place.classList.remove("covered");
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  });
  document.addEventListener("visibilitychange", () => {
    hide();
    if (document.visibilityState === "visible" && cover.isConnected) open?.focus();
  });
}

function coverPage(): HTMLElement {
  const cover = document.createElement("section");
  cover.className = "cover";
  cover.setAttribute("aria-label", "Notes");
  const heading = document.createElement("p");
  heading.textContent = "Notes";
  const open = document.createElement("button");
  open.type = "button";
  open.className = "outlined";
  open.textContent = "Open";
  cover.append(heading, open);
  return cover;
}
