import { readFileSync } from "node:fs";
import { parseSha256 } from "@unmask/core";
import { describe, expect, it } from "vitest";
import { type CaseDocument, type CaseNode, askSparql, ownShapes, prepare, toNquads } from "../../../../test/tamper/check-case.ts";
import { exampleReport, hiddenId } from "../../../../test/tamper/example-report.ts";
import { textOf } from "../../../../test/tamper/reseal.ts";
import { exampleFiles, repeatableBytes } from "../../../../test/tamper/sealed-example.ts";
import { caseJsonLd } from "./case-jsonld.ts";
import { caseOfPack } from "./case-of-pack.ts";
import { packActsOf } from "../pack-acts.ts";

const ontologyFile = process.env["CASE_ONTOLOGY"];

async function exampleCase(): Promise<CaseDocument> {
  return JSON.parse(textOf(await exampleFiles(), "data/case.jsonld.gz")) as CaseDocument;
}

function facetOf(document: CaseDocument, type: string): CaseNode {
  const facets = document["@graph"].flatMap((node) => (node["uco-core:hasFacet"] as CaseNode[] | undefined) ?? []);
  const facet = facets.find((one) => one["@type"] === `uco-observable:${type}`);
  if (!facet) throw new Error("no such facet");
  return facet;
}

function nodeOf(document: CaseDocument, type: string): CaseNode {
  const node = document["@graph"].find((one) => one["@type"] === type);
  if (!node) throw new Error("no such node");
  return node;
}

/** Faults that CASE's own shapes forbid. */
const plantedFaults: Record<string, (document: CaseDocument) => void> = {
  "two texts of one message": (document) => (facetOf(document, "MessageFacet")["uco-observable:messageText"] = ["one", "two"]),
  "a time that is none": (document) =>
    (facetOf(document, "MessageFacet")["uco-observable:sentTime"] = { "@type": "xsd:dateTime", "@value": "yesterday" }),
  "a time that is a string": (document) => (facetOf(document, "EmailMessageFacet")["uco-observable:sentTime"] = "2026-10-31T22:14:00Z"),
  "a call from a person instead of an account": (document) =>
    (facetOf(document, "CallFacet")["uco-observable:from"] = { "@id": nodeOf(document, "uco-identity:Person")["@id"] }),
  "a hash without its value": (document) =>
    delete (facetOf(document, "ContentDataFacet")["uco-observable:hash"] as CaseNode[])[0]?.["uco-types:hashValue"],
  "a hash that is no hexadecimal": (document) => {
    const [hash] = facetOf(document, "ContentDataFacet")["uco-observable:hash"] as CaseNode[];
    if (hash) hash["uco-types:hashValue"] = "not hexadecimal";
  },
  "a relationship without a target": (document) => delete nodeOf(document, "uco-observable:ObservableRelationship")["uco-core:target"],
  "an exhibit number that is a number": (document) =>
    (nodeOf(document, "case-investigation:ProvenanceRecord")["case-investigation:exhibitNumber"] = 1),
  "an import by a tool that is a file": (document) =>
    (nodeOf(document, "case-investigation:InvestigativeAction")["uco-action:performer"] = [
      { "@id": nodeOf(document, "uco-observable:File")["@id"] },
      { "@id": nodeOf(document, "uco-identity:Person")["@id"] },
    ]),
  "a duration in words": (document) => (facetOf(document, "CallFacet")["uco-observable:duration"] = "a minute"),
};

/** Faults that only our closed shapes forbid. */
const ownFaults: Record<string, (document: CaseDocument) => void> = {
  "a property that we never write": (document) => (facetOf(document, "MessageFacet")["uco-observable:isRead"] = true),
  "a message without a sender": (document) => delete facetOf(document, "MessageFacet")["uco-observable:from"],
  "an event without its kind": (document) => delete facetOf(document, "EventRecordFacet")["uco-observable:eventType"],
  "a file path outside the originals": (document) => (facetOf(document, "FileFacet")["uco-observable:filePath"] = "../../etc/passwd"),
  "a hash in upper case": (document) => {
    const [hash] = facetOf(document, "ContentDataFacet")["uco-observable:hash"] as CaseNode[];
    if (hash) hash["uco-types:hashValue"] = { "@type": "xsd:hexBinary", "@value": "A".repeat(64) };
  },
  "an import that came to nothing": (document) => delete nodeOf(document, "case-investigation:InvestigativeAction")["uco-action:result"],
};

const sparqlFaults: Record<string, (document: CaseDocument) => void> = {
  "a facet of two objects": (document) =>
    (nodeOf(document, "uco-observable:Post")["uco-core:hasFacet"] = [{ "@id": facetOf(document, "MessageFacet")["@id"] }]),
  "a blank node": (document) => delete (nodeOf(document, "uco-observable:Post") as Partial<CaseNode>)["@id"],
  "a name without a UUID": (document) => (nodeOf(document, "uco-observable:Post")["@id"] = "kb:post-1"),
  "a reference to nothing": (document) => document["@graph"].splice(document["@graph"].indexOf(nodeOf(document, "uco-observable:Post")), 1),
};

