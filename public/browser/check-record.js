// "Check all decisions now": fetches a record line by line and works every check number out again, in this browser.
// The format is in docs/record-format.md.
(() => {
  const form = document.getElementById("check-record");
  const result = document.getElementById("check-result");
  if (!form || !result || !globalThis.crypto?.subtle) return;
  form.hidden = false;

  const hashOf = async (text) => {
    const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  };
  const get = async (address) => {
    const response = await fetch(address, { cache: "no-store" });
    if (!response.ok) throw new Error(`The record could not be fetched (${response.status}). Try again later.`);
    return response.text();
  };

  const check = async (chain) => {
    const { heads } = JSON.parse(await get(`${form.dataset.api}/heads`));
    const hashes = new Map([[0, "0".repeat(64)]]);
    const faults = [];
    let last = 0;
    for (;;) {
      const lines = (await get(`${form.dataset.api}?after=${last}`)).split("\n").filter(Boolean);
      if (lines.length === 0) break;
      const before = last;
      for (const line of lines) {
        const [hash, text] = [line.slice(0, 64), line.slice(65)];
        const [previous, of, number] = JSON.parse(text);
        if (number !== last + 1) faults.push(`Decision ${last + 1} is missing.`);
        if (of !== chain) faults.push(`Decision ${number} is of another record.`);
        if (previous !== hashes.get(last)) faults.push(`Decision ${number} does not follow from the one before.`);
        if ((await hashOf(text)) !== hash) faults.push(`Decision ${number} was changed.`);
        hashes.set(number, hash);
        last = number;
      }
      result.textContent = `${last.toLocaleString("en-GB")} decisions checked…`;
      if (last <= before) break; // numbers that go back were reported above
    }
    for (const { day, length, hash } of heads) {
      if (hashes.get(length) !== hash) faults.push(`Decision ${length} is not the one that was published on ${day}.`);
    }
    return { faults, hashes, heads };
  };

  const showResult = (title, lines) => {
    const heading = document.createElement("p");
    heading.className = "font-semibold";
    heading.textContent = title;
    const items = lines.map((text) => Object.assign(document.createElement("p"), { textContent: text }));
    result.replaceChildren(heading, ...items);
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const savedNumber = new FormData(form).get("savedNumber").trim().toLowerCase();
    try {
      const { faults, hashes, heads } = await check(form.dataset.api.split("/").at(-2));
      const at = [...hashes].find(([number, hash]) => number > 0 && hash === savedNumber)?.[0];
      if (savedNumber && !at) faults.push("The number that you wrote down is not in this record.");
      const savedNumberLines = at ? [`The number that you wrote down is that of decision ${at}.`] : [];
      if (faults.length > 0)
        showResult("Something is wrong with this record.", [...faults.slice(0, 20), ...savedNumberLines]);
      else
        showResult(`All ${hashes.size - 1} decisions and ${heads.length} daily numbers are right.`, savedNumberLines);
    } catch (error) {
      showResult("We could not check the record.", [error.message]);
    }
  });
})();
