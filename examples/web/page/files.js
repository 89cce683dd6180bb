// Documents as files. The library reads and writes JSON; TOML is converted here.

import { parse, stringify } from "smol-toml";

const LARGEST = 4_000_000;

/** Converts a text in JSON or TOML to JSON. */
export function jsonOf(text) {
  const plain = text.replace(/^\uFEFF/, "").trimStart();
  if (plain.startsWith("{")) return plain;
  try {
    return JSON.stringify(parse(plain));
  } catch (error) {
    throw "This is neither JSON nor TOML. " + String(error.message).split("\n")[0];
  }
}

export async function textOf(file) {
  if (file.size > LARGEST) throw "The file is too large for a proposal.";
  return file.text();
}

export function tomlOf(document) {
  return stringify(JSON.parse(document));
}

export function save(name, text, type) {
  const link = Object.assign(document.createElement("a"), {
    href: URL.createObjectURL(new Blob([text], { type })),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
