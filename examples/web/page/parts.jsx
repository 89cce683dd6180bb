// Components that several parts of the page share.

import { useLayoutEffect, useRef } from "preact/hooks";

const STEPS = ["Low", "Medium", "High", "Critical"];

/** Four steps from low to critical: solid if certain, outlined if possible. The words beside it say the same. */
export function Meter({ severity }) {
  const kind = (step) => (step <= severity.least ? "full" : step <= severity.most ? "maybe" : "");
  return (
    <span class="meter" aria-hidden="true">
      {STEPS.map((_, index) => (
        <i key={index} class={kind(index + 1)} />
      ))}
    </span>
  );
}

/** Converts a chance from parts of 10,000 to percent. */
export function percent(parts) {
  const whole = Math.round(parts / 100);
  if (whole === 0 && parts > 0) return "under 1";
  return whole === 100 && parts < 10_000 ? "over 99" : String(whole);
}

/** A bar with three shares: one leader, both the same, two leaders. */
export function Chances({ chances, small }) {
  const [one, same, two] = chances;
  return (
    <span class={small ? "chances small" : "chances"} aria-hidden="true">
      <i class="one" style={{ flexGrow: one }} />
      <i class="same" style={{ flexGrow: same }} />
      <i class="two" style={{ flexGrow: two }} />
    </span>
  );
}

/** A text field. What is being typed survives repainting, until another value is stated. */
export function Entry({ value, ...rest }) {
  const input = useRef();
  useLayoutEffect(() => {
    input.current.value = value;
  }, [value]);
  return <input ref={input} {...rest} />;
}
