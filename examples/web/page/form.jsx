// The known facts about the company: a question for each fact, with a sentence for each value.

import { Entry } from "./parts.jsx";

const PARTS = [
  ["company", "The company"],
  ["technology", "Technology"],
  ["product", "Product"],
  ["organization", "Working together"],
  ["safeguards", "Safeguards"],
];

export function Form({ state, deeds }) {
  const { texts, view } = state;
  const seats = texts.seats.filter(({ code }) => view.facts[`proposed.${code}.interim`]);
  const parts = [...PARTS, ...seats.map(({ code, title }) => [code, `The future ${title}`])];
  return (
    <section aria-labelledby="known">
      <h2 id="known">What is known</h2>
      <p class="faint">Anything you leave out is unknown; nothing is assumed about it. An answer may be a range.</p>
      {parts.map(([part, title]) => (
        <Part key={part} part={part} title={title} state={state} deeds={deeds} />
      ))}
    </section>
  );
}

function Part({ part, title, state, deeds }) {
  const fields = state.texts.facts.filter((field) => field.part === part && state.view.facts[field.fact]);
  const known = fields.filter((field) => isKnown(state.view.facts[field.fact])).length;
  return (
    <details class="part" open={part === "company" || part === "safeguards"}>
      <summary>
        <h3>{title}</h3>
        <span class="faint">{known} of {fields.length} known</span>
      </summary>
      {fields.map((field) => <Field key={field.fact} field={field} state={state} deeds={deeds} />)}
    </details>
  );
}

const isKnown = (known) => known.said !== undefined || known.reason !== undefined;

/** The facts about the change itself, shown with the proposal. */
export function Change({ state, deeds }) {
  const { texts, view } = state;
  const today = [["", "Not stated"], ["no-seat", "Nobody yet"], ["pair", "A CTO and a CPO"], ["combined", "A CPTO"], ["lone-cto", "A CTO alone"], ["lone-cpo", "A CPO alone"]];
  const fields = texts.facts.filter((field) => field.part === "change" && view.facts[field.fact]);
  const count = view.triggers.length + (view.today ? 1 : 0) + fields.filter(({ fact }) => isKnown(view.facts[fact])).length;
  return (
    <details class="part">
      <summary>
        <h3>Today, why now, and for how long</h3>
        <span class="faint">{count === 0 ? "nothing stated" : `${count} stated`}</span>
      </summary>
      <fieldset class="field">
        <legend>Who leads technology and product today?</legend>
        <div class="choices">
          {today.map(([form, title]) => (
            <label key={form} class={form ? "" : "unknown"}>
              <input
                type="radio" name="today" checked={(view.today ?? "") === form}
                onChange={() => deeds.act((it) => it.today(form))}
              />
              {title}
            </label>
          ))}
        </div>
      </fieldset>
      <fieldset class="field">
        <legend>{texts["why-now"]}</legend>
        <div class="sentences">
          {texts.triggers.map(({ code, sentence }) => (
            <label key={code} class={view.triggers.includes(code) ? "in" : ""}>
              <input
                type="checkbox" checked={view.triggers.includes(code)}
                onChange={({ target }) => deeds.act((it) => it.trigger(code, target.checked))}
              />
              {sentence}
            </label>
          ))}
        </div>
      </fieldset>
      {fields.map((field) => <Field key={field.fact} field={field} state={state} deeds={deeds} />)}
    </details>
  );
}

function Field({ field, state, deeds }) {
  const known = state.view.facts[field.fact];
  const isNext = state.leaders?.questions[0]?.fact === field.fact;
  const values = known.values ?? field.values;
  const tell = (least, most) => deeds.act((it) => it.state(field.fact, least, most));
  const props = { field, known, values, tell };
  if (values.length === 2) return <YesNo {...props} isNext={isNext} />;
  return (
    <details class={isNext ? "field is-next" : "field"}>
      <summary>
        <span>{field.title}{isNext && <b class="tag">ask this next</b>}</span>
        <span class={isKnown(known) ? "said" : "said faint"}>{known.said ?? (known.reason !== undefined ? "Does not apply" : "Don’t know")}</span>
      </summary>
      {known.reason && <p class="faint">It does not apply here: {known.reason}. An answer replaces this.</p>}
      {known.figures > 0 && <p class="faint">Read from measured figures ({known.figures}); an answer replaces them.</p>}
      {values.length === 0 ? <Numbers {...props} /> : <Sentences {...props} />}
    </details>
  );
}

/** A yes-or-no fact: a safeguard, for example. */
function YesNo({ field, known, values, tell, isNext }) {
  const chosen = known.least === known.most ? known.least : undefined;
  const options = [[undefined, "Don’t know"], ...values.map(({ written, title }) => [written, title])];
  const sentence = values.find(({ written }) => written === chosen)?.sentence;
  return (
    <fieldset class={isNext ? "field yes-no is-next" : "field yes-no"}>
      <legend>{field.question}{isNext && <b class="tag">ask this next</b>}</legend>
      <div class="choices">
        {options.map(([written, title]) => (
          <label key={title} class={written ? "" : "unknown"}>
            <input type="radio" name={field.fact} checked={written === chosen} onChange={() => tell(written, written)} />
            {title}
          </label>
        ))}
      </div>
      {sentence && <p class="faint">{sentence}</p>}
    </fieldset>
  );
}

/** A fact with a sentence for each value. Several neighbouring values may be possible. */
function Sentences({ field, known, values, tell }) {
  const at = (written) => values.findIndex((it) => it.written === written);
  const [least, most] = known.least === undefined ? [-1, -1] : [at(known.least), at(known.most)];
  const above = least < 0 || field.fact === "incumbent" ? [] : values.slice(least + 1);
  return (
    <fieldset>
      <legend>{field.question}</legend>
      <div class="sentences">
        <label>
          <input type="radio" name={field.fact} checked={least < 0} onChange={() => tell()} />
          Don’t know
        </label>
        {values.map(({ written, sentence }, index) => (
          <label key={written} class={least >= 0 && least <= index && index <= most ? "in" : ""}>
            <input type="radio" name={field.fact} checked={index === least} onChange={() => tell(written, written)} />
            {sentence}
          </label>
        ))}
      </div>
      {above.length > 0 && (
        <label class="up-to">
          Or up to
          <select value={known.most} onChange={({ target }) => tell(known.least, target.value)}>
            <option value={known.least}>no further</option>
            {above.map(({ written, title }) => <option key={written} value={written}>{title}</option>)}
          </select>
        </label>
      )}
    </fieldset>
  );
}

function Numbers({ field, known, tell }) {
  const change = (end) => ({ target }) => {
    const ends = { least: known.least, most: known.most, [end]: target.value === "" ? undefined : target.value };
    if (target.value === "" || (ends.least === undefined) !== (ends.most === undefined)) {
      const only = target.value === "" ? undefined : target.value;
      return tell(only, only);
    }
    const [least, most] = [Number(ends.least), Number(ends.most)];
    if (least > most) return tell(target.value, target.value);
    return tell(ends.least, ends.most);
  };
  const input = (end, label) => (
    <label>
      {label}
      <Entry
        type="number" inputMode="numeric" min={field.least} max={field.most} step="1" value={known[end] ?? ""}
        placeholder="?" onChange={change(end)}
      />
    </label>
  );
  return (
    <fieldset>
      <legend>{field.question}</legend>
      <div class="numbers">
        {input("least", "At least")}
        {input("most", "At most")}
      </div>
    </fieldset>
  );
}
