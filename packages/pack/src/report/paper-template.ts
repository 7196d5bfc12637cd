/**
 * A paper of blocks (`Paper` of core) in Typst 0.14: preceded by `wordsTemplate` and `blocksTemplate`. It knows no paper by name; what stands on one is
 * data. A word is a string, words with a side (`Words`), or a list of such, each with a look or without.
 */
export const paperTemplate: string = String.raw`
#set document(..dated(d.title))
#set par(leading: 0.62em, spacing: 0.8em)

#let looks = (strong: bold, slanted: slanted, code: body => text(font: mono-chain, size: 0.86em, body))
#let piece(p) = if type(p) == str { p } else if type(p) == dictionary { words(p) } else { (looks.at(p.first()))(words(p.last())) }
// Without a function for words that are one string: of each call the typesetter keeps an answer, and a chronology has thousands.
#let said(w) = if type(w) == str { w } else if type(w) == dictionary { words(w) } else { w.map(piece).join() }

#set page(
  paper: "a4",
  margin: (left: margin-left, right: 210mm - margin-left - column, top: 18mm, bottom: 19mm),
  header: text(size: 8pt, grid(columns: (auto, 1fr), column-gutter: 6mm, align: (left + horizon, right + horizon),
    { if d.head.mark != none { box(stroke: 0.8pt, inset: (x: 6pt, y: 3.4pt), text(weight: "bold", said(d.head.mark))) }; if d.head.left != none { said(d.head.left) } },
    said(d.head.right))),
  header-ascent: 6mm,
  footer: { line(length: 100%, stroke: 0.4pt + luma(120)); v(-0.5em); text(size: 8pt, { said(d.foot.left); h(1fr); said(d.foot.middle); h(1fr); context [Page #counter(page).display() of #counter(page).final().first()] }) },
  footer-descent: 30%,
)
#show heading.where(level: 2): it => block(above: 15pt, below: 6pt, text(size: 11.4pt, it.body))
#show heading.where(level: 3): it => block(above: 11pt, below: 5pt, text(size: 10pt, it.body))
#set table(inset: (x, y) => (left: 0pt, right: 7pt, y: 4.4pt))

#let headings(b) = {
  if b.newPage { pagebreak(weak: true) }
  heading(level: b.level, said(b.says))
  if b.level == 1 { if b.under != none { block(above: 4pt, below: 7pt, note(said(b.under))) }; line(length: 100%, stroke: 1.2pt); v(2pt) }
}
#let texts(b) = if b.look == "boxed" { block(width: 100%, stroke: 1.4pt, inset: 10pt, above: 11pt, below: 10pt, said(b.says)) } else if b.look == "small" { block(above: 9pt, below: 6pt, note(said(b.says))) } else { block(above: 8pt, below: 7pt, said(b.says)) }
#let facts(b) = if b.ruled {
  block(above: 6pt, grid(columns: (46mm, 1fr), inset: (left: 0pt, right: 6pt, y: 4.6pt), stroke: (x, y) => (bottom: thin), ..b.rows.map(r => (text(size: 9.4pt, style: "italic", said(r.name)), text(size: 9.4pt, said(r.says)))).flatten()))
} else {
  grid(columns: (30mm, 1fr), column-gutter: 2mm, row-gutter: 8pt, ..b.rows.map(r => (slanted(said(r.name)), said(r.says))).flatten())
}
// What stands in the margin is a column of its own, left of the words, and no line is drawn under it.
#let tables(b) = {
  let beside = b.margin != none
  let own = b.columns.map(c => if c.width == none { 1fr } else { c.width * 1mm })
  let first = if beside { 1 } else { 0 }
  let cells = ()
  for r in b.rows {
    if beside { cells.push(if r.margin == none { [] } else { text(size: 7.8pt, weight: "bold", said(r.margin)) }) }
    for (i, c) in r.cells.enumerate() { cells.push(if r.byHand and i == 0 { box(height: 8mm, said(c)) } else if type(c) == str { c } else { said(c) }) }
  }
  let heads = b.columns.map(c => emph(said(c.head)))
  if beside { heads.insert(0, text(size: 7.8pt, emph(said(b.margin)))) }
  set table.cell(breakable: b.breakable)
  block(above: 4pt, below: 9pt, width: 100%, pad(left: if beside { -gutter } else { 0pt }, table(
    columns: if beside { (gutter, ..own) } else { own },
    align: (x, y) => (if beside and x == 0 { right } else { left }) + (if y == 0 { bottom } else { top }),
    inset: (x, y) => if beside and x == 0 { (left: 0pt, right: 3mm, top: 5.2pt, bottom: 4.4pt) } else { (left: 0pt, right: 7pt, y: 4.4pt) },
    stroke: (x, y) => if x < first { none } else if y == 0 { (bottom: 0.7pt + black) } else { (bottom: thin) },
    table.header(..heads),
    ..cells,
  )))
}
#let step(item) = block(above: 7pt, below: 7pt, grid(columns: (6mm, 1fr), column-gutter: 2mm, align: (right, left), text(weight: "bold", str(item.number)), said(item.says)))
#let steps(items) = for item in items { step(item) }
#let signatures(b) = block(above: 16mm, breakable: false, grid(columns: (1fr,) * b.under.len(), column-gutter: 5mm, ..b.under.map(one => block(width: 100%, stroke: (top: 0.7pt + black), inset: (top: 6pt), note(said(one))))))

// A page that held nothing but lines to sign on would say of nothing what is signed: what stands before them last goes with them.
#let blocks(from, to) = for i in range(from, to) {
  let b = d.blocks.at(i)
  let isSigned = i + 1 < d.blocks.len() and d.blocks.at(i + 1).block == "signatures"
  if b.block == "heading" { headings(b) } else if b.block == "text" {
    if isSigned { block(breakable: false, { texts(b); signatures(d.blocks.at(i + 1)) }) } else { texts(b) }
  } else if b.block == "facts" { facts(b) } else if b.block == "table" { tables(b) } else if b.block == "steps" {
    // A few fixed sentences: they fit a page together, and who signs has them all before their eyes.
    if isSigned { block(breakable: false, { steps(b.items); signatures(d.blocks.at(i + 1)) }) } else { steps(b.items) }
  } else {
    let before = if i == 0 { none } else { d.blocks.at(i - 1).block }
    if before != "text" and before != "steps" { signatures(b) }
  }
}
// What stands before the first part is what a reader has of the whole: long names in it make it smaller, as far as it can still be read, and no second page.
#let least = 0.8
#let parts-from = { let at = d.blocks.position(b => b.block == "heading" and b.newPage); if at == none { 0 } else { at } }
#let opening = { front(said(d.front.first()), said(d.front.last())); blocks(0, parts-from) }
#if parts-from == 0 { opening } else {
  layout(page => {
    let at(k) = block(width: page.width / k, opening)
    let fits(k) = measure(at(k)).height * k <= page.height
    let sizes = range(0, 11).map(i => 1 - i * (1 - least) / 10).filter(fits)
    if sizes.len() == 0 or sizes.first() == 1 { opening } else { scale(sizes.first() * 100%, origin: top + left, reflow: true, at(sizes.first())) }
  })
}
#blocks(parts-from, d.blocks.len())
`;
