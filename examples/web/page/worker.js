// Computes chances in the background, the answer first.

import { initSync, leaders, likely } from "bindings";

onmessage = ({ data: { module, number, document } }) => {
  if (module) {
    initSync({ module });
    return;
  }
  postMessage({ number, leaders: JSON.parse(leaders(document)) });
  postMessage({ number, likely: JSON.parse(likely(document)) });
};
