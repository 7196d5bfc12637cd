import "@unmask/fittings-screen/tokens.css";
import "@unmask/fittings-screen/screen.css";
import "./screens.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { coverWhenHidden } from "./leave/cover.ts";
import { emptyPage } from "./leave/leave-quickly.ts";
import { storeShell } from "./ports/stored-app.ts";
import { tidyUp } from "./ports/tidy-up.ts";

const place = document.getElementById("app");
if (!place) throw new Error("the page has no place for the app");

const root = createRoot(place, { onUncaughtError: showBroken });
root.render(<App forget={() => root.unmount()} />);

coverWhenHidden(place);
storeShell();

// What an earlier session left behind, because it ended before anything could tidy up.
void tidyUp();

// A page that the browser brings back from its memory after she has left shows nothing of hers.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && !document.body.hasChildNodes()) location.replace(emptyPage);
});

/** A mistake of ours while drawing: React takes the page away, so a plain one stands in its place. */
function showBroken(): void {
  const main = document.createElement("main");
  const heading = document.createElement("h1");
  heading.textContent = "Something went wrong that we did not foresee";
  const says = document.createElement("p");
  says.textContent = "Your files are unchanged. Load this page again to start over. ";
  const leave = document.createElement("a");
  leave.href = emptyPage;
  leave.textContent = "Leave quickly";
  main.append(heading, says, leave);
  document.body.replaceChildren(main);
}
