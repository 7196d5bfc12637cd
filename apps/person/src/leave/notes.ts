import "../tokens.css";
import "./notes.css";
import { removePrivateFiles } from "../ports/private-files.ts";

/**
 * The empty notes page. It keeps nothing that is typed into it, and removes what the page before it may have left: a file that its worker
 * still had open goes with the next try.
 */
const triesAfterMs = [0, 200, 1_000, 3_000];

for (const after of triesAfterMs) setTimeout(() => void removePrivateFiles(), after);
