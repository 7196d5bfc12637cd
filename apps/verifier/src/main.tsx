import "@unmask/fittings-screen/tokens.css";
import "@unmask/fittings-screen/screen.css";
import "./page.css";
import { type Root, createRoot } from "react-dom/client";
import { preparePackHashes, readClock } from "@unmask/fittings-browser";
import { App } from "./app.tsx";

const place = document.getElementById("app");
if (!place) throw new Error("the page has no place for the checker");

void show(createRoot(place));

async function show(root: Root): Promise<void> {
  const createHash = await preparePackHashes();
  root.render(
    <App
      world={{
        createHash,
        now: readClock,
        clock: () => new Date().toLocaleTimeString("en-GB"),
        // A page from the disk has no host.
        cameFrom: location.host,
      }}
    />,
  );
}
