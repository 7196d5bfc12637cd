import {
  type Attachment,
  type Channel,
  type Coverage,
  type Exhibit,
  type Identity,
  type Instant,
  type Sha256,
  type SourceSpan,
  type TimelineAct,
  type Tool,
  instantToIso,
  isColumnList,
} from "@unmask/core";
import { sayChannel } from "@unmask/words";
import { type NameNode, type NodeKind, createNodeNames } from "./ids.ts";
import { findExhibit } from "../find-exhibit.ts";
import { actObject, shapeOf, xsdText } from "./act.ts";
import { comparePaths } from "../pack-files.ts";

/**
 * `data/case.jsonld.gz`, before it is packed: the shown acts as CASE/UCO 1.4.0 (docs/formats/case.md), for the tools that investigators have. Written as a stream:
 * what is kept is one number an act and one entry for each account, file and application.
 */

/** Where terms of the file come from. `kb:` is a place that cannot be looked up: its names mean something in this pack alone. */
const context = {
  kb: "http://example.org/kb/",
  "case-investigation": "https://ontology.caseontology.org/case/investigation/",
  "uco-action": "https://ontology.unifiedcyberontology.org/uco/action/",
  "uco-core": "https://ontology.unifiedcyberontology.org/uco/core/",
  "uco-identity": "https://ontology.unifiedcyberontology.org/uco/identity/",
  "uco-observable": "https://ontology.unifiedcyberontology.org/uco/observable/",
  "uco-tool": "https://ontology.unifiedcyberontology.org/uco/tool/",
  "uco-types": "https://ontology.unifiedcyberontology.org/uco/types/",
  xsd: "http://www.w3.org/2001/XMLSchema#",
};

/** What is written: the acts of one pack, or of every pack of a case. */
export interface CaseSource {
  /** What the bundle is called, and what a reader of it has to know, each as a sentence. */
  readonly name: string;
  readonly says: string;
  /** When it was made: every import was finished then, or before. */
  readonly madeAt: Instant;
  readonly tool: Pick<Tool, "name" | "version" | "importers">;
  readonly coverage: readonly Coverage[];
  readonly exhibits: readonly Exhibit[];
  /** Files that nobody handed over with a pack, and of which no act was read: kept by whoever makes this file. */
  readonly kept: readonly KeptFile[];
  /** Whether the exhibits lie beside it under their paths. */
  readonly hasFiles: boolean;
  /** The acts that are shown, in order; it is asked twice, and gives the same twice. */
  acts(): Iterable<CaseAct>;
}

/** A file that is kept beside the packs: "SPO-26-025/P4", and what it is. */
export interface KeptFile {
  readonly number: string;
  readonly says: string;
  readonly name: string;
  readonly sha256: Sha256;
  readonly size: number;
}

/** An act, and how it is found in what it came from: "leaf 12 of the log". */
export interface CaseAct {
  readonly act: TimelineAct;
  readonly says: string;
}

/** The text of the file in pieces. `seed` is `nodeSeedSize` random bytes; the same seed gives the same text. */
export function* caseJsonLd(source: CaseSource, seed: Uint8Array): Generator<string, void, undefined> {
  const graph = surveyGraph(source, createNodeNames(seed));
  yield `{"@context":${JSON.stringify(context)},\n"@graph":[\n`;
  yield* bundleText(source, graph);
  yield* headText(source, graph);
  yield* actsText(source, graph);
  yield* importsText(source, graph);
  yield "\n]}\n";
}

/** What must be known before the first node is written. */
interface Graph {
  readonly name: NameNode;
  /** Number by key; in order of first appearance. */
  readonly accounts: ReadonlyMap<string, { readonly number: number; readonly identity: Identity }>;
  readonly applications: ReadonlyMap<Channel, number>;
  /** Number of the file by hash: exhibits first, then what is kept beside them, then files inside archives. */
  readonly files: ReadonlyMap<string, CaseFile>;
  /** Ids of the acts, each with its kind, by the exhibit of the leading source, never by its number: two packs can give one. */
  readonly importedBy: ReadonlyMap<Exhibit | undefined, readonly number[]>;
  readonly kindOfAct: readonly NodeKind[];
  readonly attachments: number;
  readonly spans: number;
  readonly tools: readonly CaseTool[];
}

