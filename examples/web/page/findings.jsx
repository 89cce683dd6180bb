// The results of the proposal: verdict, loads, one leader beside two, warnings, and benefits.

import { Meter, percent } from "./parts.jsx";

const FORMS = [["combined", "One leader: a CPTO"], ["pair", "Two leaders: a CTO and a CPO"], ["lone-cto", "A CTO alone"], ["lone-cpo", "A CPO alone"]];

export function Proposal({ state, deeds, children }) {
  const { view } = state;
  return (
    <section class="proposal" aria-labelledby="proposal">
      <h2 id="proposal">What is proposed</h2>
      <fieldset>
        <legend class="quiet">Who leads technology and product?</legend>
        <div class="choices">
          {FORMS.map(([form, title]) => (
            <label key={form}>
              <input type="radio" name="form" checked={view.form === form} onChange={() => deeds.act((it) => it.choose(form))} />
              {title}
            </label>
          ))}
        </div>
      </fieldset>
      <div class={`verdict from-${view.own.least} to-${view.own.most}`}>
        <p class="word">{capital(view.own.verdict)}</p>
        <p>{view.own.sentence} {view.led}</p>
      </div>
      <Loads loads={view.own.loads} capacity={view.capacity} />
      {children}
    </section>
  );
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** The load of each seat: solid is certain, hatched is possible. */
function Loads({ loads, capacity }) {
  const whole = Math.max(2 * capacity, ...loads.map(({ most }) => most));
  const share = (part) => `${(100 * part) / whole}%`;
  return (
    <div class="loads">
      <h3>Load</h3>
      <dl>
        {loads.map(({ title, least, most, said }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>
              <span class="track" aria-hidden="true">
                <i class="least" style={{ width: share(least) }} />
                <i class="most" style={{ left: share(least), width: share(most - least) }} />
                <i class="capacity" style={{ left: share(capacity) }} />
              </span>
              <span class="figures">{said} %</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="faint">Percent of one leader’s full time; the line marks {capacity} %.</p>
    </div>
  );
}

export function Sides({ state }) {
  const { texts, view } = state;
  const sides = view.sides.filter(Boolean);
  const worst = (code) => Math.max(...sides.map((side) => side.worst[code]?.most ?? 0));
  const codes = Object.keys(texts.warnings).filter((code) => worst(code) > 0);
  const differs = (code) => new Set(sides.map((side) => side.worst[code]?.said ?? "none")).size > 1;
  codes.sort((one, other) => differs(other) - differs(one) || worst(other) - worst(one));
  const row = (code) => (
    <tr key={code}>
      <th scope="row">{texts.warnings[code].title}</th>
      {sides.map((side) => (
        <td key={side.form}><Severity severity={side.worst[code]} /></td>
      ))}
    </tr>
  );
  return (
    <section class="sides" aria-labelledby="sides">
      <h2 id="sides">One leader and two, side by side</h2>
      <table>
        <thead>
          <tr>
            <td></td>
            {sides.map(({ form }) => (
              <th scope="col" key={form}>
                {form === "pair" ? "Two leaders" : "One leader"}
                <small>{form === view.form ? "as proposed" : "by convention"}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Verdict</th>
            {sides.map(({ form, verdict }) => <td key={form}>{capital(verdict)}</td>)}
          </tr>
          <tr>
            <th scope="row">Load</th>
            {sides.map(({ form, loads }) => (
              <td key={form}>{loads.map(({ title, said }) => <span class="line" key={title}>{title} {said} %</span>)}</td>
            ))}
          </tr>
          {codes.filter(differs).map(row)}
        </tbody>
      </table>
      {codes.some((code) => !differs(code)) && (
        <details>
          <summary>What is the same for both</summary>
          <table><tbody>{codes.filter((code) => !differs(code)).map(row)}</tbody></table>
        </details>
      )}
    </section>
  );
}

function Severity({ severity }) {
  if (!severity) return <span class="faint">none</span>;
  return (
    <span class="severity">
      <Meter severity={severity} />
      <span>{severity.said}</span>
    </span>
  );
}

export function Warnings({ state }) {
  const { view } = state;
  const certain = view.warnings.filter((it) => it.certain);
  const possible = view.warnings.filter((it) => !it.certain);
  return (
    <section class="warnings" aria-labelledby="warnings">
      <h2 id="warnings">Against it</h2>
      <p class="faint">
        <Meter severity={{ least: 2, most: 3 }} /> means “medium to high”: solid is certain, outlined is possible.
      </p>
      <List title="Certain, whatever the unknown facts turn out to be" warnings={certain} state={state} />
      <List title="Possible" warnings={possible} state={state} />
      <h2>In favour</h2>
      <ul class="benefits">
        {view.benefits.map(({ code, certain }) => (
          <li key={code} data-benefit={code}>
            <b>{state.texts.benefits[code].title}</b> {!certain && <span class="faint">possible</span>}
            <span>{capital(state.texts.benefits[code].phrase)}.</span>
          </li>
        ))}
        {view.benefits.length === 0 && <li>Nothing in the catalogue.</li>}
      </ul>
    </section>
  );
}

function List({ title, warnings, state }) {
  return (
    <>
      <h3>{title}</h3>
      {warnings.length === 0 && <p>Nothing in the catalogue.</p>}
      {warnings.map((it) => <Warning key={it.code + it.seat} warning={it} state={state} />)}
    </>
  );
}

function Warning({ warning, state }) {
  const text = state.texts.warnings[warning.code];
  const likely = state.likely?.warnings.find((it) => it.code === warning.code && it.seat === warning.seat);
  return (
    <details class="warning">
      <summary>
        <span class="title">{text.title}{warning.seat && ` (${warning.seat})`}</span>
        <Severity severity={warning.severity} />
        {!warning.certain && <span class="chance">{likely ? `${percent(likely.chance)} in 100` : ""}</span>}
      </summary>
      <p>{warning.message}</p>
      {!warning.counts && <p class="faint">This warning is about how much is known; it does not count towards the verdict.</p>}
      <dl>
        {warning.depends && (<><dt>Depends on</dt><dd>{capital(warning.depends)}.</dd></>)}
        <dt>Why it matters</dt>
        <dd>{text.why}</dd>
        <dt>When it is fine</dt>
        <dd>{text.fine}</dd>
        {warning.remedies.length > 0 && (
          <>
            <dt>What to do</dt>
            <dd><ul>{warning.remedies.map((remedy) => <li key={remedy}>{capital(remedy)}</li>)}</ul></dd>
          </>
        )}
        <dt>Sources</dt>
        <dd><ul>{text.sources.map(({ says, title, strength }) => <li key={says}>{capital(says)}. <cite>{title}</cite> <span class="faint">({strength.toLowerCase()})</span></li>)}</ul></dd>
      </dl>
    </details>
  );
}
