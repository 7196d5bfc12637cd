import type { Report } from "@unmask/core";
import { type PublicKey, keyIdText } from "@unmask/seal";

/**
 * `data/VERIFY.md`: how a stranger checks the pack with tools that every Debian has, and what that does and does not prove. The commands are
 * those of docs/formats/pack.md; the tests run them as they stand here.
 */
export function verifyGuide({ id, after }: Pick<Report, "id" | "after">, signer: PublicKey): string {
  const guide = [openGuide(id, keyIdText(signer.keyId)), filesGuide, signatureGuide, logGuide, timeGuide];
  return [...guide, ...(after ? [afterGuide] : []), whatItProves].join("");
}

function openGuide(id: string, keyId: string): string {
  return `# How to check this pack without trusting us

Pack ${id}, signed with the key ${keyId}.

You need the sealed file \`${id}.age\` and four things that must reach you by another way than the pack:

- \`key.txt\`: your own age identity, to which the pack was sealed;
- \`known-signer.pub\`: the signer's public key. Compare it with what its holder told you. The copy in \`seal/signer.pub\` proves nothing by itself;
- \`trusted-tsa.pem\`: certificates of a time-stamp authority that you trust, if the pack is time-stamped;
- the tools: \`age\`, \`tar\`, \`gzip\`, \`coreutils\`, \`minisign\`, \`openssl\`, and \`spicy-litetlog\` (Debian package \`litetlog\`).

Every command must end without an error. Use \`bash\`.

## 1. Open it

Were you given a folder instead of a sealed file, name it \`pack\` and start with the last of these commands.

\`\`\`bash
mkdir pack
age -d -i key.txt ${id}.age | tar -x -C pack
cd pack
\`\`\`

`;
}

const filesGuide: string = `## 2. Every file is there, unchanged, and there is no other

\`\`\`bash
sha256sum --strict --quiet -c tagmanifest-sha256.txt
sha256sum --strict --quiet -c manifest-sha256.txt
sha512sum --strict --quiet -c manifest-sha512.txt
find data -type f | LC_ALL=C sort | diff - <(cut -c67- manifest-sha256.txt | LC_ALL=C sort)
find data -type f | LC_ALL=C sort | diff - <(cut -c131- manifest-sha512.txt | LC_ALL=C sort)
find . -type f -not -path './data/*' -not -path './seal/*' | cut -c3- | LC_ALL=C sort | diff - <( (cut -c67- tagmanifest-sha256.txt; echo tagmanifest-sha256.txt) | LC_ALL=C sort)
find . -not -type f -not -type d | diff - /dev/null
gunzip -t data/acts.jsonl.gz data/case.jsonld.gz data/report.json.gz
\`\`\`

The three files of the last command are text, packed: \`gunzip -c data/acts.jsonl.gz | less\` shows the acts, one a line, and changes nothing in the pack.

On a Windows desk, PowerShell 4.0 or later compares the files of the unpacked folder with a manifest. It prints the path of each that was changed
or is missing, and nothing when all are as they were; it does not look for files that were added. Repeat it with \`manifest-sha256.txt\`.

\`\`\`powershell
Get-Content -Encoding UTF8 tagmanifest-sha256.txt | ForEach-Object { $hash, $path = $_ -split '  ', 2; if ((Get-FileHash -Algorithm SHA256 -LiteralPath $path).Hash -ne $hash) { $path } }
\`\`\`

The hash of one file alone, to hold against its line in the manifest:

\`\`\`bat
certutil -hashfile data\\report.pdf SHA256
\`\`\`

The originals in \`data/originals\` are named by their exhibit's number. The ending comes from their bytes, never from the name that they were handed
over under, so that a double click opens them: web pages, scripts, and tables with formulas in them end in \`.txt\` and are shown as they are
written, and what is not known ends in \`.bin\`. The hashes judge the bytes, not the ending; an ending does not say that a file is harmless.

`;

const signatureGuide: string = `## 3. It is signed by the key you know

\`\`\`bash
minisign -V -p ../known-signer.pub -m tagmanifest-sha256.txt -x seal/tagmanifest-sha256.txt.minisig
minisign -V -p ../known-signer.pub -m seal/seals-sha256.txt -x seal/seals-sha256.txt.minisig
sha256sum --strict --quiet -c seal/seals-sha256.txt
find seal -type f | LC_ALL=C sort | diff - <( (cut -c67- seal/seals-sha256.txt; echo seal/seals-sha256.txt; echo seal/seals-sha256.txt.minisig) | LC_ALL=C sort)
grep '^Unmask-Seal: ' bag-info.txt | cut -c14- | LC_ALL=C sort | diff - <(find seal -type f | LC_ALL=C sort)
\`\`\`

`;