interface CaseFile {
  readonly number: number;
  readonly sha256: string;
  readonly exhibit?: Exhibit;
  readonly kept?: KeptFile;
  /** A file inside an archive: its name there, and the hash of what was handed over. */
  readonly member?: { readonly name: string; readonly within: string };
}

interface CaseTool {
  readonly label: string;
  readonly version: string;
  readonly importer?: string;
}

function surveyGraph(source: CaseSource, name: NameNode): Graph {
  const accounts = new Map<string, { number: number; identity: Identity }>();
  const applications = new Map<Channel, number>();
  const files = new Map<string, CaseFile>();
  const importedBy = new Map<Exhibit | undefined, number[]>();
  const kindOfAct: NodeKind[] = [];
  const exhibitOf = findExhibit(source.exhibits);
  let attachments = 0;
  let spans = 0;
  for (const exhibit of source.exhibits)
    if (!files.has(exhibit.sha256)) files.set(exhibit.sha256, { number: files.size, sha256: exhibit.sha256, exhibit });
  for (const kept of source.kept) if (!files.has(kept.sha256)) files.set(kept.sha256, { number: files.size, sha256: kept.sha256, kept });
  for (const { act } of source.acts()) {
    for (const identity of [act.from, ...act.to]) {
      const key = accountKey(identity);
      if (!accounts.has(key)) accounts.set(key, { number: accounts.size, identity });
    }
    if (applicationChannels.has(act.channel) && !applications.has(act.channel)) applications.set(act.channel, applications.size);
    for (const span of act.sources) if (!files.has(span.sha256)) files.set(span.sha256, memberFile(files.size, span));
    const handedOver = exhibitOf(act.source);
    const list = importedBy.get(handedOver);
    if (list) list.push(kindOfAct.length);
    else importedBy.set(handedOver, [kindOfAct.length]);
    kindOfAct.push(shapeOf(act).node);
    attachments += act.attachments.length;
    spans += act.sources.length;
  }
  const tools = [
    { label: source.tool.name, version: source.tool.version },
    ...Object.entries(source.tool.importers).map(([importer, version]) => ({
      label: `${source.tool.name}, importer ${importer}`,
      version,
      importer,
    })),
  ];
  return { name, accounts, applications, files, importedBy, kindOfAct, attachments, spans, tools };
}

function memberFile(number: number, span: SourceSpan): CaseFile {
  return { number, sha256: span.sha256, member: { name: span.name, within: span.within?.[0]?.sha256 ?? span.sha256 } };
}

function accountKey({ kind, normal }: Identity): string {
  return `${kind} ${normal}`;
}

/** Channels that are an application; the others are a network, a place or a thing. */
const applicationChannels: ReadonlySet<Channel> = new Set([
  "whatsapp", "telegram", "instagram", "facebook", "messenger", "signal", "imessage", "x", "snapchat", "tiktok", "discord", "reddit", "linkedin",
]); // prettier-ignore

/** References in pieces of this many, so that no piece is long. */
const refsAPiece = 512;

function* refsText(ids: Iterable<string>): Generator<string, void, undefined> {
  let piece = "";
  let inPiece = 0;
  let first = true;
  for (const id of ids) {
    piece += `${first ? "" : ","}{"@id":"${id}"}`;
    first = false;
    if (++inPiece < refsAPiece) continue;
    yield piece;
    piece = "";
    inPiece = 0;
  }
  yield piece;
}

