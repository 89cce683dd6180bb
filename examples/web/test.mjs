// Tests the page in Chromium: `node test.mjs PAGE EXPECTED [FOLDER]`. EXPECTED has generated proposals with their results on
// this machine; FOLDER gets a picture of each width and theme.

import assert from "node:assert/strict";
import { mkdtemp, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import puppeteer from "puppeteer-core";
import { parse } from "smol-toml";

const [built, expected, pictures] = process.argv.slice(2);
const url = pathToFileURL(resolve(built)).href;
const exclaimer = join(import.meta.dirname, "..", "..", "tests", "cases", "S01-exclaimer.json");
const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const folder = await mkdtemp(join(tmpdir(), "cpto-web-"));
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  // A container has no user namespaces for the sandbox.
  args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});

const hashOf = (document) => "#" + deflateRawSync(document).toString("base64url");
const documentOf = (hash) => inflateRawSync(Buffer.from(hash.slice(1), "base64url")).toString();

/** Opens a page that fails the test if it reports an error or requests anything but itself. */
async function opened(hash = "") {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  page.wrong = [];
  page.on("pageerror", (error) => page.wrong.push(String(error)));
  page.on("console", (message) => message.type() === "error" && page.wrong.push(message.text()));
  page.on("request", (request) => /^(file|data|blob):/.test(request.url()) || page.wrong.push(request.url()));
  await page.setViewport({ width: 1300, height: 900 });
  await page.goto(url + hash);
  await settled(page);
  return page;
}

