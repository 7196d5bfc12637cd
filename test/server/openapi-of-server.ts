import { bucketOfPack, sealedLetterSizes } from "@unmask/submission";
import type { IntakeStore } from "../../apps/server/src/intake-store/intake-store.ts";
import { openDoor } from "../../apps/server/src/ports/open-door.ts";
import { createIntake } from "../../apps/server/src/roles/intake.ts";

type RouteOptions = Parameters<NonNullable<Parameters<typeof createIntake>[2]>>[0];

/** What the server's schemas say, as OpenAPI 3.1; `docs/openapi.json` is this text. */
export async function openApiText(): Promise<string> {
  const paths: Record<string, Record<string, object>> = {};
  const store: IntakeStore = Object.create(null);
  const door = openDoor({
    store,
    set: { json: new Uint8Array(), signature: new Uint8Array() },
    force: "",
    pull: Buffer.alloc(32).toString("base64"),
    floor: 1,
    limits: { letterSizes: sealedLetterSizes, packs: 20, isBucket: (size) => bucketOfPack(size) === size },
    workFrom: 1,
    secret: new Uint8Array(32),
    now: () => 0,
    week: () => "",
  });
  const intake = await createIntake(door, console.error, (route) => {
    const path = route.url.replaceAll(/:(\w+)/g, "{$1}");
    for (const method of [route.method].flat()) paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(route) };
  });
  await intake.close();
  const document = {
    openapi: "3.1.0",
    info: {
      title: "Unmask: the force's door",
      version: "0.1.0",
      description: "Every refusal of the intake, of any kind, is status 400 with one constant body. No cookies, no other origin.",
    },
    paths,
    components: {
      securitySchemes: {
        upload: { type: "http", scheme: "bearer", description: "The token of an upload, from the answer to the letter." },
        inside: { type: "http", scheme: "bearer", description: "A session of the inside: POST /inside/challenge, then /inside/session." },
      },
    },
  };
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

interface Described {
  readonly summary?: string;
  readonly security?: readonly object[];
  readonly body?: object;
  readonly params?: { readonly properties: Readonly<Record<string, object>> };
  readonly querystring?: { readonly properties: Readonly<Record<string, object>> };
  readonly response?: Readonly<Record<string, { readonly description?: string }>>;
}

function operationOf({ schema }: RouteOptions): object {
  const described: Described = JSON.parse(JSON.stringify(schema ?? {}));
  const { summary, security = [], body, params, querystring, response = {} } = described;
  const parameters = [
    ...Object.entries(params?.properties ?? {}).map(([name, shape]) => ({ name, in: "path", required: true, schema: shape })),
    ...Object.entries(querystring?.properties ?? {}).map(([name, shape]) => ({ name, in: "query", schema: shape })),
  ];
  const answers = Object.entries(response).map(([status, shape]) => [
    status,
    {
      description: shape.description ?? (status === "400" ? "The one refusal." : "Done."),
      content: { "application/json": { schema: shape } },
    },
  ]);
  return {
    summary,
    security,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body === undefined ? {} : { requestBody: { required: true, content: { "application/json": { schema: body } } } }),
    responses:
      answers.length > 0 ? Object.fromEntries(answers) : { default: { description: "As tus 1.0.0 has it, bytes, or the one refusal." } },
  };
}
