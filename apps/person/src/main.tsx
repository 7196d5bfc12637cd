import "./tokens.css";
import "./look.css";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import { emptyPage } from "./leave/leave-quickly.ts";
import { removePrivateFiles } from "./ports/private-files.ts";
import { trustedScript } from "./trusted-scripts.ts";

const place = document.getElementById("app");
if (!place) throw new Error("the page has no place for the app");

const root = createRoot(place, { onUncaughtError: showBroken });
root.render(<App forget={() => root.unmount()} />);

// A pack that an earlier sitting left behind, because the page was closed before it could tidy up.
void removePrivateFiles();

// A page that the browser brings back from its memory after she has left shows nothing of hers.
addEventListener("pageshow", ({ persisted }) => {
  if (persisted && !document.body.hasChildNodes()) location.replace(emptyPage);
});

if ("serviceWorker" in navigator) {
  void navigator.serviceWorker.register(trustedScript("/sw.js"));
  // So that the report can be made without a network too.
  void navigator.serviceWorker.ready.then(({ active }) => active?.postMessage("store the heavy files"));
}

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
