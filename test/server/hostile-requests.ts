/** Requests that no client of ours sends: at every route, with odd methods, paths, headers and bodies. The same ones in every run. */
import fc from "fast-check";

/** What goes to a door; the names of its headers are sound, and what stands in them need not be. */
export interface HostileRequest {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD" | "OPTIONS";
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const seed = 20_261_128;

/** Words that broke programs: ends of text, ways out of a folder, orders to a database or a template, keys of every object, numbers beyond all. */
const words = [
  "",
  "\0",
  "R-1\0",
  "%",
  "%00",
  "%c0%ae",
  "..",
  "../../etc/passwd",
  "' or 1=1 --",
  "$" + "{7*7}",
  "__proto__",
  "constructor",
  "null",
  "-1",
  "1e309",
  "9".repeat(400),
  "a".repeat(9_000),
  "\u202e\u0000\u{1f479}",
  "İſ\u0301",
  "\r\nset-cookie: a=b",
  "<script>alert(1)</script>",
] as const;
const word = fc.constantFrom(...words);

const value: fc.Arbitrary<unknown> = fc.oneof(word, fc.constantFrom(0, -1, 2 ** 53, 1e308, true, null), fc.constant([]), fc.constant({}));

/** Keys that some route reads, so that what stands there is looked at. */
const key = fc.constantFrom(
  ...[
    "reason",
    "code",
    "words",
    "id",
    "proof",
    "letter",
    "packs",
    "token",
    "lookup",
    "page",
    "for",
    "nonce",
    "signature",
    "ids",
    "envelope",
  ],
  ...["seen", "acts", "says", "link", "response", "dutyReason", "officer", "verdict", "danger", "person", "kind", "__proto__", "toString"],
);

const body = fc.oneof(
  fc
    .dictionary(key, fc.oneof(value, fc.array(value, { maxLength: 3 }), fc.dictionary(key, value, { maxKeys: 3 })), { maxKeys: 8 })
    .map((one) => JSON.stringify(one)),
  fc.constantFrom(
    "",
    "{",
    "nul",
    '"',
    "[]",
    "1",
    '{"a":1,"a":2}',
    '{"__proto__":{"code":"danger"}}',
    "\0",
    "\ufeff{}",
    '{"id":"\\u0000\\ud800"}',
  ),
  fc.constantFrom("[".repeat(60_000), '{"a":'.repeat(20_000), `"${"a".repeat(1_100_000)}"`),
);

const header = fc.record(
  {
    "content-type": fc.constantFrom(
      "application/json",
      "application/json; charset=utf-16",
      "text/plain",
      "multipart/form-data",
      "",
      "a/b/c",
    ),
    authorization: fc.constantFrom("Bearer", "Bearer \u00ff", `Bearer ${"0".repeat(64)}`, "Basic Og==", "a".repeat(4_000)),
    range: fc.constantFrom("bytes=0-", "bytes=-0", "bytes=9-1,2-3", "bytes=99999999999999999999-", "lines=1"),
    "upload-offset": fc.constantFrom("0", "-1", "1e3", "99999999999999999999"),
    "upload-length": fc.constantFrom("0", "-1", "65536", "99999999999999999999"),
    "tus-resumable": fc.constantFrom("1.0.0", "0.0.0", ""),
    "x-http-method-override": fc.constantFrom("DELETE", "PATCH"),
    "x-unmask-reason": fc.constantFrom(
      "%",
      "%7B",
      encodeURIComponent('{"code":"danger","words":"\0"}'),
      encodeURIComponent('{"code":["danger"]}'),
      "[]",
    ),
    "x-forwarded-host": fc.constant("evil.example"),
    "accept-encoding": fc.constantFrom("gzip;q=a", "*"),
    expect: fc.constant("200-ok"),
    "if-none-match": word.map((one) => encodeURIComponent(one)),
  },
  { requiredKeys: [] },
);

/** So many requests at these paths, whose parts that begin with a colon stand for anything. */
export function hostileRequests(paths: readonly string[], many: number): readonly HostileRequest[] {
  const filled = fc.constantFrom(...paths).chain((path) => {
    const parts = path.split("/").map((part) => (part.startsWith(":") ? word.map((one) => encodeURIComponent(one)) : fc.constant(part)));
    return fc.tuple(...parts).map((all) => all.join("/"));
  });
  const query = fc.oneof(
    fc.constant(""),
    fc.dictionary(key, word, { maxKeys: 3 }).map((one) => `?${new URLSearchParams(one).toString()}`),
    fc.constantFrom("?", "?a", "?a[]=1&a[]=2", "?%", "?page=1&page=2", "#", "/", "//", "/..", "%2f", ";a=b", ".json", "?__proto__[a]=1"),
  );
  const path = fc.tuple(filled, query).map(([one, other]) => `${one}${other}`);
  const method = fc.constantFrom(...(["GET", "GET", "POST", "POST", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] as const));
  return fc.sample(fc.record({ method, path, headers: header, body }), { seed, numRuns: many });
}
