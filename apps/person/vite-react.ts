import { type Plugin, parseAst } from "vite";

/**
 * Leaves out of React what draws what is on none of her pages: portals, contexts, classes of components, suspended and hidden parts, moving pictures
 * between two views, links and styles within the page, and taking over a page that a server drew. What is not made is never met again: every question
 * whether a part is of such a kind is answered with no here, and the minifier takes away what stood behind it. A page that comes to hold one
 * stops with an error the first time that it is drawn. The build stops where React has another form. Belongs in `plugins`.
 */
export function react(): Plugin {
  return {
    name: "react",
    enforce: "pre",
    apply: "build",
    transform(code, id) {
      if (id.endsWith("/react-dom-client.production.js")) return { code: withoutAbsent(code), map: null };
      const found = [...taken].find(([file]) => id.endsWith(file));
      return found && { code: withTakenOnly(code, found[1]), map: null };
    },
  };
}

/**
 * The kinds of parts (React's `WorkTag`) that no page of hers holds: 1 and 17 class, 4 portal, 9 and 10 context, 11 forwarded ref, 12 profiler, 13 and 19 suspense,
 * 14 and 15 memo, 16 lazy, 18 part that a server drew, 21 scope, 22 and 23 hidden, 24 cache, 26 link or style, 27 html, head and body, 30 view
 * transition, 31 activity.
 */
const absentKinds: ReadonlySet<number> = new Set([1, 4, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 21, 22, 23, 24, 26, 27, 30, 31]);

/**
 * Functions and what is left of them: walks over a page that do something for view transitions alone; what a page that a server drew asks for; where
 * in our code a fault lay, which nobody is told; and how a browser shows that a slow transition goes on.
 */
const bodies: ReadonlyMap<string, string> = new Map([
  ["commitExitViewTransitions", "{}"],
  ["commitNestedViewTransitions", "{}"],
  ["measureNestedViewTransitions", "{}"],
  ["restoreNestedViewTransitions", "{}"],
  ["trackEnterViewTransitions", "{}"],
  ["retryIfBlockedOn", "{}"],
  ["describeNativeComponentFrame", '{return ""}'],
  ["defaultOnDefaultTransitionIndicator", "{}"],
]);

/** What React hands out, and no page of hers takes: fragments that are held by a ref, views that move, pages that a server drew. */
const notTaken =
  /^(?:exports\.hydrateRoot|ReactDOMHydrationRoot\.prototype\.unstable_\w+|(?:FragmentInstance|ViewTransitionPseudoElement)\.prototype\.\w+)$/;

/** Hooks that no page of hers calls. */
const absentHooks: ReadonlySet<string> = new Set(
  "use useContext useImperativeHandle useInsertionEffect useReducer useDebugValue useDeferredValue useTransition useHostTransitionStatus useFormState useActionState useOptimistic useMemoCache useCacheRefresh useEffectEvent".split(
    " ",
  ),
);

/** What her pages take of React's two smaller files, and React itself; nothing else of what these hand out is fetched. */
const taken: ReadonlyMap<string, RegExp> = new Map([
  ["/react/cjs/react.production.js", /^(?:version|__CLIENT_\w+|use(?:State|Effect|LayoutEffect|Ref|Callback|Memo|Id|SyncExternalStore))$/],
  ["/react-dom/cjs/react-dom.production.js", /^(?:version|__DOM_\w+)$/],
]);

/** What is never set where no server draws and no view moves. */
const neverSet: ReadonlySet<string> = new Set(["isHydrating", "shouldStartViewTransition"]);

/** Questions whose answer is no for the same reason: each call of them. */
const neverSo: ReadonlySet<string> = new Set(["popHydrationState", "queueIfContinuousEvent"]);

/** What a page asks of the browser ahead of time, by React's short names. */
const preloading: ReadonlySet<string> = new Set(["D", "C", "L", "m", "X", "S", "M"]);

interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A node of the syntax tree (ESTree), of which only what is asked for is known. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [field: string]: unknown;
}

/** How much of each is found in the release that was looked at. */
const expected = { kinds: 81, cases: 211, bodies: 8, notTaken: 17, never: 43, preloading: 7, hooks: 60 };