/** Waits for the chances of the current proposal. */
const settled = (page) => page.waitForSelector("h1 .says:not(.old)");
/** Proposes a CTO and a CPO. */
const two = async (page) => {
  await (await page.$$('input[name="form"]'))[1].click();
  await settled(page);
};
const unfolded = (page) => page.evaluate(() => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
const said = (page, selector) => page.$eval(selector, (it) => it.textContent.replace(/\s+/g, " ").trim());
/** Returns the document in the address, which is updated after the page is painted. */
const state = async (page) => JSON.parse(documentOf(await page.evaluate(() => location.hash)));
const states = async (page, wanted, what) => assert.deepEqual(await until(() => state(page), wanted), wanted, what);

async function load(page, file) {
  const before = await page.evaluate(() => location.hash);
  await (await page.$("input[type=file]")).uploadFile(file);
  await page.waitForFunction((before) => location.hash !== before || document.querySelector(".problem"), {}, before);
  await settled(page);
}

/** Returns the results on the page, as text. */
const shown = (page) => page.evaluate(() => {
  const text = (element, selector) => element.querySelector(selector)?.textContent ?? "";
  return {
    verdict: text(document, ".verdict .word").toLowerCase(),
    loads: [...document.querySelectorAll(".loads dl > div")].map((it) => [text(it, "dt"), text(it, ".figures").replace(/ %$/, "")]),
    warnings: [...document.querySelectorAll(".warning > summary")].map((it) => `${text(it, ".title")}: ${text(it, ".severity")}`),
    benefits: [...document.querySelectorAll(".benefits li b")].map((it) => it.textContent),
    leaders: document.querySelector(".answer .lead")?.textContent,
  };
});

const tests = {
  async "the Exclaimer case is loaded"(page) {
    await load(page, exclaimer);
    assert.equal(await page.$eval(".company input", (it) => it.value), "Exclaimer");
    const { verdict, warnings, leaders } = await shown(page);
    assert.equal(verdict, "sound to inadvisable");
    assert.ok(warnings.includes("No counterpart challenge: low"), warnings.join("; "));
    assert.match(leaders, /^One leader has less against it in \d+ of 100/);
    assert.equal(await said(page, "h1 .says"), "Leaning towards one leader");
  },

  async "a safeguard is toggled"(page) {
    await load(page, exclaimer);
    const before = await shown(page);
    assert.ok(before.warnings.some((it) => it.startsWith("Key person dependency")));
    await (await page.$$('input[name="organization.safeguards.succession-plan"]'))[2].click();
    await settled(page);
    assert.ok(!(await shown(page)).warnings.some((it) => it.startsWith("Key person dependency")));
    const { organization } = await state(page);
    assert.equal(organization.safeguards["succession-plan"], true);
  },

  async "a responsibility is moved by keyboard, from the list and by mouse"(page) {
    await load(page, exclaimer);
    await two(page);
    const held = (place) => page.$$eval(`[data-holder="${place}"] [data-chip]`, (all) => all.map((it) => it.dataset.chip));
    assert.ok((await held("cpo")).includes("roadmap"));

    await page.focus('[data-holder="cpo"] [data-chip="roadmap"]');
    await page.keyboard.press("ArrowLeft");
    assert.ok((await held("cto")).includes("roadmap"));
    const focused = () => page.evaluate(() => document.activeElement.dataset.chip);
    assert.equal(await focused(), "roadmap", "the focus goes along");
    assert.equal(await said(page, '[data-holder="cto"] [data-chip="roadmap"] em'), "misplaced");
    assert.equal(await said(page, "[role=status]"), "Roadmap: CTO.");

    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    await page.keyboard.press("Escape");
    await page.waitForSelector("dialog", { hidden: true });
    await page.keyboard.press("Enter");
    await page.waitForSelector("dialog[open]");
    await (await page.waitForSelector("dialog ::-p-text(General manager)")).click();
    await page.waitForSelector('[data-holder="general-manager"] [data-chip="roadmap"]');
    const elsewhere = async () => (await state(page)).proposed.elsewhere?.roadmap;
    assert.equal(await until(elsewhere, "general-manager"), "general-manager");

    const target = await page.$('.places > [data-holder="cto"]');
    const chip = await page.$('[data-chip="privacy"]');
    await chip.drag(target);
    await target.drop(chip);
    await page.waitForSelector('[data-holder="cto"] [data-chip="privacy"]');
    assert.ok(await until(async () => (await state(page)).proposed.cto.remit?.includes("privacy"), true));
  },

  async "every answer to the next question is taken, and what cannot be is told"(page) {
    for (let count = 0; count < 12; count += 1) {
      const question = await said(page, "#next");
      const answer = (await page.$$(".next li button")).at(count % 2 === 0 ? 0 : -1);
      await answer.click();
      await page.waitForFunction((old) => document.querySelector("h1 .says:not(.old)") && document.querySelector("#next")?.textContent.trim() !== old, {}, question);
      await settled(page);
    }
    assert.equal(await page.$(".problem"), null);
    const stated = await state(page);
    const { signals = {}, safeguards = {}, name, ...company } = stated.organization;
    const skills = Object.values(stated.proposed).flatMap(({ skills = {} }) => Object.keys(skills));
    const count = [signals, safeguards, company].flatMap(Object.keys).length + skills.length;
    assert.equal(count, 12);

    const only = { proposed: { cto: { remit: ["delivery"] }, cpo: {} } };
    const other = await opened(hashOf(JSON.stringify(only)));
    await other.focus('[data-holder="cto"] [data-chip="delivery"]');
    await other.keyboard.press("ArrowRight");
    await other.waitForSelector(".problem");
    assert.match(await said(other, ".problem"), /remit/);
    await states(other, only, "it stays as it was");
  },

  async "a range, figures and the change are stated"(page) {
    await unfolded(page);
    const choose = async (name, place) => {
      await (await page.$$(`input[name="${name}"]`))[place].click();
      await settled(page);
    };
    await choose("organization.stage", 2);
    const select = await page.waitForSelector(".up-to select");
    await select.select("enterprise");
    const numbers = await page.$$(".numbers input");
    await numbers[0].type("4");
    // Repainting does not discard what is being typed.
    await page.evaluate(() => document.querySelector('input[name="organization.regulated"]:not(:checked)').click());
    await settled(page);
    await numbers[0].type("0");
    await numbers[1].click({ count: 3 });
    await numbers[1].type("90\n");
    await choose("today", 2);
    await unfolded(page);
    await choose("incumbent", 1);
    await page.focus("input[type=checkbox]");
    await page.keyboard.press("Space");
    await settled(page);
    await states(page, {
      organization: { stage: ["scale-up", "enterprise"], headcount: [40, 90], regulated: false },
      trigger: "growth", incumbent: "cto", current: { cto: {}, cpo: {} }, proposed: { cpto: {} },
    });
    await choose("organization.stage", 0);
    await choose("incumbent", 0);
    await states(page, {
      organization: { headcount: [40, 90], regulated: false },
      trigger: "growth", current: { cto: {}, cpo: {} }, proposed: { cpto: {} },
    });
  },

  async "the numbers are those of this machine"(page) {
    const lines = (await readFile(expected, "utf8")).trim().split("\n").map(JSON.parse);
    assert.equal(lines.length, 200);
    for (const line of lines) {
      await page.evaluate((hash) => { location.hash = hash; }, hashOf(line.document));
      const { document, ...numbers } = line;
      numbers.warnings = numbers.warnings.map(([title, seat, severity]) => `${title}${seat ? ` (${seat})` : ""}: ${severity}`);
      const certain = (it) => !/: none to/.test(it);
      numbers.warnings = [...numbers.warnings.filter(certain), ...numbers.warnings.filter((it) => !certain(it))];
      numbers.leaders ??= "One of the two would have nothing to hold, so nothing is compared.";
      assert.deepEqual(await until(() => shown(page), numbers), numbers, document);
    }
  },

  async "a hostile document is shown as text or refused, and runs nothing"(page) {
    const markup = `"><img src=x onerror="document.title='taken'"><script>document.title='taken'</script>`;
    const control = "\u001b[31m\u202e\u0000\u0007\u2028";
    const hostile = {
      organization: {
        name: markup + control,
        signals: { scalability: { "not-applicable": markup + control } },
        "not-applicable": { privacy: markup + control },
      },
      proposed: { cto: {}, cpo: {} },
    };
    const file = join(folder, "hostile.json");
    await writeFile(file, JSON.stringify(hostile));
    await load(page, file);
    await unfolded(page);
    assert.equal(await page.title(), "One leader or two?");
    assert.equal(await page.$("main img, main script"), null);
    assert.match(await said(page, ".board"), /<img src=x onerror=.*\\u\{1b\}\[31m\\u\{202e\}/);
    assert.deepEqual((await state(page)).organization.name, hostile.organization.name);

    for (const [text, problem] of [
      [JSON.stringify({ proposed: { [markup]: control } }), /unknown key/],
      [markup, /neither JSON nor TOML/],
      ["{", /EOF/],
      [`{ "proposed": { "cto": {}, "cto": {} } }`, /given twice/],
      [`{ "organization": { "name": "${"x".repeat(1_000_000)}" }, "proposed": { "cto": {} }, "more": 1 }`, /unknown key `more`/],
      [`${"[".repeat(1_000_000)}`, /neither JSON nor TOML/],
      [`{"proposed":${"{\"cto\":".repeat(200_000)}`, /recursion|EOF|depth/],
    ]) {
      await writeFile(file, text);
      await load(page, file);
      // The problem of the previous text may still be there.
      await until(async () => problem.test(await said(page, ".problem")), true);
      assert.match(await said(page, ".problem"), problem);
      assert.deepEqual((await state(page)).organization.name, hostile.organization.name, "the proposal stays");
    }

    // A megabyte that is a proposal.
    const long = { organization: { name: Array.from({ length: 90_000 }, (_, it) => (it * 2_654_435_761 % 2 ** 32).toString(36)).join(" ") }, proposed: { cpto: {} } };
    await writeFile(file, JSON.stringify(long));
    await load(page, file);
    assert.equal(await until(() => page.$(".problem"), null), null);
    assert.ok(await until(async () => /too long for an address/.test(await said(page, ".answer")), true));
    assert.equal(await page.evaluate(() => location.hash), "");

    for (const hash of ["#%%%", "#AAAA", "#" + deflateRawSync(Buffer.alloc(50_000_000)).toString("base64url")]) {
      const other = await opened(hash);
      assert.match(await said(other, ".problem"), /address holds/);
    }
  },

  async "the state in the address is restored"(page) {
    await load(page, exclaimer);
    await two(page);
    const [hash, before] = [await page.evaluate(() => location.hash), await shown(page)];
    const other = await opened(hash);
    assert.deepEqual(await shown(other), before);
    await other.reload();
    await settled(other);
    assert.deepEqual(await shown(other), before);
    assert.deepEqual(other.wrong, []);
  },

  async "what is saved opens again"(page) {
    const full = join(import.meta.dirname, "..", "..", "tests", "documents", "full.json");
    const remarks = { $schema: "proposal.schema.json", "// why": "nobody reads this but people" };
    const remarked = join(folder, "remarked.txt");
    await writeFile(remarked, JSON.stringify({ ...JSON.parse(await readFile(full, "utf8")), ...remarks }));
    await load(page, remarked);
    const before = await state(page);
    for (const [key, value] of Object.entries(remarks)) assert.equal(before[key], value);
    const client = await page.createCDPSession();
    await client.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: folder, browserContextId: page.browserContext().id });
    for (const [name, parsed] of [["Save JSON", JSON.parse], ["Save TOML", parse]]) {
      await (await page.$(`.files ::-p-text(${name})`)).click();
      const ending = name.slice(5).toLowerCase();
      const file = join(folder, await appeared(ending));
      // Objects of TOML have no prototype.
      assert.deepEqual(JSON.parse(JSON.stringify(parsed(await readFile(file, "utf8")))), before);
      await (await page.$(".files ::-p-text(Start over)")).click();
      await page.waitForFunction(() => document.querySelector(".company input").value === "");
      await load(page, file);
      await states(page, before, ending);
    }
  },

  async "a change is painted within 50 milliseconds"(page) {
    await load(page, exclaimer);
    const times = await page.evaluate(async () => {
      const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const [found, chances] = [[], []];
      for (let count = 0; count < 24; count += 1) {
        const choices = document.querySelectorAll('input[name="organization.safeguards.succession-plan"]');
        const start = performance.now();
        choices[1 + (count % 2)].click();
        await painted();
        found.push(performance.now() - start);
        await new Promise((done) => {
          const isCounted = () => !document.querySelector("h1 .says.old");
          const observer = new MutationObserver(() => isCounted() && (observer.disconnect(), done()));
          observer.observe(document.querySelector("h1"), { subtree: true, attributes: true });
          if (isCounted()) done();
        });
        await painted();
        chances.push(performance.now() - start);
        await new Promise((done) => setTimeout(done, 150));
      }
      const median = (all) => all.sort((one, other) => one - other)[all.length / 2];
      return { found: median(found.slice(4)), chances: median(chances.slice(4)) };
    });
    console.log(`    severities ${times.found.toFixed(0)} ms, the answer with its chances ${times.chances.toFixed(0)} ms (medians)`);
    assert.ok(times.found < 50 && times.chances < 50);
  },

  async "nothing is connected to"(page) {
    const reached = await page.evaluate(async () => {
      const tries = [() => fetch("https://example.com/"), () => fetch("data:,")];
      const results = await Promise.allSettled(tries.map((it) => it()));
      return results.map(({ status }) => status);
    });
    assert.deepEqual(reached, ["rejected", "rejected"]);
    page.wrong = page.wrong.filter((it) => !/Content Security Policy|Fetch API/.test(it));
  },

  async "everybody can use it: no violation in light and dark, narrow and wide"(page) {
    for (const scheme of ["light", "dark"]) {
      for (const [width, height] of [[390, 844], [1300, 900]]) {
        await page.setViewport({ width, height });
        await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
        await page.goto("about:blank");
        await page.goto(url);
        await settled(page);
        await load(page, exclaimer);
        const check = async (what) => {
          await page.evaluate(axe);
          const { violations } = await page.evaluate(() => window.axe.run());
          const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((it) => it.html).join(" ")}`);
          assert.deepEqual(found, [], `${scheme}, ${width} px, ${what}`);
        };
        await check("as it opens");
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        assert.equal(overflow, 0, `${width} px: nothing is cut off`);
        if (pictures) await page.screenshot({ path: join(pictures, `${scheme}-${width}.png`), fullPage: true });
        await two(page);
        await unfolded(page);
        await check("with everything open");
        if (pictures) await page.screenshot({ path: join(pictures, `${scheme}-${width}-open.png`), fullPage: true });
        await (await page.$('[data-chip="roadmap"]')).click();
        await page.waitForSelector("dialog[open]");
        await check("with the list of holders");
      }
    }
  },
};

/** Returns what is found, once it equals what is wanted, or after a while. */
async function until(found, wanted) {
  for (let tries = 0; ; tries += 1) {
    const it = await found();
    if (tries === 100 || isDeepStrictEqual(it, wanted)) return it;
    await new Promise((done) => setTimeout(done, 50));
  }
}

/** Returns the name of the file with this ending that appeared in the folder. */
async function appeared(ending) {
  for (let tries = 0; tries < 200; tries += 1) {
    const name = (await readdir(folder)).find((it) => it.endsWith(`.${ending}`) && !it.startsWith("hostile"));
    if (name) return name;
    await new Promise((done) => setTimeout(done, 25));
  }
  throw new Error(`nothing was saved as ${ending}`);
}

let failed = 0;
try {
  for (const [name, test] of Object.entries(tests)) {
    const page = await opened();
    try {
      await test(page);
      assert.deepEqual(page.wrong, []);
      console.log(`ok: ${name}`);
    } catch (error) {
      failed += 1;
      console.log(`failed: ${name}\n${error.stack}`);
    }
    await page.browserContext().close();
  }
} finally {
  await browser.close();
  await rm(folder, { recursive: true });
}
process.exitCode = failed > 0 ? 1 : 0;
