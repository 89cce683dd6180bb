// The page: one proposal, the actions on it, and its results.

import { render } from "preact";
import { Desk, form, initSync } from "bindings";
import { bytesOf, documentOf, hashOf, unfolded } from "./address.js";
import { jsonOf, save, textOf, tomlOf } from "./files.js";
import { Answer, Bar, Next } from "./answer.jsx";
import { Board } from "./board.jsx";
import { Change, Form } from "./form.jsx";
import { Proposal, Sides, Warnings } from "./findings.jsx";

const embedded = (id) => document.getElementById(id).textContent;
const module = new WebAssembly.Module(await unfolded(bytesOf(embedded("module"))));
initSync({ module });
const worker = new Worker(URL.createObjectURL(new Blob([embedded("worker")], { type: "text/javascript" })));
worker.postMessage({ module });

const texts = JSON.parse(form());
texts.fact = Object.fromEntries(texts.facts.map((field) => [field.fact, field]));
texts.holders = [...texts.seats, ...texts.offices];
texts.title = Object.fromEntries(
  [...texts.holders, ...texts.responsibilities].map(({ code, title }) => [code, title]),
);

const desk = new Desk();
const state = { texts, number: 0, problem: "", said: "", leaders: undefined, likely: undefined, skipped: 0 };
let asked = 0;

/** Applies an action to the proposal, reports the outcome, and shows the proposal. */
function act(what, said = "") {
  try {
    what(desk);
    Object.assign(state, { problem: "", said, skipped: 0 });
  } catch (problem) {
    Object.assign(state, { problem: String(problem), said: "" });
  }
  refresh();
}

function refresh() {
  state.document = desk.written();
  state.number += 1;
  // The worker computes while the page is painted.
  ask();
  state.view = JSON.parse(desk.shown());
  paint();
  address(state.number);
}

/** Requests the chances of the current proposal, unless a request is still open. */
function ask() {
  if (asked) return;
  asked = state.number;
  worker.postMessage({ number: asked, document: state.document });
}

worker.onmessage = ({ data }) => {
  if ("leaders" in data) Object.assign(state, { leaders: data.leaders, counted: data.number });
  if ("likely" in data) {
    state.likely = data.likely;
    asked = 0;
    if (data.number !== state.number) ask();
  }
  paint();
};

async function address(number) {
  const hash = await hashOf(state.document);
  if (number !== state.number) return;
  history.replaceState(null, "", hash ?? "#");
  if (state.unsent === (hash === null)) return;
  state.unsent = hash === null;
  paint();
}

let opening = 0;

/** Opens a document once it is read, unless another one was opened in the meantime. */
async function open(text) {
  const turn = (opening += 1);
  try {
    const document = jsonOf(await text);
    if (turn === opening) act((it) => it.open(document), "The document is open.");
  } catch (problem) {
    act(() => {
      throw problem;
    });
  }
}

function keep(extension) {
  const name = (state.view.name ?? "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-|-$/g, "").slice(0, 60) || "proposal";
  const toml = extension === "toml";
  const text = toml ? tomlOf(state.document) : JSON.stringify(JSON.parse(state.document), null, 2) + "\n";
  save(`${name}.${extension}`, text, toml ? "application/toml" : "application/json");
}

const deeds = {
  act,
  paint,
  keep,
  open: (file) => open(textOf(file)),
  clear: () => act((it) => it.open('{ "proposed": { "cpto": {} } }'), "Everything is cleared."),
};

let still = {};

/** The parts that depend only on the proposal, the next question and what is being moved. Preact skips unchanged objects. */
function stillSame() {
  const key = [state.number, state.leaders?.questions[0]?.fact, state.moving?.responsibility].join();
  if (still.key !== key) {
    still = {
      key,
      form: <Form state={state} deeds={deeds} />,
      proposal: <Proposal state={state} deeds={deeds}><Change state={state} deeds={deeds} /></Proposal>,
      board: <Board state={state} deeds={deeds} />,
      sides: <Sides state={state} />,
    };
  }
  return still;
}

function Page() {
  const { form, proposal, board, sides } = stillSame();
  return (
    <>
      <Bar state={state} deeds={deeds} />
      <main>
        <div class="top">
          <Answer state={state} deeds={deeds} />
          <Next state={state} deeds={deeds} />
        </div>
        <div class="columns">
          <div class="known">{form}</div>
          <div class="found">
            {proposal}
            {board}
            {sides}
            <Warnings state={state} />
          </div>
        </div>
      </main>
      <footer>
        <p>
          Nothing leaves this page: it has no server, and its security policy forbids every connection. The address contains
          your answers, so anybody who gets the address gets them too.
        </p>
        <p>
          {state.likely?.what} A warning does not mean that a structure is wrong; it says what is known to go wrong with structures
          like it. The numbers are judgements, not measurements.
        </p>
      </footer>
    </>
  );
}

function paint() {
  render(<Page />, document.getElementById("page"));
}

// The address may change again before this event arrives, so use the address of the event.
addEventListener("hashchange", ({ newURL }) => {
  const { hash } = new URL(newURL);
  if (hash.length > 1) open(documentOf(hash));
});
for (const type of ["dragover", "drop"]) {
  addEventListener(type, (event) => {
    if (!event.dataTransfer.types.includes("Files")) return;
    event.preventDefault();
    if (type === "drop") open(textOf(event.dataTransfer.files[0]));
  });
}

document.getElementById("page").textContent = "";
if (location.hash.length > 1) await open(documentOf(location.hash));
else refresh();