/** React without what is absent. Throws where it has another form. */
export function withoutAbsent(code: string): string {
  const edits: Edit[] = [];
  const counts = { kinds: 0, cases: 0, bodies: 0, notTaken: 0, never: 0, preloading: 0, hooks: 0 };
  const visit = (node: Node, parent: Node | undefined, field: string): void => {
    if (node.type === "BinaryExpression" && isAboutAbsent(node)) {
      counts.kinds++;
      edits.push({ start: node.start, end: node.end, text: node["operator"] === "===" ? "!1" : "!0" });
      return;
    }
    if (node.type === "SwitchStatement" && isTag(node["discriminant"])) {
      const cases = casesWithout(node);
      counts.cases += cases.length;
      // bounded: the cases of one switch.
      edits.push(...cases);
    }
    if (node.type === "VariableDeclarator" && isNode(node["id"]) && /^(?:ContextOnly|Hooks)Dispatcher/.test(nameOf(node["id"]))) {
      const absent = nodesIn(node["init"]).flatMap(({ properties }) => valuesOf(properties, absentHooks));
      counts.hooks += absent.length;
      // bounded: the hooks of one dispatcher.
      edits.push(...absent);
    }
    const left = node.type === "FunctionDeclaration" && isNode(node["id"]) ? bodies.get(nameOf(node["id"])) : undefined;
    if (left !== undefined && isNode(node["body"])) {
      counts.bodies++;
      edits.push({ start: node["body"].start, end: node["body"].end, text: left });
      return;
    }
    if (node.type === "CallExpression" && isNode(node["callee"]) && neverSo.has(nameOf(node["callee"]))) {
      counts.never++;
      edits.push({ start: node.start, end: node.end, text: "!1" });
      return;
    }
    if (node.type === "Identifier" && neverSet.has(nameOf(node)) && isRead(parent, field)) {
      counts.never++;
      edits.push({ start: node.start, end: node.end, text: "!1" });
    }
    if (node.type === "AssignmentExpression" && isNode(node["left"])) {
      const { start, end } = node["left"];
      const target = code.slice(start, end);
      if (notTaken.test(target) && isNode(node["right"])) {
        counts.notTaken++;
        edits.push({ start: node["right"].start, end: node["right"].end, text: "undefined" });
        return;
      }
      if (target === "ReactDOMSharedInternals.d" && isNode(node["right"])) {
        const asked = valuesOf(node["right"]["properties"], preloading);
        counts.preloading += asked.length;
        // bounded: seven names.
        edits.push(...asked);
        return;
      }
    }
    for (const [name, inner] of Object.entries(node)) for (const child of nodesIn(inner)) visit(child, node, name);
  };
  for (const node of nodesIn(parseAst(code).body)) visit(node, undefined, "body");
  if (JSON.stringify(counts) !== JSON.stringify(expected))
    throw new Error(`React has another form, look at what is left out of it again: ${JSON.stringify(counts)}`);
  return edited(code, edits);
}

/** What is handed out under a name that is not taken is nothing. Throws where nothing is handed out under `exports`, or all of it is taken. */
export function withTakenOnly(code: string, isTaken: RegExp): string {
  const edits = nodesIn(parseAst(code).body).flatMap(({ expression }): readonly Edit[] => {
    if (!isNode(expression) || !isNode(expression["left"]) || !isNode(expression["right"])) return [];
    const { start, end } = expression["right"];
    const name = /^exports\.(\w+)$/.exec(code.slice(expression["left"].start, expression["left"].end))?.[1];
    return name === undefined || isTaken.test(name) ? [] : [{ start, end, text: "undefined" }];
  });
  if (edits.length === 0) throw new Error("React has another form, look at what is left out of it again: nothing is handed out");
  return edited(code, edits);
}

/** Empties the values of an object that stand under some of its names. */
function valuesOf(properties: unknown, names: ReadonlySet<string>): readonly Edit[] {
  return nodesIn(properties).flatMap(({ key, value }) =>
    isNode(key) && isNode(value) && names.has(nameOf(key)) ? [{ start: value.start, end: value.end, text: "undefined" }] : [],
  );
}

/**
 * Takes the cases of absent kinds out of a switch; one into which another case falls stays. A variable that such a case declares is declared before:
 * others use it.
 */
function casesWithout(statement: Node): readonly Edit[] {
  const removed: Edit[] = [];
  const declared = new Set<string>();
  let isFallenInto = false;
  for (const one of nodesIn(statement["cases"])) {
    const body = nodesIn(one["consequent"]);
    if (isAbsent(one["test"]) && !isFallenInto) {
      for (const name of body.flatMap(declaredIn)) declared.add(name);
      removed.push({ start: one.start, end: one.end, text: "" });
    } else isFallenInto = !endsFlow(body.at(-1));
  }
  if (declared.size === 0) return removed;
  return [
    { start: statement.start, end: statement.start, text: `{var ${[...declared].join()};` },
    ...removed,
    { start: statement.end, end: statement.end, text: "}" },
  ];
}

function declaredIn(node: Node): string[] {
  if (/Function/.test(node.type)) return [];
  const own = node.type === "VariableDeclarator" && isNode(node["id"]) ? [nameOf(node["id"])] : [];
  return [...own, ...Object.values(node).flatMap((inner) => nodesIn(inner).flatMap(declaredIn))];
}

function endsFlow(last: Node | undefined): boolean {
  if (last?.type === "BlockStatement") return endsFlow(nodesIn(last["body"]).at(-1));
  return /^(?:Return|Break|Continue|Throw)Statement$/.test(last?.type ?? "");
}

function isAboutAbsent({ operator, left, right }: Node): boolean {
  if (operator !== "===" && operator !== "!==") return false;
  return (isAbsent(left) && isTag(right)) || (isTag(left) && isAbsent(right));
}

function isAbsent(node: unknown): boolean {
  return isNode(node) && node.type === "Literal" && typeof node["value"] === "number" && absentKinds.has(node["value"]);
}

function isTag(node: unknown): boolean {
  if (!isNode(node)) return false;
  const named = node.type === "MemberExpression" ? node["property"] : node;
  return isNode(named) && nameOf(named) === "tag";
}

/** Whether a name stands where its value is asked for. */
function isRead(parent: Node | undefined, field: string): boolean {
  if (parent === undefined || parent.type === "VariableDeclarator") return field === "init";
  return (
    !(parent.type === "AssignmentExpression" && field === "left") &&
    field !== "params" &&
    parent.type !== "Property" &&
    field !== "property"
  );
}

function nameOf(node: Node): string {
  return typeof node["name"] === "string" ? node["name"] : "";
}

function nodesIn(value: unknown): readonly Node[] {
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string" && "start" in value;
}

/** Of edits within another, the outer one stands. */
function edited(code: string, edits: readonly Edit[]): string {
  let text = "";
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start || b.end - a.end)) {
    if (edit.start < at || (edit.start === edit.end && edit.start === at)) continue;
    text += code.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + code.slice(at);
}