function* bundleText(source: CaseSource, graph: Graph): Generator<string, void, undefined> {
  const head = {
    "@id": graph.name("bundle", 0),
    "@type": "uco-core:Bundle",
    "uco-core:name": source.name,
    "uco-core:specVersion": "CASE 1.4.0 / UCO 1.4.0",
    "uco-core:description": source.says,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"uco-core:object":[`;
  yield* refsText(objectIds(source, graph));
  yield "]}";
}

function* objectIds(source: CaseSource, graph: Graph): Generator<string, void, undefined> {
  const { name } = graph;
  yield name("person", 0);
  yield* numbered(name, "tool", graph.tools.length);
  yield* numbered(name, "application", graph.applications.size);
  yield* numbered(name, "account", graph.accounts.size);
  yield* numbered(name, "file", graph.files.size);
  for (const [number, kind] of graph.kindOfAct.entries()) yield name(kind, number);
  yield* numbered(name, "attachment", graph.attachments);
  yield* numbered(name, "attached", graph.attachments);
  yield* numbered(name, "contained", graph.spans + memberCount(graph));
  yield* numbered(name, "provenance", source.exhibits.length + source.kept.length);
  yield* numbered(name, "import", shownExhibits(source).length);
  yield* numbered(name, "derived", shownExhibits(source).length);
}

function* numbered(name: NameNode, kind: NodeKind, count: number): Generator<string, void, undefined> {
  for (let number = 0; number < count; number++) yield name(kind, number);
}

function memberCount(graph: Graph): number {
  return [...graph.files.values()].filter((file) => file.member !== undefined).length;
}

function shownExhibits(source: CaseSource): readonly Exhibit[] {
  return source.exhibits.filter((exhibit) => !exhibit.withheld).sort((a, b) => comparePaths(a.path, b.path));
}

function node(id: string, type: string | readonly string[], rest: object): string {
  return `,\n${JSON.stringify({ "@id": id, "@type": type, ...rest })}`;
}

function* headText(source: CaseSource, graph: Graph): Generator<string, void, undefined> {
  const { name } = graph;
  yield node(name("person", 0), "uco-identity:Person", { "uco-core:name": "Reporting person" });
  for (const [number, { label, version }] of graph.tools.entries()) {
    yield node(name("tool", number), "uco-tool:AnalyticTool", { "uco-core:name": label, "uco-tool:version": version });
  }
  for (const [channel, number] of graph.applications) {
    yield node(name("application", number), ["uco-observable:Application", "uco-observable:Software"], {
      "uco-core:hasFacet": [
        {
          "@id": name("application-facet", number),
          "@type": "uco-observable:ApplicationFacet",
          "uco-core:name": sayChannel(channel),
        },
      ],
    });
  }
  for (const account of graph.accounts.values()) yield accountText(account, name);
  let contained = graph.spans;
  for (const file of graph.files.values()) {
    yield fileText(file, source.hasFiles, name);
    const within = file.member && graph.files.get(file.member.within);
    if (within) yield containedText({ number: contained++, source: name("file", file.number), target: name("file", within.number) }, name);
  }
}

/** What names an account; what is only shown beside it is its display name. */
function accountText({ number, identity }: { readonly number: number; readonly identity: Identity }, name: NameNode): string {
  const { kind, wrote, normal } = identity;
  const facets: object[] = [];
  const isNumber = kind === "phone";
  const identifier = kind === "phone" || kind === "email" || kind === "handle" || kind === "id" ? normal : undefined;
  const says = wrote || (kind === "owner" ? "owner of the exported phone or account" : "withheld or unknown");
  if (identifier !== undefined) {
    facets.push({
      "@id": name("account-facet", number),
      "@type": "uco-observable:AccountFacet",
      "uco-observable:accountIdentifier": xsdText(identifier),
    });
  }
  facets.push(
    isNumber
      ? {
          "@id": name("address-facet", number),
          "@type": "uco-observable:PhoneAccountFacet",
          "uco-observable:phoneNumber": xsdText(wrote),
        }
      : {
          "@id": name("address-facet", number),
          "@type": "uco-observable:DigitalAccountFacet",
          "uco-observable:displayName": xsdText(identity.name ?? says),
        },
  );
  const type = isNumber
    ? "uco-observable:PhoneAccount"
    : kind === "email"
      ? "uco-observable:EmailAccount"
      : "uco-observable:DigitalAccount";
  return node(name("account", number), type, { "uco-core:hasFacet": facets });
}

function fileText({ number, sha256, exhibit, kept, member }: CaseFile, hasFiles: boolean, name: NameNode): string {
  const shown = exhibit?.withheld === false ? exhibit : undefined;
  const fileName = shown?.name ?? kept?.name ?? member?.name;
  const bytes = exhibit?.size ?? kept?.size;
  const size = bytes === undefined ? {} : { "uco-observable:sizeInBytes": bytes };
  return node(name("file", number), "uco-observable:File", {
    ...(shown?.copy === undefined
      ? {}
      : { "uco-core:description": `${shown.number}: the hash is the original's; at this path lies a copy, SHA-256 ${shown.copy.sha256}` }),
    ...(exhibit?.withheld
      ? { "uco-core:description": `${exhibit.number}: held back; its hash and size are stated, its bytes are not in the pack` }
      : {}),
    "uco-core:hasFacet": [
      {
        "@id": name("file-facet", number),
        "@type": "uco-observable:FileFacet",
        ...(fileName === undefined ? {} : { "uco-observable:fileName": xsdText(fileName) }),
        ...(shown === undefined || !hasFiles ? {} : { "uco-observable:filePath": shown.path }),
        ...size,
      },
      {
        "@id": name("content-facet", number),
        "@type": "uco-observable:ContentDataFacet",
        ...size,
        "uco-observable:hash": [hashObject(name("hash", number), sha256)],
      },
    ],
  });
}

