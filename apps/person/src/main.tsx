import { sealedOf } from "./begun-writing.ts";
import { App, firstScreen, homeScreen } from "./app.tsx";
import { sayAnswers } from "./first/say-answers.ts";
import type { Front, OpenedApp } from "./front.ts";
import { emptyPageHere } from "./leave/leave-quickly.ts";
import { stopUnloadWarning } from "./leave/unload-warning.ts";
import { draw } from "./ports/draw.ts";
import { isSomethingKept } from "./ports/vault-place.ts";
import { writeSelfCheck } from "./screens/keep/write-self-check.ts";
import { bringWords } from "./words/say.ts";
import { type Walk, emptySession, isSomethingHeld, isUnsaved, withoutReplies, writingsIn } from "./session.ts";

/** So long whoever leaves waits at most, behind a page that shows nothing, for what she was writing to be sealed. Milliseconds. */
const longestSealing = 1_000;

/** Opens the app in a place of the first page, which fetches it when she goes on. Nothing is shown before she enters. */
export async function openApp(place: HTMLElement, front: Front): Promise<OpenedApp> {
  await bringWords(document.documentElement.lang);
  let takeAway: (() => void) | undefined;
  const latest = await new Promise<{ walk: Walk }>((resolve) => {
    let held: { walk: Walk } | undefined;
    const keep = (walk: Walk): void => {
      if (held) held.walk = walk;
      else resolve((held = { walk }));
    };
    takeAway = draw(place, <App front={front} onWalk={keep} />, () => showBroken(place));
  });
  return {
    enter(check, entrance) {
      const { change, navigation, vault } = latest.walk;
      if (entrance === "accessibility") return navigation.replace({ name: entrance });
      const selfCheck = check && front.screens && sayAnswers(front.screens, check);
      if (selfCheck) change({ selfCheck });
      // The app may have come this moment, and not know yet what the page has opened before.
      const known = front.engine ? vault.look() : Promise.resolve(vault.status);
      void known.then(async (status) => {
        if (status?.is === "open") {
          await writeSelfCheck({ ...latest.walk, session: { ...latest.walk.session, selfCheck } });
          return navigation.replace(homeScreen);
        }
        if (selfCheck || entrance) return navigation.replace({ name: "keep", at: entrance ?? "make" });
        if (!(await isSomethingKept())) {
          const { session } = latest.walk;
          // What she brought in or wrote in this page is where she left it; else it may be her notes that she looks for.
          const isAtWork = isSomethingHeld(session) || isUnsaved(session);
          return navigation.replace(isAtWork ? firstScreen : { name: "keep", at: "been-here" });
        }
        // What is kept here is opened on the notes page.
        front.forgetAnswers();
        location.assign(emptyPageHere());
      });
    },
    putAway: () => latest.walk.change(withoutReplies),
    dropAnswers: () => latest.walk.change({ selfCheck: undefined }),
    isHolding: () => isSomethingHeld(latest.walk.session),
    empty() {
      latest.walk.engine.close();
      latest.walk.change(emptySession);
    },
    async close() {
      stopUnloadWarning();
      const { engine, session, vault } = latest.walk;
      if (vault.status?.is === "open" && sealedOf(writingsIn(session)).length > 0)
        await Promise.race([engine.ask({ ask: "lock" }), new Promise((end) => setTimeout(end, longestSealing))]);
      engine.close();
      takeAway?.();
    },
  };
}

/** A mistake of ours while drawing: the page is taken away, so a plain one stands in its place, below the bar. */
function showBroken(place: HTMLElement): void {
  const main = document.createElement("main");
  const heading = document.createElement("h1");
  heading.textContent = "Something went wrong that we did not foresee";
  const says = document.createElement("p");
  says.textContent = "Your files are unchanged. Load this page again to start over.";
  main.append(heading, says);
  place.replaceChildren(main);
}
