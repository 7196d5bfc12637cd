import { writeFileSync } from "node:fs";
import { openApiText } from "./openapi-of-server.ts";

/** `npx tsx test/server/write-openapi.ts` writes the description of the server's interface anew. */
writeFileSync(new URL("../../docs/openapi.json", import.meta.url), await openApiText());
