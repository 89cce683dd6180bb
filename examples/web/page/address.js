// The state in the address: the compressed document after the hash sign.

// A longer address is not fit to be sent, and a document that unfolds to more is refused.
const LONGEST = 24_000;
const LARGEST = 4_000_000;

async function through(bytes, transform) {
  const reader = new Blob([bytes]).stream().pipeThrough(transform).getReader();
  const parts = [];
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    parts.push(step.value);
    length += step.value.length;
    if (length > LARGEST) throw "The address holds more than a proposal can contain.";
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

export function bytesOf(base64) {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}

export function unfolded(bytes) {
  return through(bytes, new DecompressionStream("deflate-raw"));
}

/** Returns the hash of a document, or nothing if it would be too long. */
export async function hashOf(document) {
  const folded = await through(new TextEncoder().encode(document), new CompressionStream("deflate-raw"));
  if (folded.length > LONGEST) return null;
  const letters = Array.from(folded, (byte) => String.fromCharCode(byte)).join("");
  return "#" + btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** Returns the document of a hash. */
export async function documentOf(hash) {
  try {
    const folded = bytesOf(hash.slice(1).replaceAll("-", "+").replaceAll("_", "/"));
    return new TextDecoder("utf-8", { fatal: true }).decode(await unfolded(folded));
  } catch (error) {
    throw typeof error === "string" ? error : "The address holds no readable proposal.";
  }
}
