// Assembles the page: `node build.mjs BINDINGS PAGE` writes one self-contained file.

import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

const [bindings, page] = process.argv.slice(2);
const LARGEST = 300_000;

async function bundled(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, "page", entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    target: "es2022",
    charset: "utf8",
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    alias: { bindings: join(bindings, "cpto_web.js") },
    // The bindings can fetch their module, but this page embeds it.
    define: { "import.meta.url": '"about:blank"' },
    loader: { ".css": "css" },
  });
  return outputFiles[0].text.trim();
}

const [style, script, worker] = await Promise.all(["style.css", "main.jsx", "worker.js"].map(bundled));
for (const text of [script, worker]) {
  if (/<\/script|<!--/i.test(text)) throw new Error("the script would end early");
}
const hash = (text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const parts = {
  style,
  script,
  worker,
  module: await readFile(join(bindings, "module.deflate"), "base64"),
  policy: [
    "default-src 'none'",
    `script-src ${hash(script)} 'wasm-unsafe-eval'`,
    `style-src ${hash(style)}`,
    "worker-src blob:",
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; "),
};
const template = await readFile(join(import.meta.dirname, "page", "index.html"), "utf8");
const html = template.replace(/\{\{(\w+)\}\}/g, (_, part) => parts[part]);
await writeFile(page, html);
const size = gzipSync(html, { level: 9 }).length;
console.log(`${page}: ${size} bytes compressed`);
if (size >= LARGEST) throw new Error(`the page must be smaller than ${LARGEST} bytes`);
