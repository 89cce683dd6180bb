// The answer, and the next question to make it clearer.

import { useRef } from "preact/hooks";
import { Chances, Entry, percent } from "./parts.jsx";

/** The bar that stays in sight: the answer in a few words, and the buttons for documents. */
export function Bar({ state, deeds }) {
  const file = useRef();
  const { leaders, view } = state;
  const pick = () => file.current.click();
  const read = ({ target }) => {
    if (target.files[0]) deeds.open(target.files[0]);
    target.value = "";
  };
  return (
    <header class="bar">
      <p class="short">
        <b>{leaders ? leaders.answer : "One leader or two?"}</b>
        {leaders && <Chances chances={leaders.chances} small />}
        <span class="faint">Proposed: {view.own.verdict}</span>
      </p>
      <div class="files">
        <button type="button" onClick={pick}>Open</button>
        <button type="button" onClick={() => deeds.keep("json")}>Save JSON</button>
        <button type="button" onClick={() => deeds.keep("toml")}>Save TOML</button>
        <button type="button" onClick={deeds.clear}>Start over</button>
        <input ref={file} type="file" accept=".json,.toml" hidden aria-label="A proposal in JSON or TOML" onChange={read} />
      </div>
    </header>
  );
}

export function Answer({ state, deeds }) {
  const { leaders, view } = state;
  const isOld = state.counted !== state.number;
  return (
    <section class="answer" aria-labelledby="answer">
      <label class="company">
        <span>The company</span>
        <Entry
          value={view.name ?? ""} placeholder="Name it, if you like" maxLength="200" spellcheck={false} autocomplete="off"
          onChange={({ target }) => deeds.act((it) => it.name(target.value))}
        />
      </label>
      <h1 id="answer">
        <span class="ask">One leader for technology and product, or two?</span>{" "}
        <span class={isOld ? "says old" : "says"} aria-live="polite">{says(leaders)}</span>
      </h1>
      {leaders && (
        <>
          <Chances chances={leaders.chances} />
          <Legend chances={leaders.chances} />
          <p class="lead">{leaders.sentence}</p>
        </>
      )}
      {leaders === null && <p class="lead">One of the two would have nothing to hold, so nothing is compared.</p>}
      {state.problem && <p class="problem" role="alert">{state.problem}</p>}
      <p class="quiet" role="status">{state.said}</p>
      {state.unsent && <p class="faint">This proposal is too long for an address. Save it as a file to send it.</p>}
    </section>
  );
}

function says(leaders) {
  if (leaders === undefined) return "…";
  return leaders === null ? "Not compared" : leaders.answer;
}

function Legend({ chances: [one, same, two] }) {
  return (
    <p class="legend">
      <span class="one">One leader {percent(one)} in 100</span>
      <span class="same">the same {percent(same)}</span>
      <span class="two">two leaders {percent(two)}</span>
    </p>
  );
}

/** The best next question, with the result of each answer. */
export function Next({ state, deeds }) {
  const heading = useRef();
  const { leaders, texts, view } = state;
  const questions = leaders?.questions ?? [];
  if (questions.length === 0) {
    const done = leaders ? "No further fact would change the chances." : "";
    return <section class="next" aria-label="What to ask next">{done && <p>{done}</p>}</section>;
  }
  const place = state.skipped % questions.length;
  const { fact, answers } = questions[place];
  const field = texts.fact[fact];
  const choices = view.facts[fact]?.values ?? field.values;
  const sentence = (it) => choices.find(({ written }) => written === it.from)?.sentence ?? it.title;
  const move = (what) => {
    what();
    heading.current.focus({ preventScroll: true });
  };
  return (
    <section class="next" aria-labelledby="next">
      <h2 id="next" tabIndex="-1" ref={heading}>
        <span class="kicker">{place === 0 ? "Ask this next" : "Or ask this"}</span>
        {field.question}
      </h2>
      <ul>
        {answers.map((it) => (
          <li key={fact + it.from}>
            <button
              type="button"
              onClick={() => move(() => deeds.act((desk) => desk.state(fact, it.from, it.to), `Noted: ${field.title}.`))}
            >
              <span>{sentence(it)}</span>
              <span class="then"><Chances chances={it.chances} small />then: {lower(it.answer)}</span>
            </button>
          </li>
        ))}
      </ul>
      <p>
        <button type="button" class="plain" onClick={() => move(() => { state.skipped += 1; deeds.paint(); })}>
          I don’t know, ask something else
        </button>
      </p>
    </section>
  );
}

const lower = (text) => text[0].toLowerCase() + text.slice(1);