describe("case.jsonld of a pack that holds something of every kind", () => {
  const validateOwn = prepare(ownShapes);

  it("keeps to our shapes, and to what UCO asks in SPARQL", async () => {
    const nquads = await toNquads(await exampleCase());
    expect(await validateOwn(nquads)).toEqual([]);
    expect(askSparql(nquads)).toEqual([]);
    expect(nquads.split("\n").length).toBeGreaterThan(400);
  });

  it.each(Object.keys({ ...plantedFaults, ...ownFaults }))("is refused by our shapes with a planted fault: %s", async (name) => {
    const document = await exampleCase();
    (plantedFaults[name] ?? ownFaults[name])?.(document);
    expect((await validateOwn(await toNquads(document))).length).toBeGreaterThan(0);
  });

  it.each(Object.keys(sparqlFaults))("is refused by the questions in SPARQL with a planted fault: %s", async (name) => {
    const document = await exampleCase();
    sparqlFaults[name]?.(document);
    expect(askSparql(await toNquads(document))).toContain(name);
  });

  it("puts a class to every kind of act, and every act into the bytes it stands in", async () => {
    const graph = (await exampleCase())["@graph"];
    const count = (type: string): number => graph.filter((node) => node["@type"] === `uco-observable:${type}`).length;
    expect(["Message", "SMSMessage", "EmailMessage", "Post", "Call", "EventRecord"].map(count)).toEqual([6, 1, 1, 1, 3, 3]);
    const contained = graph.filter((node) => node["uco-core:kindOfRelationship"] === "Contained_Within");
    expect(contained.length).toBe(15 + 1);
    expect(contained.filter((node) => node["uco-core:hasFacet"]).length).toBe(15);
  });

  it("says of a held-back file its hash and size and nothing else, and nothing of what stands only there", async () => {
    const files = await exampleFiles();
    const everything = [...files.keys()]
      .filter((path) => !path.startsWith("data/originals/"))
      .map((path) => textOf(files, path))
      .join("\n");
    expect(everything).toContain("I know you're home.");
    for (const secret of ["the secret of her sister", "Sister's private", hiddenId, "Example Gym"])
      expect(everything).not.toContain(secret);
    expect(everything).toContain(exampleReport().report.exhibits.find((exhibit) => exhibit.withheld)?.sha256);
  });

  it("keeps to our shapes as the file of a case, too, which has no files beside it", async () => {
    const { report } = exampleReport();
    const photograph = {
      number: "SPO-26-025/P4",
      says: "Kept with order SPO-26-025 on 2026-11-01T09:10:00.000Z: copy",
      name: "Photograph.jpeg",
      sha256: parseSha256("e6".repeat(32)) ?? expect.fail(),
      size: 2_048,
    };
    const source = { ...caseOfPack(report, packActsOf(report)), kept: [photograph], name: "Case 0412", hasFiles: false };
    const document = JSON.parse([...caseJsonLd(source, repeatableBytes("case")(8))].join("")) as CaseDocument;
    const nquads = await toNquads(document);
    expect([...(await validateOwn(nquads)), ...askSparql(nquads)]).toEqual([]);
    expect(nquads).not.toContain("filePath");
    // A paper of an order is a file with its hash and a record under its number; no act was read of it, so there is no import.
    const text = JSON.stringify(document["@graph"].filter((node) => JSON.stringify(node).includes("P4")));
    expect(text).toContain('"case-investigation:exhibitNumber":"SPO-26-025/P4"');
    expect(text).not.toContain("InvestigativeAction");
    expect(nquads).toContain("e6".repeat(32));
  });

  it("has the same bytes twice from one seed, and other names from another", () => {
    const { report } = exampleReport();
    const text = (seed: string): string => [...caseJsonLd(caseOfPack(report, packActsOf(report)), repeatableBytes(seed)(8))].join("");
    expect(text("one")).toBe(text("one"));
    expect(text("one")).not.toBe(text("two"));
  });
});

// The official ontology is not ours to ship. Where CASE_ONTOLOGY names it, a fault fails.
if (ontologyFile !== undefined) checkAgainst(ontologyFile);

function checkAgainst(ontology: string): void {
  describe("case.jsonld against the official ontology", () => {
    const validate = prepare(readFileSync(ontology, "utf8"));

    it("has no violation", async () => {
      expect(await validate(await toNquads(await exampleCase()))).toEqual([]);
    }, 120_000);

    it("is refused with each planted fault", async () => {
      const accepted: string[] = [];
      for (const [name, plant] of Object.entries(plantedFaults)) {
        const document = await exampleCase();
        plant(document);
        if ((await validate(await toNquads(document))).length === 0) accepted.push(name);
      }
      expect(accepted).toEqual([]);
    }, 300_000);
  });
}
