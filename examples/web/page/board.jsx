// Who holds what: responsibilities can be moved by mouse, by keyboard, or from a list.

import { useLayoutEffect, useRef } from "preact/hooks";

const NOBODY = { code: "", title: "Nobody" };

export function Board({ state, deeds }) {
  const { texts, view } = state;
  const seats = texts.seats.filter(({ code }) => view.facts[`proposed.${code}.interim`]);
  const holders = [...seats, ...texts.offices, NOBODY];
  const held = (code) => view.holdings.filter(({ holders, note }) =>
    code === "" ? holders.length === 0 && note !== "not applicable" : holders.includes(code));
  const absent = view.holdings.filter(({ note }) => note === "not applicable");

  /** Moves a responsibility to a holder, and keeps the focus on it. */
  const move = (responsibility, holder) => {
    const said = `${texts.title[responsibility]}: ${holder.title}.`;
    deeds.act((it) => it.hand_over(responsibility, holder.code || undefined), said);
    const place = state.problem ? "" : `[data-holder="${holder.code}"]`;
    document.querySelector(`.board ${place} [data-chip="${responsibility}"]`)?.focus();
  };
  const step = (responsibility, from, by) => {
    const place = holders.findIndex(({ code }) => code === from) + by;
    if (holders[place]) move(responsibility, holders[place]);
  };
  const pick = (responsibility, from) => {
    state.moving = { responsibility, from };
    deeds.paint();
  };
  const chip = (holder) => ({ code, note }) => (
    <li key={code}>
      <Chip code={code} note={note} holder={holder} state={state} step={step} pick={pick} />
    </li>
  );
  const place = (holder, Heading) => (
    <Place key={holder.code} holder={holder} move={move} count={held(holder.code).length} Heading={Heading}>
      {held(holder.code).map(chip(holder))}
    </Place>
  );
  return (
    <section class="board" aria-labelledby="board">
      <h2 id="board">Who holds what</h2>
      <p class="faint" id="how">
        Drag a responsibility, or focus it and press <kbd>←</kbd> or <kbd>→</kbd>; <kbd>Enter</kbd> lists all holders.
      </p>
      <div class={`places of-${seats.length}`}>
        {seats.map((seat) => place(seat, "h3"))}
        <div class="offices">
          <h3>Elsewhere</h3>
          {texts.offices.map((office) => place(office, "h4"))}
          {place(NOBODY, "h4")}
        </div>
      </div>
      {absent.length > 0 && (
        <p class="faint">
          Does not exist here:{" "}
          {absent.map(({ code, reason }) => `${texts.title[code]} (${reason})`).join(", ")}
        </p>
      )}
      <p><button type="button" class="plain" onClick={() => deeds.act((it) => it.bring_home(), "Everything is held by convention.")}>
        Reset everything to convention
      </button></p>
      {state.moving && <Mover state={state} deeds={deeds} holders={holders} move={move} />}
    </section>
  );
}

function Place({ holder, move, count, Heading, children }) {
  const over = (event) => {
    if (!event.dataTransfer.types.includes("text/x-responsibility")) return;
    event.preventDefault();
    event.currentTarget.classList.toggle("over", event.type === "dragover");
    if (event.type === "drop") move(event.dataTransfer.getData("text/x-responsibility"), holder);
  };
  return (
    <div class={count === 0 ? "place empty" : "place"} data-holder={holder.code} onDragOver={over} onDragLeave={over} onDrop={over}>
      <Heading>{holder.title}</Heading>
      {count > 0 && <ul>{children}</ul>}
    </div>
  );
}

function Chip({ code, note, holder, state, step, pick }) {
  const { texts } = state;
  const { core } = texts.responsibilities.find((it) => it.code === code);
  const key = (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(code, holder.code, by);
  };
  const drag = (event) => {
    event.dataTransfer.setData("text/x-responsibility", code);
    event.dataTransfer.effectAllowed = "move";
  };
  return (
    <button
      type="button" class={core ? "chip core" : "chip"} draggable data-chip={code} aria-describedby="how"
      onKeyDown={key} onDragStart={drag} onClick={() => pick(code, holder.code)}
    >
      {texts.title[code]}
      {note && <em>{note}</em>}
    </button>
  );
}

/** The dialog with everybody who could hold a responsibility. */
function Mover({ state, deeds, holders, move }) {
  const dialog = useRef();
  const { responsibility, from } = state.moving;
  useLayoutEffect(() => dialog.current.showModal(), [state.moving]);
  // The event arrives late, when the dialog may be open again for another responsibility.
  const close = () => {
    if (dialog.current.open) return;
    state.moving = undefined;
    deeds.paint();
  };
  const choose = (holder) => {
    dialog.current.close();
    move(responsibility, holder);
  };
  return (
    <dialog ref={dialog} aria-labelledby="mover" onClose={close} onClick={({ target }) => target === dialog.current && dialog.current.close()}>
      <h3 id="mover">Who holds {state.texts.title[responsibility]}?</h3>
      <ul>
        {holders.map((holder) => (
          <li key={holder.code}>
            <button type="button" aria-current={holder.code === from} onClick={() => choose(holder)}>{holder.title}</button>
          </li>
        ))}
      </ul>
    </dialog>
  );
}