const logGuide: string = `## 4. The log is whole

The first command makes sure that the log's key is the signer's.

\`\`\`bash
cmp <(cut -d+ -f3- seal/log.vkey | base64 -d | tail -c 32) <(tail -n 1 ../known-signer.pub | base64 -d | tail -c 32)
mkdir ../log-check
cp tagmanifest-sha256.txt ../log-check/
tail -n +2 seal/tagmanifest-sha256.txt.tlog-proof > ../log-check/tagmanifest-sha256.txt.spicy
spicy-litetlog -verify "$(cat seal/log.vkey)" ../log-check/tagmanifest-sha256.txt
sed '1,/^$/d' seal/tagmanifest-sha256.txt.tlog-proof | diff - seal/checkpoint
test "$(sed -n 2p seal/checkpoint)" -eq "$(( $(gunzip -c data/acts.jsonl.gz | wc -l) + $(wc -l < log/leaves.txt) + 1 ))"
\`\`\`

Each act gives its leaf of the log: the SHA-256 of its salt and its bytes. With the hashes of the other leaves in \`log/leaves.txt\` and the tag manifest
they give the root in the checkpoint. \`hash\` hashes its input in pieces of so many bytes. A hundred thousand acts take some minutes, and room for as many
small files.

\`\`\`bash
hash() { rm -rf ../node && mkdir ../node && tr -d '\\n' | tr a-f A-F | basenc -d --base16 | split -a 9 -b "$1" - ../node/ && (cd ../node && find . -type f | LC_ALL=C sort | xargs -r sha256sum | cut -c-64); }
mkdir ../act
gunzip -c data/acts.jsonl.gz | sed -nE 's/^\\{"leaf":([0-9]+),"salt":"([0-9a-f]{64})","act":(.*)\\}$/\\1 \\2 \\3/p' | while read -r leaf salt entry; do bytes=; for ((i = 0; i < 64; i += 2)); do bytes+="\\\\x\${salt:i:2}"; done; printf "$bytes%s" "$entry" > ../act/"$leaf"; done
(cd ../act && find . -type f | cut -c3- | sort -n | xargs -r sha256sum) > ../acts
paste -d' ' <(cut -c67- ../acts) <(cut -c-64 ../acts | sed 's/^/00/' | hash 33) | sort -n -k1,1 - log/leaves.txt | cut -d' ' -f2 > ../leaves
(printf '\\0'; cat tagmanifest-sha256.txt) | sha256sum | cut -c-64 >> ../leaves
root() { cat > ../level; while test "$(wc -l < ../level)" -gt 1; do paste -d '' - - < ../level > ../pairs && (grep -E '^.{128}$' ../pairs | sed 's/^/01/' | hash 65; grep -E '^.{64}$' ../pairs) > ../level; done; tr a-f A-F < ../level | basenc -d --base16 --ignore-garbage | base64; }
test "$(sed -n 3p seal/checkpoint)" = "$(root < ../leaves)"
\`\`\`

`;

const timeGuide: string = `## 5. When it existed at the latest

Only if there is a file \`seal/tagmanifest-sha256.txt.tsr\`. The second command shows the time.

\`\`\`bash
openssl ts -verify -data tagmanifest-sha256.txt -in seal/tagmanifest-sha256.txt.tsr -CAfile ../trusted-tsa.pem
openssl ts -reply -in seal/tagmanifest-sha256.txt.tsr -text
\`\`\`

`;

const afterGuide: string = `## 6. It goes on from an earlier pack

\`bag-info.txt\` names it under \`Unmask-After\`. Put that pack, unpacked, beside this one as \`earlier\`, and check it by itself with the same
\`known-signer.pub\`. The first command says that it is the one named. The first leaves of this log, as many as the earlier one has, must give the root in
the earlier checkpoint: then nothing in it was changed, moved or taken out. \`seal/earlier.consistency\` proves the same without the leaves: RFC 9162,
section 2.1.4.2; \`unmask verify pack --after earlier\` checks both.

\`\`\`bash
grep '^Unmask-After: ' bag-info.txt | grep -F "$(head -n 1 ../earlier/seal/checkpoint | cut -d/ -f3), log of $(sed -n 2p ../earlier/seal/checkpoint) leaves, root $(sed -n 3p ../earlier/seal/checkpoint), "
test "$(sed -n 3p ../earlier/seal/checkpoint)" = "$(head -n "$(sed -n 2p ../earlier/seal/checkpoint)" ../leaves | root)"
\`\`\`

Files with the same SHA-256 must have the same exhibit number in both packs.

`;

const whatItProves: string = `## What this proves, and what it does not

- The files are, byte for byte, those that the holder of the key sealed. It does not prove who holds the key: only the way on which the public
  key reached you does.
- The originals are what was handed over. Whether an export was changed before that, no seal can say; \`grade\` in \`data/acts.jsonl.gz\` says how each
  act reached us, and a plain-text export can be edited by anybody.
- The log shows that nothing was taken out, moved or cut off after sealing, and lets single acts be shown later. A log on the person's own device
  proves little about time: whoever holds the key could have made all of it on one day.
- Only what left the device says something about time: the time-stamp above, a receipt of the police, or another copy of the checkpoint. The
  time-stamp says that the pack existed at that moment; it does not say when the acts happened.
- Lines in \`log/leaves.txt\` are acts that are held back or left out. They are counted, and nothing else is said about them. Those with \`earlier\` behind
  them are leaves of an earlier pack's log, which goes on here, that stand for no act of this report.
- \`data/statement.json\` is what the person states: who is who and how sure they are, their stops, what they say of single acts. No file proves it.
- \`bag-info.txt\` states by which rule acts were chosen (\`Unmask-Selection\`), what more exists (\`Unmask-More-Exists\`) and which files are held
  back, by hash (\`Unmask-Held-Back\`). An original named under \`Unmask-Copy\` lies here as a copy of the same length in which a part is written
  over, or signs like \`*1*\` stand over the names of other people: the manifests check the copy, and the original stays with whoever made the pack.
- A line \`Unmask-After\` in \`bag-info.txt\` names an earlier pack of the same signer, whose exhibit numbers and log go on here. Without that pack, the
  numbers are the signer's word.
- \`data/case.jsonld.gz\`, \`data/report.json.gz\`, \`data/report.pdf\` and \`data/chronology.pdf\` were derived from the originals by the program named in \`bag-info.txt\`. The
  acts they tell of point to bytes of originals; where they differ, the originals are right.
`;