function hashObject(id: string, sha256: string): object {
  return {
    "@id": id,
    "@type": "uco-types:Hash",
    "uco-types:hashMethod": "SHA256",
    "uco-types:hashValue": { "@type": "xsd:hexBinary", "@value": sha256 },
  };
}

interface Containment {
  readonly number: number;
  readonly source: string;
  readonly target: string;
  readonly range?: SourceSpan;
}

/** Relationships are most of the file and hold nothing that a stranger wrote: their text is put together without an object for each. */
function containedText({ number, source, target, range }: Containment, name: NameNode): string {
  const facet =
    range === undefined
      ? ""
      : `,"uco-core:hasFacet":[{"@id":"${name("range-facet", number)}","@type":"uco-observable:DataRangeFacet",` +
        `"uco-observable:rangeOffset":${range.start},"uco-observable:rangeSize":${range.end - range.start}}]`;
  return relationText({ id: name("contained", number), source, target, kind: "Contained_Within" }, facet);
}

interface Relation {
  readonly id: string;
  readonly source: string;
  readonly target: string;
  readonly kind: "Contained_Within" | "Attachment_Of";
}

function relationText({ id, source, target, kind }: Relation, facet: string): string {
  return (
    `,\n{"@id":"${id}","@type":"uco-observable:ObservableRelationship","uco-core:source":{"@id":"${source}"},"uco-core:target":{"@id":"${target}"},` +
    `"uco-core:kindOfRelationship":"${kind}","uco-core:isDirectional":true${facet}}`
  );
}

function* actsText(source: CaseSource, graph: Graph): Generator<string, void, undefined> {
  const { name } = graph;
  let number = 0;
  let attachment = 0;
  let contained = 0;
  for (const { act, says } of source.acts()) {
    const application = graph.applications.get(act.channel);
    const { id, type, rest } = actObject(act, {
      name,
      number,
      says,
      account: (identity) => name("account", graph.accounts.get(accountKey(identity))?.number ?? 0),
      ...(application === undefined ? {} : { application: name("application", application) }),
    });
    let piece = node(id, type, rest);
    for (const span of act.sources) {
      const target = name("file", graph.files.get(span.sha256)?.number ?? 0);
      piece += containedText({ number: contained++, source: id, target, range: span }, name);
    }
    for (const one of act.attachments) piece += attachmentText(one, { number: attachment++, actId: id }, name);
    number++;
    yield piece;
  }
}

