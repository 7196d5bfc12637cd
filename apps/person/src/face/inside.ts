import type { Engine } from "../engine/client.ts";
import type { Entrance, Front } from "../front.ts";
import type { Coming } from "../leave/leave-quickly.ts";
import { removeStoredApp } from "../ports/stored-app.ts";
import { goTo, stayHere } from "../way.ts";
import { find } from "./parts.ts";

/** The app in the place of the notes page. */
export interface Inside {
  close(): Promise<void>;
  /** Has a screen reader say something, by the name of the words in the bar. */
  say(name: string): void;
}

/** What it takes with it. */
export interface InsideParts {
  readonly page: HTMLElement;
  readonly engine: Engine;
  readonly leave: (coming?: Coming) => void;
}

/** Fetches the app and has it take the place of this page, with the bar that stands above it. Undefined: it could not be fetched. */
export async function bringInside({ page, engine, leave }: InsideParts, entrance: Entrance | undefined): Promise<Inside | undefined> {
  const main = await import("../main.tsx").catch(() => undefined);
  if (main === undefined) return undefined;
  page.replaceChildren(find("inside", HTMLTemplateElement).content.cloneNode(true));
  document.documentElement.classList.remove("face");
  const plain = find("first", HTMLElement);
  const place = find("app", HTMLElement);
  const help = find("to-help", HTMLElement);
  const status = find("status", HTMLElement);
  const screens = new Map([...plain.children].map((screen) => [screen.id, screen]));

  function show(name: string): void {
    if (!page.isConnected) return;
    const screen = screens.get(name);
    plain.replaceChildren(screen ?? "");
    plain.hidden = screen === undefined;
    place.hidden = screen !== undefined;
    help.hidden = name === "help";
    find("back", HTMLElement).hidden = false;
    if (name === "remove") find("held", HTMLElement).hidden = !app.isHolding();
    if (screen === undefined) return;
    scrollTo(0, 0);
    find(`${name}-title`, HTMLElement).focus({ preventScroll: true });
  }

  const end = (name: string): void => stayHere(() => show(name));
  const deeds: Readonly<Record<string, () => void>> = {
    back: () => history.back(),
    help: () => goTo(() => show("help")),
    "remove-now": () =>
      void removeStoredApp().then(
        () => end("removed"),
        () => end("not-removed"),
      ),
    leave: () => leave("left"),
  };
  const front: Front = { engine, open: (name) => goTo(() => show(name)), giveWay: () => show(""), forgetAnswers() {} };
  show("");
  page.addEventListener("click", (event) => {
    const pressed = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-do]") : null;
    if (!pressed) return;
    event.preventDefault();
    deeds[pressed.dataset["do"] ?? ""]?.();
  });
  const app = await main.openApp(place, front);
  app.enter(undefined, entrance);
  return { close: () => app.close(), say: (name) => (status.textContent = status.dataset[name] ?? "") };
}
