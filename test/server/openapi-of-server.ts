import { bucketOfPack, sealedLetterSizes } from "@unmask/submission";
import type { IntakeStore } from "../../apps/server/src/intake-store/intake-store.ts";
import { openDoor } from "../../apps/server/src/ports/open-door.ts";
import { loggedAs, operations, reasonCodes } from "@unmask/case";
import { createIntake } from "../../apps/server/src/roles/intake.ts";

import { deskRoutes, doorRoutes } from "../../apps/server/src/routes/case/desk-routes.ts";
import { shapeOf } from "./shape-of-reader.ts";

type RouteOptions = Parameters<NonNullable<Parameters<typeof createIntake>[2]>>[0];

/** A body that is a schema of the components. */
const json = (schema: string): object => ({ "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } });
const response = (name: string): object => ({ $ref: `#/components/responses/${name}` });

/** What stands in every answer and question of the desk, once. */
const deskComponents = {
  responses: {
    Done: { description: "Done, and written in the log.", content: json("Answer") },
    File: {
      description: "The file, to be saved; the entry stands in x-unmask-entry.",
      content: { "application/octet-stream": { schema: { type: "string", format: "binary" } } },
    },
    NotUnderstood: { description: "Not understood; nothing was done.", content: json("Says") },
    Nobody: { description: "Nobody is signed in.", content: json("Nobody") },
    Refused: { description: "Refused, by a rule that it names; the refusal is in the log.", content: json("Refused") },
    NothingThere: { description: "There is nothing of that number.", content: json("Answer") },
    Changed: {
      description: "Somebody else saved first, or `saw` is the number of something else; nothing was done, and it says which.",
      content: json("Changed"),
    },
  },
  parameters: {
    Desk: {
      name: "x-unmask-desk",
      in: "header",
      required: true,
      description: "Says that it is the desk that asks: no other page can send it.",
      schema: { type: "string", enum: ["1"] },
    },
    ReasonOfLook: {
      name: "x-unmask-reason",
      in: "header",
      description: "Why it is looked at: a Reason as JSON, percent-encoded.",
      schema: { type: "string" },
    },
  },
  schemas: {
    Reason: {
      type: "object",
      required: ["code"],
      properties: {
        code: { type: "string", enum: reasonCodes },
        words: { type: "string" },
        task: { type: "string", pattern: "^T-\\d{1,9}$" },
      },
    },
    Entry: {
      description: "The entry of the log that was written of it.",
      type: "object",
      required: ["number", "says", "hash", "before"],
      properties: { number: { type: "integer" }, says: { type: "string" }, hash: { type: "string" }, before: { type: "string" } },
    },
    Answer: { type: "object", properties: { log: { $ref: "#/components/schemas/Entry" } } },
    Refused: {
      type: "object",
      required: ["refused"],
      properties: {
        refused: {
          type: "object",
          required: ["rule", "says", "allows"],
          properties: { rule: { type: "string" }, says: { type: "string" }, allows: { type: "string" } },
        },
        log: { $ref: "#/components/schemas/Entry" },
      },
    },
    Says: { type: "object", required: ["says"], properties: { says: { type: "string" } } },
    Nobody: { type: "object", required: ["nobody"], properties: { nobody: { type: "string" } } },
    Changed: {
      type: "object",
      required: ["changed"],
      properties: { changed: { type: "string" }, log: { $ref: "#/components/schemas/Entry" } },
    },
  },
};

/** What a program must know of the keys of a body that their shapes do not say, by path. */
const notes: ReadonlyMap<string, string> = new Map([
  [
    "/desk/sign-in/provider/begin",
    "`place` is a path of the desk, beginning with one stroke: any other is refused, and it is given back as it came.",
  ],
  [
    "/desk/sign-in/provider/finish",
    "`answer` is the search of the address that the provider sent the officer to, without its question mark: `code=…&state=…`.",
  ],
  ...["updates", "updates/preview"].map(
    (part) =>
      [
        `/desk/reports/:reference/${part}`,
        "`saw` is the number of the case where the report stands in one, since the words are written there, and of the report where it stands in none; the answer of the preview tells it.",
      ] as const,
  ),
]);

const answersOfDoor = { 200: response("Done"), 403: response("Refused") };
const answersOfDesk = {
  200: response("Done"),
  400: response("NotUnderstood"),
  401: response("Nobody"),
  403: response("Refused"),
  404: response("NothingThere"),
  409: response("Changed"),
};

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
  addDesk(paths);
  const document = {
    openapi: "3.1.0",
    info: {
      title: "Unmask: a force's door and its desk",
      version: "0.1.0",
      description:
        "Every refusal of the intake, of any kind, is status 400 with one constant body; it takes no cookie and no other origin. What begins with /desk is the officers' desk, at an origin of its own inside the force: who may ask what stands in docs/access.md, under the operation that each names; each look and each refusal is an entry of the log.",
    },
    paths,
    components: {
      securitySchemes: {
        upload: { type: "http", scheme: "bearer", description: "The token of an upload, from the answer to the letter." },
        session: {
          type: "apiKey",
          in: "cookie",
          name: "unmask-desk",
          description: "A session of the desk, from sign-in or enrolment; over https its name is __Host-unmask-desk.",
        },
        inside: { type: "http", scheme: "bearer", description: "A session of the inside: POST /inside/challenge, then /inside/session." },
      },
      ...deskComponents,
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

/** The routes of the desk and of its door, as they say themselves what they are and what they read. */
function addDesk(paths: Record<string, Record<string, object>>): void {
  const add = (method: string, url: string, operation: object): void => {
    const path = url.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation };
  };
  const desk = { $ref: "#/components/parameters/Desk" };
  for (const { path, body } of doorRoutes)
    add("POST", path, {
      summary: "The door: nobody is signed in",
      ...(notes.has(path) && { description: notes.get(path) }),
      security: [],
      parameters: [desk],
      ...bodyOf(shapeOf(body)),
      responses: answersOfDoor,
    });
  for (const { method, path, operation, query, body } of deskRoutes) {
    const { op, reason } = loggedAs(operation, method === "GET");
    const said = operations[operation].says;
    const inPath = [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: "path", required: true, schema: { type: "string" } }));
    const inSearch = query.map((name) => ({ name, in: "query", schema: { type: "string" } }));
    const why = method === "GET" ? [{ $ref: "#/components/parameters/ReasonOfLook" }] : [];
    add(method, path, {
      summary: `${said.charAt(0).toUpperCase()}${said.slice(1)}`,
      description: `Operation ${operation} of docs/access.md; logged as ${op}; reason: ${reason}.${method === "POST" && notes.has(path) ? ` ${notes.get(path)}` : ""}`,
      security: [{ session: [] }],
      parameters: [desk, ...why, ...inPath, ...inSearch],
      ...(method === "POST" ? bodyOf(withReason(shapeOf(body), reason === "own")) : {}),
      responses: path.endsWith("/file") || path.endsWith("/picture") ? { ...answersOfDesk, 200: response("File") } : answersOfDesk,
    });
  }
}

function bodyOf(schema: object): object {
  return { requestBody: { required: true, content: { "application/json": { schema } } } };
}

/** A body says its reason beside its keys. */
function withReason(shape: { readonly properties?: object; readonly required?: readonly string[] }, isNeeded: boolean): object {
  const { properties = {}, required = [], ...rest } = shape;
  const all = [...required, ...(isNeeded ? ["reason"] : [])];
  const more = { reason: { $ref: "#/components/schemas/Reason" } };
  return { ...rest, properties: { ...properties, ...more }, ...(all.length > 0 && { required: all }), additionalProperties: false };
}