function attachmentText(attachment: Attachment, { number, actId }: { number: number; actId: string }, name: NameNode): string {
  const { mime, size, sha256 } = attachment;
  const content = {
    "@id": name("attachment-content", number),
    "@type": "uco-observable:ContentDataFacet",
    ...(mime === undefined ? {} : { "uco-observable:mimeType": xsdText(mime) }),
    ...(size === undefined ? {} : { "uco-observable:sizeInBytes": size }),
    ...(sha256 === undefined ? {} : { "uco-observable:hash": [hashObject(name("attachment-hash", number), sha256)] }),
  };
  const file = node(name("attachment", number), "uco-observable:File", {
    "uco-core:hasFacet": [
      {
        "@id": name("attachment-facet", number),
        "@type": "uco-observable:FileFacet",
        "uco-observable:fileName": xsdText(attachment.name),
      },
      ...(mime === undefined && size === undefined && sha256 === undefined ? [] : [content]),
    ],
  });
  return (
    file + relationText({ id: name("attached", number), source: name("attachment", number), target: actId, kind: "Attachment_Of" }, "")
  );
}

/** For each file that was handed over: its record of provenance, and the import that read it, with what came out. */
function* importsText(source: CaseSource, graph: Graph): Generator<string, void, undefined> {
  const { name } = graph;
  const provenanceOf = new Map<Exhibit, string>();
  for (const [number, exhibit] of source.exhibits.entries()) {
    provenanceOf.set(exhibit, name("provenance", number));
    yield node(name("provenance", number), "case-investigation:ProvenanceRecord", {
      "uco-core:description": exhibit.withheld ? "Original as received, held back" : "Original as received",
      ...(isColumnList(exhibit) ? {} : { "case-investigation:exhibitNumber": exhibit.number }),
      "uco-core:object": { "@id": name("file", graph.files.get(exhibit.sha256)?.number ?? 0) },
    });
  }
  for (const [number, { number: exhibit, says, sha256 }] of source.kept.entries())
    yield node(name("provenance", source.exhibits.length + number), "case-investigation:ProvenanceRecord", {
      "uco-core:description": says,
      "case-investigation:exhibitNumber": exhibit,
      "uco-core:object": { "@id": name("file", graph.files.get(sha256)?.number ?? 0) },
    });
  for (const [number, exhibit] of shownExhibits(source).entries()) {
    const file = name("file", graph.files.get(exhibit.sha256)?.number ?? 0);
    const results = (graph.importedBy.get(exhibit) ?? []).map((act) => name(graph.kindOfAct[act] ?? "event", act));
    const action = {
      "@id": name("import", number),
      "@type": "case-investigation:InvestigativeAction",
      "uco-core:name": "import",
      "uco-core:description": `Read the acts out of ${exhibit.number}; finished when the report was made, or before`,
      "uco-action:endTime": { "@type": "xsd:dateTime", "@value": instantToIso(source.madeAt) },
      "uco-action:performer": { "@id": name("person", 0) },
      "uco-action:instrument": toolsOf(source, exhibit, graph).map((tool) => ({ "@id": name("tool", tool) })),
      "uco-action:object": [{ "@id": file }, { "@id": provenanceOf.get(exhibit) ?? "" }],
    };
    yield `,\n${JSON.stringify(action).slice(0, -1)},"uco-action:result":[`;
    yield* refsText([name("derived", number), ...results]);
    const derived = {
      "@id": name("derived", number),
      "@type": "case-investigation:ProvenanceRecord",
      "uco-core:description": `Acts read out of ${exhibit.number}`,
      ...(isColumnList(exhibit)
        ? {}
        : { "case-investigation:exhibitNumber": `${exhibit.number}/1`, "case-investigation:rootExhibitNumber": exhibit.number }),
    };
    yield `]},\n${JSON.stringify(derived).slice(0, -1)}${results.length > 0 ? ',"uco-core:object":[' : ""}`;
    if (results.length > 0) {
      yield* refsText(results);
      yield "]";
    }
    yield "}";
  }
}

/** The importers that read an exhibit or something inside it; the program itself where none did. */
function toolsOf(source: CaseSource, exhibit: Exhibit, graph: Graph): number[] {
  const exhibitOf = findExhibit(source.exhibits);
  const importers = new Set(source.coverage.filter((one) => exhibitOf(one.source) === exhibit).map((one) => one.importer));
  const found = graph.tools.flatMap((tool, number) => (tool.importer !== undefined && importers.has(tool.importer) ? [number] : []));
  return found.length > 0 ? found : [0];
}
