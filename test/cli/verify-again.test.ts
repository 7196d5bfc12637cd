import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Instant, type Source, ok, parseZone } from "@unmask/core";
import { country, importExports, makePack, makeReport, stateCase } from "@unmask/corridor";
import { formatPublicKey, sha256HexOf } from "@unmask/seal";
import { afterAll, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import { createHasher } from "../../fixtures/importers/fixture.ts";
import { createHash, exampleSigner, repeatableBytes } from "../tamper/sealed-example.ts";
import { type Files, leavesOf, relist, reseal, textOf, utf8 } from "../tamper/reseal.ts";
import { type Ran, project, runUnmask } from "./run-unmask.ts";

const folder = mkdtempSync(join(tmpdir(), "unmask-again-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
